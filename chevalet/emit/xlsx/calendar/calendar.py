"""The sheet « Calendrier »: a year of dated rows, all to be filled."""

from __future__ import annotations

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.heading import write_heading
from chevalet.emit.xlsx.calendar.places import CALENDAR, DASHBOARD, EXAMPLE, IDEAS, MONTH, TABLE_ROWS, TODAY, WEEK
from chevalet.emit.xlsx.calendar.rows import Rows, write_rows

PREFIX = "cal"
_PURPOSE = (
    "Une ligne, une publication. Les boutons 1, 2 et 3, en haut à gauche, montrent : 1 l’essentiel, "
    "2 la planification, 3 la mesure."
)


def write_calendar(book: Book) -> None:
    """Add the sheet: the openings of the year, then empty rows up to the table's size."""
    sheet = book.add_sheet(CALENDAR, book.colors.accent)
    write_heading(book, sheet, CALENDAR, _PURPOSE)
    for place, target in enumerate((MONTH, WEEK, IDEAS, EXAMPLE, DASHBOARD), start=2):
        book.link(sheet, (2, place), target, target)
    order = " → ".join(status.name for status in book.calendar.choices.statuses)
    book.text(sheet, (3, 0), f"Statuts\u00a0: {order}", font_color=book.colors.muted)
    openings = book.calendar.openings
    size = max(TABLE_ROWS, len(openings) + 50)
    write_rows(book, sheet, Rows(PREFIX, "TableCalendrier", openings, size, TODAY))
