"""The sheet « Semaine »: what is published in a chosen week, what is to be drafted, and the key dates near."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.agenda import Shown, cell_of, rank_entries, rank_formula
from chevalet.emit.xlsx.calendar.book import Book, serial
from chevalet.emit.xlsx.calendar.columns import COLUMNS
from chevalet.emit.xlsx.calendar.flags import names_of, quoted
from chevalet.emit.xlsx.calendar.heading import row_style, write_header, write_heading
from chevalet.emit.xlsx.calendar.keydates import FIRST_ROW as KEY_DATES_ROW
from chevalet.emit.xlsx.calendar.keydates import KINDS
from chevalet.emit.xlsx.calendar.places import KEY_DATES, WEEK
from chevalet.emit.xlsx.calendar.warnings import paint_statuses
from chevalet.model.calendar import KeyDate, Stage

_PURPOSE = (
    "Tapez un jour dans la case colorée : voici sa semaine, du lundi au dimanche. Les quinze minutes commencent ici."
)
_ROW_COLUMN = 9
_PUBLISHED, _DUE, _NEAR = 14, 8, 6
_PUBLISHED_ROW = 6
_DUE_ROW = _PUBLISHED_ROW + _PUBLISHED + 3
_NEAR_ROW = _DUE_ROW + _DUE + 3
_CHOSEN = "$B$4"
_MONDAY = "$J$4"
_SHOWN = ("date", "heure", "canal", "sujet", "geste", "responsable", "statut", "alerte")
_WIDTHS = (18, 16, 20, 50, 26, 15, 14, 30)


class _Part(Struct, frozen=True):
    """A list of the sheet: where it begins, its title, the condition of its rows, which they are at first."""

    row: int
    size: int
    title: str
    condition: str
    shown: list[Shown]


def write_week(book: Book) -> None:
    """Add the sheet, on the calendar's first whole week; it is locked, without password, but for the choice."""
    sheet = book.add_sheet(WEEK, book.colors.rule)
    write_heading(book, sheet, WEEK, _PURPOSE)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    sheet.set_column(8, 12, 9, None, {"hidden": True})
    first = book.calendar.start
    monday = first + timedelta(days=-first.weekday() % 7)
    _write_choice(book, sheet, monday)
    days = [monday + timedelta(days=place) for place in range(7)]
    inside = f"(cal_date>={_MONDAY})*(cal_date<{_MONDAY}+7)"
    _write_part(book, sheet, _Part(_PUBLISHED_ROW, _PUBLISHED, "À publier", inside, rank_entries(book.calendar, days)))
    planned = names_of(book.calendar.choices.statuses, Stage.PLANNED)
    open_status = "+".join(f"(cal_statut={quoted(name)})" for name in planned) or "0"
    due = f"ISNUMBER(cal_ebauche)*(cal_ebauche<{_MONDAY}+7)*({open_status})"
    _write_part(book, sheet, _Part(_DUE_ROW, _DUE, "À écrire : ébauches attendues d’ici dimanche", due, []))
    _write_near(book, sheet, days)
    sheet.print_area(0, 0, _NEAR_ROW + _NEAR, len(_SHOWN) - 1)
    sheet.fit_to_pages(1, 1)
    sheet.freeze_panes(4, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "objects": True})


def _write_choice(book: Book, sheet: Worksheet, monday: date) -> None:
    sheet.set_row(3, 24)
    book.text(sheet, (3, 0), "Semaine du", bold=True, align="right", indent=1)
    look = {"bold": True, "bg_color": book.colors.tint, "border": 1, "border_color": book.colors.accent}
    book.day(sheet, (3, 1), monday, **look, locked=False, align="center")
    sheet.data_validation(3, 1, 3, 1, {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)})
    formula = f"={_CHOSEN}-WEEKDAY({_CHOSEN},2)+1"
    sheet.write_formula(3, _ROW_COLUMN, formula, book.style(num_format="yyyy-mm-dd"), serial(monday))


