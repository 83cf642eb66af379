"""Tables, grids to fill in, and the tables of charts' data."""

from __future__ import annotations

from collections.abc import Sequence

from chevalet.emit.pdf.heights import estimate_rows, estimate_table
from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, boolean, call
from chevalet.emit.pdf.widths import Plan, plan_table
from chevalet.emit.pdf.writing import Writing
from chevalet.model.block import Alignment, Table
from chevalet.model.flow import Grid
from chevalet.model.inline import Inlines, Text, plain_text

Row = Sequence[Inlines]
_MOST_LARGE_COLUMNS = 4
_FIRST_ROWS, _EASE, _EASE_OF_FEW = 3, 1.3, 1.5
_MOST_HEADER_LINES = 3
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
        writing=writing,
        **_write_fit(plan),
        **_hold_together(table, writing),
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
        **_hold_together(grid, writing),
        has_row_headers=boolean(grid.has_row_headers),
    )


def write_data(table: Table, writing: Writing) -> tuple[str, float]:
    """Return the table of a chart's data, no wider than its numbers need, and its width."""
    rows = (table.header, *table.rows)
    plan = plan_table(rows, writing)
    alignments = (_ALIGNMENTS[alignment] for alignment in table.alignments)
    # Long names of series stand on several lines above their numbers.
    body = plan_table(table.rows, writing).natural if table.rows else plan.natural
    words = plan_table((tuple((Text(_longest(cell)),) for cell in table.header),), writing).natural
    thirds = (width / _MOST_HEADER_LINES for width in plan.natural)
    wrapped = [max(each) for each in zip(body, words, thirds, strict=True)]
    loose = [width + writing.size for width in (plan.natural if writing.flow.is_large else wrapped)]
    is_narrow = sum(loose) < writing.width
    widths = array(f"{width:.1f}pt" for width in loose) if is_narrow else _write_shares(plan.shares)
    written = _write_rows(rows, widths, "data-table", alignments=array(alignments), writing=writing, **_write_fit(plan))
    return written, sum(loose) if is_narrow else writing.width


def _longest(cell: Inlines) -> str:
    return max(plain_text(cell).split(), key=len, default="")


def _write_fit(plan: Plan) -> dict[str, str]:
    return {"scale": f"{plan.scale:g}", "is_tight": boolean(plan.is_tight)}


def stands_whole(table: Table | Grid, writing: Writing) -> bool:
    """Tell whether a table is low enough not to be cut, or asks not to be."""
    if isinstance(table, Grid) and table.is_whole:
        return not writing.flow.is_large
    ease = _EASE if len(table.rows) > _FIRST_ROWS else _EASE_OF_FEW
    return writing.is_low(estimate_table(table, writing.gauge), ease)


def _hold_together(table: Table | Grid, writing: Writing) -> dict[str, str]:
    """Return whether a table is not cut, else the height of its first rows, in points: a row alone is easily lost."""
    if stands_whole(table, writing):
        return {"is_whole": "true"}
    return {"least": f"{sum(estimate_rows(table, writing.gauge)[: _FIRST_ROWS - writing.flow.is_large]):.0f}pt"}


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
