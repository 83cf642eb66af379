"""A calendar as a table: the one people fill, and the example; one row a publication."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import COUNT, Book
from chevalet.emit.xlsx.calendar.columns import COLUMNS, LETTERS, VISIBLE, Column, own
from chevalet.emit.xlsx.calendar.flags import find_flags, flag_formula
from chevalet.emit.xlsx.calendar.heading import header_style, row_style
from chevalet.emit.xlsx.calendar.places import FIRST_ROW, HEADER_ROW, WATCHED_ROWS, list_area
from chevalet.emit.xlsx.calendar.warnings import warn
from chevalet.model.calendar import Entry

_TIME = 'h" h "mm'
_BANDS = ((0, "Chaque semaine"), (8, "Planifier"), (20, "Mesurer"))
_ROW_HEIGHT = 18


class Rows(Struct, frozen=True):
    """A calendar's rows: `prefix` names their ranges, `table` the table, `size` is how many rows it has.

    `today` is the cell that their dates are compared with; `seen` its value, None when it changes each day.
    """

    prefix: str
    table: str
    entries: tuple[Entry, ...]
    size: int
    today: str
    seen: date | None = None


def write_rows(book: Book, sheet: Worksheet, rows: Rows) -> None:
    """Write the table with its folded columns, drop-down lists, warnings and print set-up."""
    _set_columns(book, sheet)
    _write_bands(book, sheet)
    _add_table(book, sheet, rows)
    for place in range(rows.size):
        entry = rows.entries[place] if place < len(rows.entries) else Entry()
        sheet.set_row(FIRST_ROW + place, _ROW_HEIGHT)
        _write_row(book, sheet, FIRST_ROW + place, entry)
    _write_formulas(book, sheet, rows)
    _add_lists(book, sheet)
    warn(book, sheet, rows.today if rows.seen else "TODAY()")
    _set_print(sheet, rows)


def _set_columns(book: Book, sheet: Worksheet) -> None:
    for place, column in enumerate(COLUMNS):
        folded = {"level": column.level, "hidden": True} if column.level else {}
        sheet.set_column(place, place, column.width, book.style(), folded)
    sheet.set_column(len(COLUMNS), len(COLUMNS), 4, None, {"collapsed": True})


def _write_bands(book: Book, sheet: Worksheet) -> None:
    for place, title in _BANDS:
        book.text(sheet, (HEADER_ROW - 1, place), title, bold=True, font_size=10, font_color=book.colors.accent)


def _add_table(book: Book, sheet: Worksheet, rows: Rows) -> None:
    head = book.style(**header_style(book))
    columns = [
        {"header": column.header, "header_format": head, **_own_formula(book, rows, column)} for column in COLUMNS
    ]
    last = FIRST_ROW + rows.size - 1
    options = {"name": rows.table, "columns": columns, "style": None, "banded_rows": False}
    sheet.set_row(HEADER_ROW, 22)
    sheet.add_table(HEADER_ROW, 0, last, len(COLUMNS) - 1, options)


def _own_formula(book: Book, rows: Rows, column: Column) -> dict[str, str]:
    if column.key == "alerte":
        return {"formula": flag_formula(rows.prefix, rows.today, book.calendar.choices.statuses)}
    if column.key == "repere":
        return {"formula": _key_date_formula()}
    return {}


def _key_date_formula() -> str:
    day = own("date")
    return f'=IF(ISNUMBER({day}),IFERROR(INDEX(cles_titre,MATCH({day},cles_debut,0)),""),"")'


def _write_row(book: Book, sheet: Worksheet, row: int, entry: Entry) -> None:
    base = row_style(book) | {"text_wrap": False, "valign": "vcenter"}
    for place, column in enumerate(COLUMNS):
        value = getattr(entry, column.field) if column.field else None
        at = (row, place)
        match column.kind:
            case "day":
                book.day(sheet, at, value, **base)
            case "text":
                book.text(sheet, at, value or "", **base)
            case "time" | "number":
                _write_number(book, sheet, at, value, {**base, **_number_format(column)})


def _write_number(
    book: Book, sheet: Worksheet, at: tuple[int, int], value: int | None, style: Mapping[str, object]
) -> None:
    """Write a count, or a time of day in minutes as the share of a day that spreadsheets keep."""
    made = book.style(**style)
    if value is None:
        sheet.write_blank(*at, None, made)
    else:
        sheet.write_number(*at, value / 1440 if style["num_format"] == _TIME else value, made)


def _number_format(column: Column) -> dict[str, object]:
    return {"num_format": _TIME, "align": "left"} if column.kind == "time" else {"num_format": COUNT}


def _write_formulas(book: Book, sheet: Worksheet, rows: Rows) -> None:
    style = book.style(**row_style(book) | {"text_wrap": False, "valign": "vcenter", "font_color": book.colors.warning})
    calm = book.style(**row_style(book) | {"text_wrap": False, "valign": "vcenter", "font_color": book.colors.muted})
    statuses = book.calendar.choices.statuses
    flag = flag_formula(rows.prefix, rows.today, statuses)
    key_dates = {each.start: each.title for each in reversed(book.calendar.key_dates)}
    for place in range(rows.size):
        entry = rows.entries[place] if place < len(rows.entries) else Entry()
        # What depends on today has no value until the file is opened.
        flags = find_flags(entry, rows.entries, rows.seen, statuses) if rows.seen else ""
        title = key_dates.get(entry.day, "") if entry.day else ""
        row = FIRST_ROW + place
        sheet.write_formula(row, 7, flag, style, flags)
        sheet.write_formula(row, 8, _key_date_formula(), calm, title)


def _add_lists(book: Book, sheet: Worksheet) -> None:
    last = FIRST_ROW + WATCHED_ROWS - 1
    for place, column in enumerate(COLUMNS):
        rule = _rule_of(book, column)
        if rule:
            sheet.data_validation(FIRST_ROW, place, last, place, rule)


def _rule_of(book: Book, column: Column) -> dict[str, object]:
    if column.choices == "statuts":
        count = max(1, len(book.calendar.choices.statuses))
        return {
            "validate": "list",
            "source": "=" + list_area("statuts", count),
            "error_title": "Statut",
            "error_message": "Choisissez un statut de la liste : les couleurs et les alertes en dépendent.",
        }
    if column.choices:
        return {
            "validate": "list",
            "source": "=" + list_area(column.choices),
            "error_type": "information",
            "error_title": "Hors de la liste",
            "error_message": "Ce mot n’est pas dans la feuille Listes : y ajouter le mot le fera compter.",
        }
    return _RULES.get(column.kind, {})


_RULES: dict[str, dict[str, object]] = {
    "day": {
        "validate": "date",
        "criteria": ">=",
        "value": date(2000, 1, 1),
        "error_type": "warning",
        "error_title": "Date",
        "error_message": "Tapez une date, par exemple 2027-01-14.",
    },
    "time": {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 0.999989,
        "error_type": "warning",
        "error_title": "Heure",
        "error_message": "Tapez une heure, par exemple 9:00.",
    },
    "number": {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_type": "warning",
        "error_title": "Nombre",
        "error_message": "Tapez un nombre, sans mot.",
    },
}


def _set_print(sheet: Worksheet, rows: Rows) -> None:
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(HEADER_ROW)
    filled = max(len(rows.entries), 1)
    sheet.print_area(0, 0, FIRST_ROW + min(rows.size, filled + 5) - 1, VISIBLE - 1)
    sheet.outline_settings(visible=True, symbols_below=True, symbols_right=True)
    assert LETTERS["alerte"] == "H", "the formulas are written in the eighth and ninth columns"
