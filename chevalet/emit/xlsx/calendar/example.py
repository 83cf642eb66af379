"""The sheet « Exemple rempli »: the same calendar, kept for weeks by an invented firm."""

from __future__ import annotations

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.heading import write_heading
from chevalet.emit.xlsx.calendar.places import EXAMPLE, SEEN
from chevalet.emit.xlsx.calendar.rows import Rows, write_rows
from chevalet.model.calendar import Example

PREFIX = "ex"
_SPARE = 3


def write_example(book: Book) -> None:
    """Add the sheet; its warnings are those of the day it was seen, not of today."""
    example = book.calendar.example or Example("", "", book.calendar.start)
    sheet = book.add_sheet(EXAMPLE, book.colors.rule)
    write_heading(book, sheet, f"{EXAMPLE}\u00a0: {example.firm}", example.about)
    book.text(sheet, (3, 0), "Vu le", font_color=book.colors.muted)
    book.day(sheet, (3, 1), example.seen, bold=True)
    sheet.merge_range(3, 1, 3, 2, None)
    book.day(sheet, (3, 1), example.seen, bold=True)
    book.text(sheet, (3, 3), "Changez cette date : les alertes suivent.", font_color=book.colors.muted)
    book.workbook.define_name(SEEN, f"='{EXAMPLE}'!$B$4")
    size = len(example.entries) + _SPARE
    write_rows(book, sheet, Rows(PREFIX, "TableExemple", example.entries, size, SEEN, example.seen))
