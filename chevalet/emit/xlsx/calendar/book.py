"""The calendar's workbook being written: its days, its links from sheet to sheet, the fills of its statuses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.palette import paint_statuses
from chevalet.emit.xlsx.cells import COUNT, Cells, Label
from chevalet.emit.xlsx.palette import make_palette
from chevalet.model.calendar import Calendar
from chevalet.model.theme import Theme

__all__ = ["COUNT", "Book", "serial"]

# The calendar is the second workshop's: it takes its accent.
_WORKSHOP = 2
_SUBJECT = "Gabarit de calendrier éditorial"
_EPOCH = date(1899, 12, 30)
_LANGUAGES: Mapping[str, str] = {"fr-CA": "C0C", "fr-FR": "40C", "en-CA": "1009"}


class Book(Cells):
    """A workbook with its colours and styles; `finish` gives its bytes, after which it is closed."""

    def __init__(self, calendar: Calendar, theme: Theme) -> None:
        label = Label(calendar.title, _SUBJECT, calendar.organizer, calendar.language, calendar.paper)
        super().__init__(label, make_palette(theme, _WORKSHOP), theme)
        self.calendar = calendar
        self.fills = paint_statuses(calendar.choices.statuses, theme)
        self.workbook.set_size(1600, 1100)
        self.workbook.set_tab_ratio(80)
        self.day_format = f"[$-{_LANGUAGES.get(calendar.language, 'C0C')}]ddd d mmm yyyy"

    def day(self, sheet: Worksheet, place: tuple[int, int], day: date | None, **style: object) -> None:
        """Write a day with its weekday, or an empty cell ready for one."""
        made = self.style(**{"num_format": self.day_format, "align": "left", **style})
        if day is None:
            sheet.write_blank(*place, None, made)
        else:
            sheet.write_number(*place, serial(day), made)

    def link(self, sheet: Worksheet, place: tuple[int, int], target: str, text: str, **style: object) -> None:
        """Write a link to the first cell of another sheet of the book."""
        made = self.style(**{"font_color": self.colors.accent, "underline": 1, **style})
        sheet.write_url(*place, f"internal:'{target}'!A1", made, text, f"Aller à {target}")


def serial(day: date) -> int:
    """Return the number a spreadsheet keeps for a day."""
    return (day - _EPOCH).days
