"""Tables: column widths by content, row heights that bound their text, the largest size that fits."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.ruler import Ruler, vertical
from chevalet.layout.runs import PLAIN, runs_of
from chevalet.layout.sharing import share_width
from chevalet.measure.pitch import EMU_PER_HUNDREDTH, line_height
from chevalet.model.block import Alignment, Table
from chevalet.model.deck import Align, PlacedCell, PlacedRow, Run, TextParagraph
from chevalet.units import Insets, Size, points

SIZES = (2000, 1800, 1600, 1400, 1200)
"""Type sizes of a table's text, in hundredths of a point; the last is the floor."""
CELL_SLACK = 30
"""Thousandths of an em kept free in a cell: narrow lines feel the rounding of their programs."""
LEAST_EMS = 3
"""How narrow a column may be inside its margins, in ems of its text: a narrower one would be read letter by letter."""

_ALIGN = {
    Alignment.DEFAULT: Align.LEFT,
    Alignment.LEFT: Align.LEFT,
    Alignment.CENTER: Align.CENTER,
    Alignment.RIGHT: Align.RIGHT,
}
_HEADER = Run("", bold=True)

Cells = tuple[TextParagraph, ...]


class Style(Struct, frozen=True):
    """The type size of a table, in hundredths of a point, and the margins of its cells."""

    size: int
    insets: Insets

    @property
    def padding(self) -> int:
        """Return what a cell's text leaves of its width, in EMU."""
        return self.insets.left + self.insets.right + self.size * EMU_PER_HUNDREDTH * CELL_SLACK // 1000

    @property
    def least_height(self) -> int:
        """Return the height of a row of one line, in EMU."""
        return line_height(TextParagraph((), self.size)) + vertical(self.insets)

    @property
    def least_width(self) -> int:
        """Return the least width of a column, in EMU."""
        return self.padding + LEAST_EMS * self.size * EMU_PER_HUNDREDTH


ROOMY, CLOSE = Insets(*map(points, (9, 7, 9, 7))), Insets(*map(points, (7, 4.5, 7, 4.5)))
STYLES = tuple(Style(size, insets) for size in SIZES for insets in (ROOMY, CLOSE))


class TablePage(Struct, frozen=True):
    """The rows of one page, the header first, and the columns' widths; `cuts_words` when a column is too narrow."""

    style: Style
    widths: tuple[int, ...]
    rows: tuple[PlacedRow, ...]
    cuts_words: bool

    @property
    def height(self) -> int:
        return sum(row.height for row in self.rows)


class Grid(Struct, frozen=True):
    """A table's cells as paragraphs at the floor, the header first, and what each column asks for at that size.

    `longest` are the widths in EMU below which a word is cut, `natural` those at which no line is broken.
    """

    rows: tuple[Cells, ...]
    longest: tuple[int, ...]
    natural: tuple[int, ...]


def lay_table(ruler: Ruler, table: Table, room: Size, floor: int = SIZES[-1]) -> TablePage | None:
    """Return `table` whole, at the largest size at which it stands in `room` and cuts no word; None when none does."""
    grid = read_grid(ruler, table)
    for style in STYLES:
        if style.size < floor or len(grid.rows) * style.least_height > room.height:
            continue
        page = set_table(ruler, grid, style, room.width)
        if page and not page.cuts_words and page.height <= room.height:
            return _stretch(page, room.height)
    return None


def _stretch(page: TablePage, height: int) -> TablePage:
    """Give the rows of a table the room that would be left under it, up to half a line each."""
    spare = (height - page.height) // len(page.rows)
    more = min(spare, page.style.size * EMU_PER_HUNDREDTH // 2)
    return replace(page, rows=tuple(replace(row, height=row.height + more) for row in page.rows))


def read_grid(ruler: Ruler, table: Table) -> Grid:
    """Return the cells of `table`, measured once for all sizes."""
    looks = [_HEADER] + [PLAIN] * len(table.rows)
    rows = tuple(
        tuple(
            TextParagraph(runs_of(cell, look), SIZES[-1], align=_ALIGN[alignment])
            for cell, alignment in zip(cells, table.alignments, strict=True)
        )
        for cells, look in zip((table.header, *table.rows), looks, strict=True)
    )
    columns = list(zip(*rows, strict=True))
    longest = tuple(max(map(ruler.longest_word, column)) for column in columns)
    return Grid(rows, longest, tuple(max(map(ruler.natural_width, column)) for column in columns))


def set_table(ruler: Ruler, grid: Grid, style: Style, width: int) -> TablePage | None:
    """Return the whole table in one style; None when its columns would be too narrow to be read."""
    if not grid.longest or style.least_width * len(grid.longest) > width:
        return None
    longest, natural = _scale(grid.longest, style), _scale(grid.natural, style)
    widths = share_width(longest, natural, width)
    rows = tuple(set_row(ruler, _resize(row, style.size), widths, style) for row in grid.rows)
    return TablePage(style, widths, rows, sum(longest) > width)


def set_row(ruler: Ruler, cells: Cells, widths: Sequence[int], style: Style) -> PlacedRow:
    """Return one row, as high as the highest of its cells."""
    heights = [
        ruler.paragraph_height(cell, max(1, width - style.padding)) for cell, width in zip(cells, widths, strict=True)
    ]
    return PlacedRow(max(heights) + vertical(style.insets), tuple(PlacedCell((cell,)) for cell in cells))


def _resize(cells: Cells, size: int) -> Cells:
    return tuple(TextParagraph(cell.runs, size, align=cell.align) for cell in cells)


def _scale(widths: Sequence[int], style: Style) -> list[int]:
    """Return widths measured at the floor as they are at the style's size, with the margins of a cell."""
    return [-(-width * style.size // SIZES[-1]) + style.padding for width in widths]
