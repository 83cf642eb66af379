"""The top of a sheet: its title, what to do with it, the way back."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.places import GUIDE

TITLE_SIZE = 20


def write_heading(book: Book, sheet: Worksheet, title: str, purpose: str, *, column: int = 0) -> None:
    """Write the title, the purpose under it and the link to the first sheet, from a column on."""
    sheet.set_row(0, 34)
    sheet.set_row(1, 20)
    sheet.set_row(2, 20)
    book.text(sheet, (0, column), title, font_name=book.heading, font_size=TITLE_SIZE, font_color=book.colors.accent)
    book.text(sheet, (1, column), purpose, font_color=book.colors.muted)
    book.link(sheet, (2, column), GUIDE, f"← {GUIDE}")


def header_style(book: Book) -> dict[str, object]:
    """Return the style of a table's header."""
    return {
        "bold": True,
        "bg_color": book.colors.tint,
        "bottom": 1,
        "bottom_color": book.colors.accent,
        "text_wrap": True,
    }


def row_style(book: Book) -> dict[str, object]:
    """Return the style of a table's cell: a hairline under it, no vertical rule."""
    return {"bottom": 1, "bottom_color": book.colors.rule, "text_wrap": True, "valign": "top"}


def write_header(
    book: Book, sheet: Worksheet, place: tuple[int, int], headers: list[str], *, align: str = "left"
) -> None:
    """Write a row of headers, from a place on."""
    row, first = place
    for column, header in enumerate(headers, start=first):
        book.text(sheet, (row, column), header, **header_style(book), align=align)
