"""The sheet « Mois »: a month of the calendar as a grid, chosen in a list."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.agenda import (
    Shown,
    holds_day,
    key_date_row_formula,
    key_dates_of,
    line_formula,
    rank_entries,
    rank_formula,
    write_line,
)
from chevalet.emit.xlsx.calendar.book import Book, serial
from chevalet.emit.xlsx.calendar.flags import names_of, none_of
from chevalet.emit.xlsx.calendar.heading import header_style, write_heading
from chevalet.emit.xlsx.calendar.keydates import FIRST_ROW as KEY_DATES_ROW
from chevalet.emit.xlsx.calendar.lists import month_label
from chevalet.emit.xlsx.calendar.places import FIRST_ROW, KEY_DATES, MONTH, list_area
from chevalet.emit.xlsx.calendar.warnings import paint_statuses
from chevalet.model.calendar import KeyDate, Stage

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_PURPOSE = "Choisissez le mois dans la case colorée; la grille se remplit à partir du calendrier."
_CHOICE_ROW = 3  # printed from here on: what is above is for the screen
_GRID_ROW = 5
_WEEKS = 6
# Of each week: the days, the publications of each, how many more there are.
_ENTRIES = 2
_BLOCK = _ENTRIES + 2
# What the grid reads stands in hidden columns: days and rows, rows of key dates and statuses, counts.
_DAYS, _STATUSES, _COUNTS = 8, 16, 24
_FIRST_DAY = (3, _DAYS)


class _Day(Struct, frozen=True):
    """A cell of the grid: its `place` from 0, its first row; `day` is None out of the month."""

    place: int
    row: int
    column: int
    day: date | None
    key_dates: list[KeyDate]
    shown: list[Shown]

    def cell(self, block: int, offset: int = 0) -> str:
        """Return the name of one of its hidden cells."""
        return str(xl_rowcol_to_cell(self.row + offset, block + self.column))


def write_month(book: Book) -> None:
    """Add the sheet, on the calendar's first month; it is locked, without password, but for the choice."""
    sheet = book.add_sheet(MONTH, book.colors.accent)
    write_heading(book, sheet, MONTH, _PURPOSE)
    sheet.set_column(0, 6, 24, book.style())
    sheet.set_column(7, _COUNTS + 7, 9, None, {"hidden": True})
    _write_choice(book, sheet)
    for column in range(7):
        weekday = _WEEKDAYS[(book.calendar.week_start + column) % 7]
        book.text(sheet, (_GRID_ROW - 1, column), weekday, **header_style(book), align="center")
    for day in _list_days(book):
        _write_day(book, sheet, day)
    _finish(book, sheet)


def _write_choice(book: Book, sheet: Worksheet) -> None:
    chosen = {"bold": True, "font_size": 14, "bg_color": book.colors.tint, "locked": False, "border": 1}
    chosen |= {"border_color": book.colors.accent, "align": "center"}
    sheet.set_row(3, 24)
    book.text(sheet, (3, 0), "Mois à montrer", bold=True, align="right", indent=1)
    book.text(sheet, (3, 1), month_label(book.calendar.start), **chosen)
    sheet.data_validation(3, 1, 3, 1, {"validate": "list", "source": "=" + list_area("mois", 12)})
    formula = f"=INDEX({list_area('debuts', 12)},MATCH($B$4,{list_area('mois', 12)},0))"
    sheet.write_formula(*_FIRST_DAY, formula, book.style(num_format="yyyy-mm-dd"), serial(book.calendar.start))


def _list_days(book: Book) -> list[_Day]:
    calendar = book.calendar
    first = calendar.start
    corner = first - timedelta(days=(first.weekday() - calendar.week_start) % 7)
    days = []
    for place in range(_WEEKS * 7):
        day = corner + timedelta(days=place)
        row, column = _GRID_ROW + place // 7 * _BLOCK, place % 7
        if day.month == first.month:
            key_dates, shown = key_dates_of(calendar.key_dates, day), rank_entries(calendar, [day])
            days.append(_Day(place, row, column, day, key_dates, shown))
        else:
            days.append(_Day(place, row, column, None, [], []))
    return days


def _write_day(book: Book, sheet: Worksheet, day: _Day) -> None:
    _write_hidden(book, sheet, day)
    _write_head(book, sheet, day)
    for rank in range(_ENTRIES):
        shown = day.shown[rank] if rank < len(day.shown) else None
        row = day.row + 1 + rank
        style = book.style(font_size=9.5, text_wrap=True, valign="top", **_sides(book))
        formula = line_formula(day.cell(_DAYS, rank + 1))
        sheet.write_formula(row, day.column, formula, style, write_line(shown.entry) if shown else "")
    count, more = day.cell(_COUNTS), len(day.shown) - _ENTRIES
    style = book.style(
        font_size=9, font_color=book.colors.muted, bottom=1, bottom_color=book.colors.rule, **_sides(book)
    )
    formula = f'=IF({count}="","",IF({count}>{_ENTRIES},"+ "&({count}-{_ENTRIES}),""))'
    sheet.write_formula(day.row + _BLOCK - 1, day.column, formula, style, f"+ {more}" if more > 0 else "")


