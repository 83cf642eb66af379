"""The sheet « Banque d’idées »: ideas to copy into the calendar, and room for one's own."""

from __future__ import annotations

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.heading import header_style, row_style, write_heading
from chevalet.emit.xlsx.calendar.places import IDEAS, list_area
from chevalet.model.calendar import Idea

_HEADERS = ("Idée", "Intention", "Format", "Où?", "Geste demandé", "Quand", "Utilisée le")
_WIDTHS = (74, 18, 24, 22, 28, 22, 17)
_PURPOSE = "Copiez une idée dans « Sujet », puis datez-la ici pour ne pas la refaire trop tôt."
_LISTS = {1: "intentions", 2: "formats", 3: "canaux"}
_HEADER_ROW = 4
_SPARE = 30


def write_ideas(book: Book) -> None:
    """Add the sheet: every idea of the course, then empty rows."""
    sheet = book.add_sheet(IDEAS, book.colors.rule)
    write_heading(book, sheet, IDEAS, _PURPOSE)
    ideas = book.calendar.ideas
    last = _HEADER_ROW + len(ideas) + _SPARE
    head = book.style(**header_style(book))
    columns = [{"header": header, "header_format": head} for header in _HEADERS]
    options = {"name": "TableIdees", "columns": columns, "style": None}
    sheet.add_table(_HEADER_ROW, 0, last, len(_HEADERS) - 1, options)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    for row in range(_HEADER_ROW + 1, last + 1):
        rank = row - _HEADER_ROW - 1
        sheet.set_row(row, 20)
        for place, text in enumerate(_cells(ideas[rank]) if rank < len(ideas) else [""] * 6):
            book.text(sheet, (row, place), text, **row_style(book) | {"valign": "vcenter"})
        book.day(sheet, (row, 6), None, **row_style(book))
    for place, key in _LISTS.items():
        rule = {"validate": "list", "source": "=" + list_area(key), "error_type": "information"}
        sheet.data_validation(_HEADER_ROW + 1, place, last, place, rule)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, 0, _HEADER_ROW + len(ideas) + 5, len(_HEADERS) - 1)


def _cells(idea: Idea) -> list[str]:
    return [idea.title, idea.intent, idea.format, idea.channel, idea.ask, idea.season]
