"""Native tables: the theme's style, a header row, and rows as tall as their text was measured."""

from __future__ import annotations

from chevalet.emit.pptx.color import write_fill
from chevalet.emit.pptx.frame import write_frame
from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.text import Inherited, write_paragraphs
from chevalet.model.deck import PlacedCell, PlacedRow, PlacedTable
from chevalet.model.theme import Layout
from chevalet.units import Box, Insets

_GRAPHIC = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
# Table styles make header rows bold: whether a cell was measured bold is said on each run.
_CELL_TEXT = Inherited(bold=None)


def write_table(table: PlacedTable, layout: Layout, page: Page) -> str:
    """Return a table in its frame, which is as tall as its rows together."""
    box = Box(table.box.x, table.box.y, sum(table.column_widths), sum(row.height for row in table.rows))
    style = page.book.theme.table_style
    style_element = f"<a:tableStyleId>{style}</a:tableStyleId>" if style else ""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in table.column_widths)
    rows = "".join([_write_row(row, table.insets, page) for row in table.rows])
    graphic = (
        f'{_GRAPHIC}<a:tbl><a:tblPr firstRow="1">{style_element}</a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData>"
    )
    return write_frame(table, box, graphic, layout, page)


def _write_row(row: PlacedRow, insets: Insets, page: Page) -> str:
    cells = "".join([_write_cell(cell, insets, page) for cell in row.cells])
    return f'<a:tr h="{row.height}">{cells}</a:tr>'


def _write_cell(cell: PlacedCell, insets: Insets, page: Page) -> str:
    # Lines are measured higher than they are drawn: text anchored at the top would look glued to the rule above it.
    margins = f'marL="{insets.left}" marR="{insets.right}" marT="{insets.top}" marB="{insets.bottom}"'
    fill = write_fill(cell.fill) if cell.fill else ""
    paragraphs = write_paragraphs(cell.paragraphs, _CELL_TEXT, page)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr {margins} anchor="ctr">{fill}</a:tcPr></a:tc>'
    )
