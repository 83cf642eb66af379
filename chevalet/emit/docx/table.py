"""Tables: of data, of cells to fill in; a header row repeated on each page, widths shared by what the cells hold."""

from __future__ import annotations

from chevalet.emit.docx.book import LINE, Book, Frame
from chevalet.emit.docx.controls import write_cell_room
from chevalet.emit.docx.paragraph import SPACER, wrap, write_paragraph
from chevalet.emit.docx.widths import DENSE_PADDING, measure_columns, measure_dense, measure_rooms, share_needs
from chevalet.emit.pptx.markup import escape_line
from chevalet.model.block import Alignment, Table
from chevalet.model.flow import Grid
from chevalet.model.inline import Inlines, plain_text

_JUSTIFIED = {Alignment.CENTER: '<w:jc w:val="center"/>', Alignment.RIGHT: '<w:jc w:val="right"/>'}
_CELL_PADDING = 220
_STYLE, _SMALL_STYLE = "TableText", "TableTextSmall"
_MANY_COLUMNS = 6
_KEEP = "<w:keepNext/>"
_DENSE_MARGINS = (
    f'<w:tblCellMar><w:left w:w="{DENSE_PADDING // 2}" w:type="dxa"/>'
    f'<w:right w:w="{DENSE_PADDING // 2}" w:type="dxa"/></w:tblCellMar>'
)
_KEPT_ROWS, _KEPT_ROOMS = 14, 8  # a table of so many rows stays on one page, or so many to fill in


def write_table(table: Table, frame: Frame, book: Book) -> str:
    """Return a table of data."""
    is_dense = len(table.header) >= _MANY_COLUMNS
    measure = measure_dense if is_dense else measure_columns
    widths = share_needs(frame.width, measure((table.header, *table.rows), book.scale))
    justified = [_JUSTIFIED.get(alignment, "") for alignment in table.alignments]
    style = _SMALL_STYLE if is_dense else _STYLE
    rows = (table.header, *table.rows)
    kept_until = len(rows) - 1 if len(rows) <= _KEPT_ROWS else 1
    written: list[str] = []
    for number, row in enumerate(rows):
        keep = _KEEP if number < kept_until else ""
        cells = [_write_cell(cell, Frame(widths[at], style), keep + justified[at], book) for at, cell in enumerate(row)]
        written.append(_write_row(cells, is_header=number == 0))
    caption = ", ".join(filter(None, map(plain_text, table.header)))
    return write_grid_of(widths, written, caption, is_dense=is_dense) + SPACER


def write_fillable(grid: Grid, frame: Frame, book: Book) -> str:
    """Return a table to fill in: each empty cell is a control named by its column and its row."""
    widths = share_needs(frame.width, measure_rooms((grid.header, *grid.rows), book.scale))
    names = [_write_cell(cell, Frame(widths[at], _STYLE), _KEEP, book) for at, cell in enumerate(grid.header)]
    header = _write_row(names, is_header=True)
    rows = [_write_fillable_row(grid, number, widths, book) for number in range(len(grid.rows))]
    caption = ", ".join(filter(None, map(plain_text, grid.header)))
    return write_grid_of(widths, [header, *rows], caption, has_row_headers=grid.has_row_headers) + SPACER


def _write_fillable_row(grid: Grid, number: int, widths: list[int], book: Book) -> str:
    row = grid.rows[number]
    name = plain_text(row[0]) if row and row[0] else book.words["row"].format(number=number + 1)
    keep = _KEEP if number < len(grid.rows) - 1 and len(grid.rows) <= _KEPT_ROOMS else ""
    cells: list[str] = []
    for column, cell in enumerate(row):
        if plain_text(cell):
            cells.append(_write_cell(cell, Frame(widths[column], _STYLE), keep, book))
            continue
        label = book.words["within"].format(name=plain_text(grid.header[column]), part=name)
        room = write_cell_room(f"{grid.name}-{number + 1}-{column + 1}", label, book)
        cells.append(write_cell(wrap(room, _STYLE, keep), widths[column]))
    return _write_row(cells, height=round(LINE * grid.lines * book.scale))


def write_grid_of(
    widths: list[int], rows: list[str], caption: str, *, has_row_headers: bool = False, is_dense: bool = False
) -> str:
    """Return a table of written rows in the style of the course."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    described = f'<w:tblCaption w:val="{escape_line(caption)}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="CourseTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_DENSE_MARGINS if is_dense else ""}'
        f'<w:tblLook w:val="04{"A" if has_row_headers else "2"}0" w:firstRow="1" '
        f'w:lastRow="0" w:firstColumn="{has_row_headers:d}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{described}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def write_cell(content: str, width: int, properties: str = "") -> str:
    """Return a cell that holds written blocks, the last of which is a paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _write_cell(inlines: Inlines, frame: Frame, properties: str, book: Book) -> str:
    inner = Frame(max(1, frame.width - _CELL_PADDING), frame.style)
    return write_cell(write_paragraph(inlines, inner, book, properties=properties), frame.width)


def _write_row(cells: list[str], *, is_header: bool = False, height: int = 0) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{repeated}</w:trPr>{''.join(cells)}</w:tr>"
