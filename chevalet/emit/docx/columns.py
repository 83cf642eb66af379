"""Parts side by side: a table, in rows that a page may end between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from msgspec.structs import replace

from chevalet.emit.docx.book import EMU_PER_TWIP, Book, Frame
from chevalet.emit.docx.panel import KEPT, WHOLE, WriteBlocks, join_kept
from chevalet.emit.docx.paragraph import SPACER, wrap
from chevalet.emit.docx.table import write_cell
from chevalet.emit.docx.widths import share_width
from chevalet.model.flow import Columns

_GUTTER = 300
_BELOW = 90
_LOOSE = '<w:keepNext w:val="0"/>'
_CHARACTER, _LINE, _BETWEEN = 105, 300, 110
"""About the width of one, the height of one, what parts two paragraphs, in twentieths of a point."""
_PAGE = 11_000  # what surely fits a page
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_WORDS = re.compile(r"<w:t[ >][^<]*")
_TALL = re.compile(r'<wp:extent cx="\d+" cy="(\d+)"')


def write_columns(columns: Columns, frame: Frame, book: Book, write: WriteBlocks) -> str:
    """Return parts side by side, read one after the other.

    What a second column holds below the end of the first stands in rows of its own, between which a page ends. The
    first row may be parted: pictures and remarks make it too high to move to the next page whole.
    """
    widths, rooms = share_width(frame.width, _shares(columns)), share_columns(columns, frame.width)
    parts = [
        join_kept(list(filter(None, write(blocks, replace(frame, width=room, is_beside=True), book))))
        for blocks, room in zip(columns.columns, rooms, strict=True)
    ]
    first, *others = _part(parts, rooms, book)
    rows = _write_row(first, widths, rooms) + "".join(
        _write_row(row, widths, rooms, WHOLE if _is_low(row, rooms, book) else "") for row in others
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{frame.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{SPACER}"
    )


def share_columns(columns: Columns, width: int) -> list[int]:
    """Return the width of what stands in each column."""
    *widths, last = share_width(width, _shares(columns))
    return [*(each - _GUTTER for each in widths), last]


def _shares(columns: Columns) -> list[int]:
    count = len(columns.columns)
    return list(columns.shares) if len(columns.shares) == count else [1] * count


def _part(parts: list[list[str]], rooms: list[int], book: Book) -> Iterator[list[str]]:
    """Yield the cells of rows: all in one, but for what a second column of two holds below the end of the first.

    Thus rows, which are read one by one, keep the order of the columns.
    """
    if len(parts) != len(("first", "second")) or not all(parts):
        yield list(map("".join, parts))
        return
    first, second = "".join(parts[0]), parts[1]
    left, beside = _measure(first, rooms[0], book), 1
    while beside < len(second) and _measure("".join(second[: beside + 1]), rooms[1], book) <= left:
        beside += 1
    yield [first, "".join(second[:beside])]
    yield from (["", below] for below in second[beside:])


def _measure(written: str, room: int, book: Book) -> float:
    """Return about how high written blocks are, in twentieths of a point."""
    return sum(_measure_paragraph(each, room, book) for each in _PARAGRAPH.findall(written))


def _measure_paragraph(written: str, room: int, book: Book) -> float:
    if written == SPACER:
        return 160
    drawn = sum(map(int, _TALL.findall(written))) / EMU_PER_TWIP
    characters = sum(len(words.partition(">")[2]) for words in _WORDS.findall(written))
    lines = max(1, ceil(characters * _CHARACTER * book.scale / room))
    return max(drawn, lines * _LINE * book.scale) + _BETWEEN


def _is_low(cells: list[str], rooms: list[int], book: Book) -> bool:
    """Tell whether a row surely fits a page."""
    return all(_measure(cell, room, book) < _PAGE for cell, room in zip(cells, rooms, strict=True))


def _write_row(cells: list[str], widths: list[int], rooms: list[int], properties: str = "") -> str:
    written = "".join(
        write_cell(_let_go(cell) or wrap(""), width, _write_margins(width - room))
        for cell, width, room in zip(cells, widths, rooms, strict=True)
    )
    return f"<w:tr>{properties}{written}</w:tr>"


def _let_go(written: str) -> str:
    """Return blocks none of which is kept with the next: a row whose first paragraph is, is kept with the next row."""
    return written.replace(KEPT, _LOOSE)


def _write_margins(right: int) -> str:
    bottom = f'<w:bottom w:w="{_BELOW}" w:type="dxa"/>'
    return f'<w:tcMar><w:left w:w="0" w:type="dxa"/>{bottom}<w:right w:w="{right}" w:type="dxa"/></w:tcMar>'
