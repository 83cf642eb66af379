"""The sheet « Dates clés »: holidays, dates of trade, the chamber's events and sessions, and room for one's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.heading import header_style, row_style, write_heading
from chevalet.emit.xlsx.calendar.places import KEY_DATES, area
from chevalet.model.calendar import KeyDate, KeyDateKind

KINDS: Mapping[KeyDateKind, str] = {
    KeyDateKind.HOLIDAY: "Férié",
    KeyDateKind.TRADE: "Commerce",
    KeyDateKind.EVENT: "Chambre",
    KeyDateKind.SESSION: "Atelier",
}
OWN = "À nous"
HEADER_ROW = 4
FIRST_ROW = 5
SPARE = 25
WATCHED = 200
_HEADERS = ("Début", "Fin", "Date clé", "Genre", "S’y mettre le", "Quoi faire", "À vérifier")
_WIDTHS = (18, 18, 48, 12, 18, 88, 14)
_PURPOSE = (
    "Fériés de la région, dates du commerce, activités de la chambre. Au bas, celles qui n’appartiennent qu’à vous."
)


def write_key_dates(book: Book) -> None:
    """Add the sheet and its named ranges; the last rows are empty."""
    sheet = book.add_sheet(KEY_DATES, book.colors.rule)
    write_heading(book, sheet, KEY_DATES, _PURPOSE)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    key_dates = book.calendar.key_dates
    last = FIRST_ROW + len(key_dates) + SPARE - 1
    head = book.style(**header_style(book))
    columns = [{"header": header, "header_format": head} for header in _HEADERS]
    sheet.add_table(
        HEADER_ROW, 0, last, len(_HEADERS) - 1, {"name": "TableDatesCles", "columns": columns, "style": None}
    )
    for row, key_date in enumerate(key_dates, start=FIRST_ROW):
        _write_row(book, sheet, row, key_date)
    for row in range(FIRST_ROW + len(key_dates), last + 1):
        _write_empty_row(book, sheet, row)
    _name_ranges(book)
    _finish(book, sheet, last)


def _write_row(book: Book, sheet: Worksheet, row: int, key_date: KeyDate) -> None:
    base = row_style(book) | {"valign": "vcenter"}
    sheet.set_row(row, 20)
    begin = key_date.start - timedelta(weeks=key_date.prepare) if key_date.prepare else None
    book.day(sheet, (row, 0), key_date.start, **base, bold=True)
    book.day(sheet, (row, 1), key_date.end if key_date.end > key_date.start else None, **base)
    book.text(sheet, (row, 2), key_date.title, **base)
    book.text(sheet, (row, 3), KINDS[key_date.kind], **base)
    book.day(sheet, (row, 4), begin, **base)
    book.text(sheet, (row, 5), " – ".join(filter(None, (key_date.place, key_date.note))), **base)
    book.text(sheet, (row, 6), "chaque année" if key_date.is_uncertain else "", **base)


def _write_empty_row(book: Book, sheet: Worksheet, row: int) -> None:
    base = row_style(book)
    for place in (0, 1, 4):
        book.day(sheet, (row, place), None, **base)
    for place in (2, 3, 5, 6):
        book.text(sheet, (row, place), "", **base)


def _name_ranges(book: Book) -> None:
    for name, place in (("cles_debut", 0), ("cles_fin", 1), ("cles_titre", 2)):
        book.workbook.define_name(name, "=" + area(KEY_DATES, place, FIRST_ROW, WATCHED))


def _finish(book: Book, sheet: Worksheet, last: int) -> None:
    kinds = [*KINDS.values(), OWN]
    rule = {"validate": "list", "source": kinds, "error_type": "information"}
    sheet.data_validation(FIRST_ROW, 3, last, 3, rule)
    fills = {"Férié": book.colors.warning_tint, "Chambre": book.colors.tint, "Atelier": book.colors.tint}
    for kind, fill in fills.items():
        look = book.workbook.add_format({"bg_color": fill})
        test = {"type": "formula", "criteria": f'=$D{FIRST_ROW + 1}="{kind}"', "format": look}
        sheet.conditional_format(FIRST_ROW, 3, last, 3, test)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.print_area(0, 0, FIRST_ROW + len(book.calendar.key_dates) + 5, len(_HEADERS) - 1)
    sheet.repeat_rows(HEADER_ROW)
