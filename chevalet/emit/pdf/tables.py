"""Tables, grids to fill in, and the tables of charts' data."""

from __future__ import annotations

from collections.abc import Sequence

from chevalet.emit.pdf.heights import estimate_table
from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, boolean, call
from chevalet.emit.pdf.widths import Plan, plan_table
from chevalet.emit.pdf.writing import Writing
from chevalet.model.block import Alignment, Table
from chevalet.model.flow import Grid
from chevalet.model.inline import Inlines

Row = Sequence[Inlines]
_MOST_LARGE_COLUMNS = 4
_ALIGNMENTS = {
    Alignment.DEFAULT: "left",
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
}


def write_table(table: Table, writing: Writing) -> str:
    """Return a table; in large print, one of many columns is a list of its rows, each with its headers."""
    if writing.flow.is_large and len(table.header) > _MOST_LARGE_COLUMNS:
        return _write_cards(table.header, table.rows, writing)
    rows = (table.header, *table.rows)
    plan = plan_table(rows, writing)
    alignments = (_ALIGNMENTS[alignment] for alignment in table.alignments)
    return _write_rows(
        rows,
        _write_shares(plan.shares),
        alignments=array(alignments),
        is_whole=boolean(stands_whole(table, writing)),
        writing=writing,
        **_write_fit(plan),
    )


def write_grid(grid: Grid, writing: Writing) -> str:
    """Return a table to fill in, its rows high enough to write in; in large print, one of many columns is a list."""
    if writing.flow.is_large and len(grid.header) > _MOST_LARGE_COLUMNS:
        return _write_cards(grid.header, grid.rows, writing)
    rows = (grid.header, *grid.rows)
    plan = plan_table(rows, writing, is_grid=True)
    return _write_rows(
        rows,
        _write_shares(grid.shares if len(grid.shares) == len(grid.header) else plan.shares),
        alignments=array("left" for _ in grid.header),
        writing=writing,
        **_write_fit(plan),
        lines=str(grid.lines),
        is_whole=boolean(stands_whole(grid, writing)),
        has_row_headers=boolean(grid.has_row_headers),
    )


def write_data(table: Table, writing: Writing) -> tuple[str, float]:
    """Return the table of a chart's data, no wider than its numbers need, and its width."""
    rows = (table.header, *table.rows)
    plan = plan_table(rows, writing)
    alignments = (_ALIGNMENTS[alignment] for alignment in table.alignments)
    loose = [width + writing.size for width in plan.natural]
    is_narrow = sum(loose) < writing.width
    widths = array(f"{width:.1f}pt" for width in loose) if is_narrow else _write_shares(plan.shares)
    written = _write_rows(rows, widths, "data-table", alignments=array(alignments), writing=writing, **_write_fit(plan))
    return written, sum(loose) if is_narrow else writing.width


def _write_fit(plan: Plan) -> dict[str, str]:
    return {"scale": f"{plan.scale:g}", "is_tight": boolean(plan.is_tight)}


def stands_whole(table: Table | Grid, writing: Writing) -> bool:
    """Tell whether a table is low enough not to be cut: a row alone is easily lost."""
    return writing.is_low(estimate_table(table, writing.gauge))


def _write_shares(shares: Sequence[float]) -> str:
    return array(f"{share:.2f}fr" for share in shares)


def _write_rows(
    rows: Sequence[Row], widths: str, function: str = "table-of", *, writing: Writing, **settings: str
) -> str:
    header, *body = (array(write_inlines(cell, writing) for cell in row) for row in rows)
    return call(function, widths, header, array(body), **settings)


def _write_cards(header: Row, rows: Sequence[Row], writing: Writing) -> str:
    names = array(write_inlines(cell, writing) for cell in header)
    return call("cards", names, array(array(write_inlines(cell, writing) for cell in row) for row in rows))
