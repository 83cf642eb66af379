"""The whole workbook, sheet after sheet, in the order of its tabs."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic
from chevalet.emit.xlsx.calendar import calendar as calendar_sheet
from chevalet.emit.xlsx.calendar import example as example_sheet
from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.cleaning import clean
from chevalet.emit.xlsx.calendar.crisis import write_crisis
from chevalet.emit.xlsx.calendar.dashboard import write_dashboard
from chevalet.emit.xlsx.calendar.guide import write_guide
from chevalet.emit.xlsx.calendar.ideas import write_ideas
from chevalet.emit.xlsx.calendar.keydates import write_key_dates
from chevalet.emit.xlsx.calendar.links import write_links
from chevalet.emit.xlsx.calendar.lists import write_lists
from chevalet.emit.xlsx.calendar.month import write_month
from chevalet.emit.xlsx.calendar.places import CALENDAR, EXAMPLE, calendar_names
from chevalet.emit.xlsx.calendar.week import write_week
from chevalet.model.calendar import Calendar
from chevalet.model.theme import Theme

_SHEETS = (
    write_guide,
    calendar_sheet.write_calendar,
    write_month,
    write_week,
    write_ideas,
    write_key_dates,
    write_links,
    write_dashboard,
    example_sheet.write_example,
    write_crisis,
    write_lists,
)


def emit_calendar_xlsx(calendar: Calendar, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the .xlsx: first values computed here, equal to a recalculation; those that depend on today left empty."""
    book = Book(clean(calendar), theme)
    names = calendar_names(CALENDAR, calendar_sheet.PREFIX) | calendar_names(EXAMPLE, example_sheet.PREFIX)
    for name, place in names.items():
        book.workbook.define_name(name, f"={place}")
    for write_sheet in _SHEETS:
        write_sheet(book)
    return book.finish(), ()