def _write_part(book: Book, sheet: Worksheet, part: _Part) -> None:
    _write_title(book, sheet, part.row - 2, part.title)
    write_header(book, sheet, (part.row - 1, 0), [_header_of(key) for key in _SHOWN])
    for rank in range(part.size):
        row = part.row + rank
        shown = part.shown[rank] if rank < len(part.shown) else None
        found = f"$J{row + 1}"
        formula = rank_formula(part.condition, str(rank + 1), book.calendar.choices.statuses, from_day="40000")
        sheet.write_array_formula(row, 9, row, 9, f"{{={formula}}}", None, shown.row if shown else "")
        sheet.set_row(row, 20)
        for place, key in enumerate(_SHOWN):
            own = cell_of(key, found)
            blank = f'IF({found}="","",IF({own}="","",{own}))'
            sheet.write_formula(row, place, f"={blank}", _style_of(book, key), _value_of(shown, key))
    box = (part.row, 6, part.row + part.size - 1, 6)
    paint_statuses(book, sheet, box, f"$G{part.row + 1}")


def _write_title(book: Book, sheet: Worksheet, row: int, title: str) -> None:
    sheet.set_row(row, 24)
    look = {"bold": True, "font_size": 13, "font_name": book.heading, "font_color": book.colors.accent}
    book.text(sheet, (row, 0), title, **look)


def _header_of(key: str) -> str:
    return next(column.header for column in COLUMNS if column.key == key)


def _style_of(book: Book, key: str) -> object:
    formats = {"date": book.day_format, "heure": 'h" h "mm'}
    base = row_style(book) | {"valign": "vcenter", "text_wrap": False}
    return book.style(**base, num_format=formats.get(key, "General"), align="left")


def _value_of(shown: Shown | None, key: str) -> str | float:
    column = next(column for column in COLUMNS if column.key == key)
    value = getattr(shown.entry, column.field) if shown and column.field else None
    match column.kind:
        case "day" if value is not None:
            return serial(value)
        case "time" if value is not None:
            return float(value / 1440)
        case _:
            return str(value or "")


def _write_near(book: Book, sheet: Worksheet, days: list[date]) -> None:
    """Write the key dates of the week and of the five after it, soonest first."""
    _write_title(book, sheet, _NEAR_ROW - 2, "Dates clés d’ici six semaines")
    write_header(
        book, sheet, (_NEAR_ROW - 1, 0), ["Début", "Genre", "S’y mettre le", "Date clé", "Quoi faire", "", "", ""]
    )
    near = _list_near(book, days[0])
    ends = 'IF(cles_fin="",cles_debut,cles_fin)'
    condition = f'(cles_debut<>"")*({ends}>={_MONDAY})*(cles_debut<{_MONDAY}+42)'
    for rank in range(_NEAR):
        row = _NEAR_ROW + rank
        found, known = f"$J{row + 1}", rank < len(near)
        formula = f'IFERROR(SMALL(IF({condition},ROW(cles_debut),""),{rank + 1}),"")'
        place = KEY_DATES_ROW + 1 + book.calendar.key_dates.index(near[rank]) if known else ""
        sheet.write_array_formula(row, 9, row, 9, f"{{={formula}}}", None, place)
        _write_near_row(book, sheet, row, found, near[rank] if known else None)


def _list_near(book: Book, monday: date) -> list[KeyDate]:
    last = monday + timedelta(days=42)
    return [each for each in book.calendar.key_dates if each.end >= monday and each.start < last]


def _write_near_row(book: Book, sheet: Worksheet, row: int, found: str, key_date: KeyDate | None) -> None:
    values: list[str | int] = ["", "", "", "", ""]
    if key_date:
        begin = serial(key_date.start - timedelta(weeks=key_date.prepare)) if key_date.prepare else ""
        note = " – ".join(filter(None, (key_date.place, key_date.note)))
        values = [serial(key_date.start), KINDS[key_date.kind], begin, key_date.title, note]
    sheet.set_row(row, 20)
    sheet.merge_range(row, 4, row, 7, None, _style_of(book, "sujet"))
    for place, letter in enumerate("ADECF"):
        own = f"INDEX('{KEY_DATES}'!${letter}:${letter},{found})"
        style = _style_of(book, "date" if letter in "AE" else "sujet")
        sheet.write_formula(row, place, f'=IF({found}="","",IF({own}="","",{own}))', style, values[place])
