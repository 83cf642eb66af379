"""The sheet « Listes »: the words of the drop-down lists, the twelve months, and today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book, serial
from chevalet.emit.xlsx.calendar.heading import header_style, row_style, write_heading
from chevalet.emit.xlsx.calendar.places import LIST_COLUMNS, LIST_PLACES, LIST_ROOM, LIST_ROW, LISTS, TODAY, list_cell

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_PURPOSE = "Ajoutez vos mots dans les cases vides des colonnes : ils paraîtront aussitôt dans les menus du calendrier."
_DAY = "yyyy-mm-dd"


def write_lists(book: Book) -> None:
    """Add the sheet; the months follow from the first one, so that the file serves another year."""
    sheet = book.add_sheet(LISTS, book.colors.rule)
    write_heading(book, sheet, LISTS, _PURPOSE)
    words = _words(book)
    for place, column in enumerate(LIST_COLUMNS):
        sheet.set_column(place, place, column.width, book.style())
        book.text(sheet, (LIST_ROW - 1, place), column.header, **header_style(book))
        for rank in range(LIST_ROOM):
            listed = words.get(column.key, ())
            fill = {"bg_color": book.colors.panel} if column.is_fixed else {}
            at = (LIST_ROW + rank, place)
            book.text(sheet, at, listed[rank] if rank < len(listed) else "", **row_style(book), **fill)
    sheet.set_row(LIST_ROW - 1, 32)
    _write_months(book, sheet)
    _write_today(book, sheet)
    sheet.freeze_panes(LIST_ROW, 0)
    sheet.repeat_rows(LIST_ROW - 1)


def _words(book: Book) -> Mapping[str, tuple[str, ...]]:
    choices = book.calendar.choices
    mediums = dict.fromkeys(channel.medium for channel in choices.channels if channel.medium)
    words: dict[str, tuple[str, ...]] = {
        "statuts": tuple(status.name for status in choices.statuses),
        "canaux": tuple(channel.name for channel in choices.channels),
        "publics": choices.audiences,
        "intentions": tuple(intent.name for intent in choices.intents),
        "objectifs": choices.goals,
        "formats": choices.formats,
        "consentements": choices.consents,
        "moyens": tuple(mediums),
        "noms": MONTHS,
    }
    return words


def month_starts(start: date) -> list[date]:
    """Return the first days of the twelve months from `start`."""
    months = range(start.month - 1, start.month + 11)
    return [date(start.year + month // 12, month % 12 + 1, 1) for month in months]


def month_label(day: date) -> str:
    """Return « janvier 2027 »."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _write_months(book: Book, sheet: Worksheet) -> None:
    base = row_style(book) | {"bg_color": book.colors.panel}
    label, day = LIST_PLACES["mois"], LIST_PLACES["debuts"]
    first = list_cell("debuts", 0)
    names = f"{list_cell('noms', 0)}:{list_cell('noms', 11).split('!')[1]}"
    for rank, start in enumerate(month_starts(book.calendar.start)):
        row = LIST_ROW + rank
        own = list_cell("debuts", rank)
        formula = f"=DATE(YEAR({first}),MONTH({first})+{rank},1)"
        dated = book.style(**base, num_format=_DAY, align="left")
        if rank:
            sheet.write_formula(row, day, formula, dated, serial(start))
        else:
            sheet.write_number(row, day, serial(start), book.style(**row_style(book), num_format=_DAY, align="left"))
        named = f'=INDEX({names},MONTH({own}))&" "&YEAR({own})'
        sheet.write_formula(row, label, named, book.style(**base), month_label(start))


def _write_today(book: Book, sheet: Worksheet) -> None:
    book.text(sheet, (3, 0), "Aujourd’hui", bold=True)
    style = book.style(num_format=_DAY, align="left")
    sheet.write_formula(3, 1, "=TODAY()", style, "")
    book.workbook.define_name(TODAY, f"='{LISTS}'!$B$4")
    note = "Pour une autre année : changez la première case de « Début du mois »."
    book.text(sheet, (3, 3), note, font_color=book.colors.muted)