def _sides(book: Book) -> dict[str, object]:
    return {"left": 1, "right": 1, "left_color": book.colors.rule, "right_color": book.colors.rule}


def _write_head(book: Book, sheet: Worksheet, day: _Day) -> None:
    own, found, count = day.cell(_DAYS), day.cell(_STATUSES), day.cell(_COUNTS, 1)
    title = f"INDEX('{KEY_DATES}'!$C:$C,{found})"
    others = f'IF({count}>1," +"&({count}-1),"")'
    formula = f'=IF({own}="","",DAY({own})&IF({found}="","","  "&{title}&{others}))'
    value = ""
    if day.day:
        names = f"  {day.key_dates[-1].title}" if day.key_dates else ""
        names += f" +{len(day.key_dates) - 1}" if len(day.key_dates) > 1 else ""
        value = f"{day.day.day}{names}"
    style = book.style(
        font_size=10, bold=True, text_wrap=True, valign="top", bg_color=book.colors.panel,
        top=1, top_color=book.colors.rule, **_sides(book),
    )  # fmt: skip
    sheet.write_formula(day.row, day.column, formula, style, value)


def _write_hidden(book: Book, sheet: Worksheet, day: _Day) -> None:
    """Write the day, the rows of its publications and of its key date, and how many there are of each."""
    own, first = day.cell(_DAYS), xl_rowcol_to_cell(*_FIRST_DAY, row_abs=True, col_abs=True)
    statuses = book.calendar.choices.statuses
    kind = 1 if book.calendar.week_start == 6 else 2
    counted = f"{first}-WEEKDAY({first},{kind})+{day.place + 1}"
    value = serial(day.day) if day.day else ""
    sheet.write_formula(
        own, f'=IF(MONTH({counted})=MONTH({first}),{counted},"")', book.style(num_format="yyyy-mm-dd"), value
    )
    for rank in range(1, _ENTRIES + 1):
        row = day.cell(_DAYS, rank)
        formula = f'=IF({own}="","",{rank_formula(f"cal_date={own}", str(rank), statuses)})'
        shown = day.shown[rank - 1] if rank <= len(day.shown) else None
        sheet.write_array_formula(f"{row}:{row}", f"{{{formula}}}", None, shown.row if shown else "")
        status = f'=IF({row}="","",INDEX(cal_statut,{row}-{FIRST_ROW})&"")'
        sheet.write_formula(day.cell(_STATUSES, rank), status, None, shown.entry.status if shown else "")
    found = f'{{=IF({own}="","",{key_date_row_formula(own)})}}'
    place = day.cell(_STATUSES)
    last = _key_date_row(book, day) if day.key_dates else ""
    sheet.write_array_formula(f"{place}:{place}", found, None, last)
    _write_counts(book, sheet, day)


def _write_counts(book: Book, sheet: Worksheet, day: _Day) -> None:
    own = day.cell(_DAYS)
    kept = none_of("cal_statut", names_of(book.calendar.choices.statuses, Stage.CANCELLED))
    for offset, test, count in (
        (0, f"(cal_date={own})*{kept}", len(day.shown)),
        (1, holds_day(own), len(day.key_dates)),
    ):
        place = day.cell(_COUNTS, offset)
        formula = f'{{=IF({own}="","",SUM({test}))}}'
        sheet.write_array_formula(f"{place}:{place}", formula, None, count if day.day else "")


def _key_date_row(book: Book, day: _Day) -> int:
    return KEY_DATES_ROW + 1 + book.calendar.key_dates.index(day.key_dates[-1])


def _finish(book: Book, sheet: Worksheet) -> None:
    last = _GRID_ROW + _WEEKS * _BLOCK - 1
    for week in range(_WEEKS):
        top = _GRID_ROW + week * _BLOCK
        sheet.set_row(top, 26)
        for rank in range(_ENTRIES):
            sheet.set_row(top + 1 + rank, 38)
            paint_statuses(
                book, sheet, (top + 1 + rank, 0, top + 1 + rank, 6), xl_rowcol_to_cell(top + 1 + rank, _STATUSES)
            )
        sheet.set_row(top + _BLOCK - 1, 12)
        today = book.workbook.add_format({"bg_color": book.colors.accent, "font_color": book.colors.white})
        blank = book.workbook.add_format({"bg_color": book.colors.white})
        test = f'={xl_rowcol_to_cell(top, _DAYS)}=""'
        sheet.conditional_format(top, 0, top, 6, {"type": "formula", "criteria": test, "format": blank})
        test = f"={xl_rowcol_to_cell(top, _DAYS)}=TODAY()"
        sheet.conditional_format(top, 0, top, 6, {"type": "formula", "criteria": test, "format": today})
    sheet.print_area(_CHOICE_ROW, 0, last, 6)
    sheet.fit_to_pages(1, 1)
    sheet.freeze_panes(_GRID_ROW, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "objects": True})
