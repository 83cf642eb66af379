"""Tables over several pages: split between rows, the header again on each; a row higher than a page is cut."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from chevalet.layout.cutting import cut
from chevalet.layout.drafts import Draft, Part
from chevalet.layout.ruler import vertical
from chevalet.layout.tables import CLOSE, SIZES, STYLES, Style, TablePage, read_grid, set_row, set_table
from chevalet.layout.typesetter import Measured, Room, Typesetter
from chevalet.model.block import Table
from chevalet.model.deck import PlacedRow, TextParagraph
from chevalet.units import Size

USUAL = Style(1400, CLOSE)
"""The style that says how many pages a table takes: no need to strain eyes for a page less."""
LEAST_ROWS = 3
"""The rows of one line that must have room below the header."""
BALANCING_STEPS = 6

Rows = tuple[PlacedRow, ...]


def split_table(typesetter: Typesetter, table: Table, room: Size) -> list[TablePage]:
    """Return `table` over pages: no more of them than at the usual size, at the largest size that allows it.

    Nothing is returned for a table of so many columns, or of so high a header, that it cannot be read as one.
    """
    ruler = typesetter.ruler
    grid = read_grid(ruler, table)
    most = sys.maxsize
    usual = set_table(ruler, grid, USUAL, room.width)
    if usual and not usual.cuts_words:
        most = len(_split(typesetter, usual, room)) or most
    for style in STYLES:
        whole = set_table(ruler, grid, style, room.width)
        if whole and not whole.cuts_words and _least_pages(whole, room) <= most:
            pages = _split(typesetter, whole, room)
            if pages and len(pages) <= most:
                return pages
    smallest = set_table(ruler, grid, STYLES[-1], room.width)
    return _split(typesetter, smallest, room) if smallest else []


def _least_pages(whole: TablePage, room: Size) -> int:
    """Return a number of pages that a table needs at least."""
    header, *rows = whole.rows
    return -(-sum(row.height for row in rows) // max(1, room.height - header.height))


def _split(typesetter: Typesetter, whole: TablePage, room: Size) -> list[TablePage]:
    """Return a table over pages, none when too little room is left below its header."""
    header, style = whole.rows[0], whole.style
    height = room.height - header.height
    if height < style.least_height * LEAST_ROWS:
        return []
    rows = [part for row in whole.rows[1:] for part in _cut_row(typesetter, row, whole, height)]
    return [replace(whole, rows=(header, *page)) for page in _balance(rows, height)]


def _cut_row(typesetter: Typesetter, row: PlacedRow, table: TablePage, height: int) -> Iterator[PlacedRow]:
    """Yield a row in parts none of which is higher than `height`."""
    while row.height > height:
        inner = height - vertical(table.style.insets)
        parts = [
            _cut_cell(typesetter, cell.paragraphs[0], Room(width - table.style.padding, inner, SIZES[-1]))
            for cell, width in zip(row.cells, table.widths, strict=True)
        ]
        first, row = (
            set_row(typesetter.ruler, tuple(part[place] for part in parts), table.widths, table.style)
            for place in (0, 1)
        )
        yield first
    yield row


def _cut_cell(typesetter: Typesetter, cell: TextParagraph, room: Room) -> tuple[TextParagraph, TextParagraph]:
    height = typesetter.ruler.paragraph_height(cell, room.width)
    if height > room.height:
        parts = cut(typesetter, Measured(Draft(cell.runs, Part.TEXT), cell, height), room, room.height)
        if parts:
            return parts[0].paragraph, parts[1].paragraph
    return cell, replace(cell, runs=())


def _balance(rows: Sequence[PlacedRow], height: int) -> list[Rows]:
    """Return rows over the fewest pages, filled alike as far as their number allows."""
    pages = _fill(rows, height)
    low, high = max((row.height for row in rows), default=0), height
    for _ in range(BALANCING_STEPS):
        middle = (low + high) // 2
        tried = _fill(rows, middle)
        low, high, pages = (low, middle, tried) if len(tried) <= len(pages) else (middle, high, pages)
    return pages


def _fill(rows: Sequence[PlacedRow], height: int) -> list[Rows]:
    pages: list[Rows] = []
    page: list[PlacedRow] = []
    used = 0
    for row in rows:
        if page and used + row.height > height:
            pages.append(tuple(page))
            page, used = [], 0
        page.append(row)
        used += row.height
    return [*pages, tuple(page)]
