"""The sheet « Fiche de crise »: one page to fill in calmly and print."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.heading import row_style, write_header, write_heading
from chevalet.emit.xlsx.calendar.places import CRISIS

_WIDTHS = (34, 28, 22, 28, 4, 16, 28, 50)
_RIGHT = 5
_TOP = 4


def write_crisis(book: Book) -> None:
    """Add the sheet: who and whom to call on the left, the first hour and what to pause on the right."""
    sheet = book.add_sheet(CRISIS, book.colors.rule)
    crisis = book.calendar.crisis
    write_heading(book, sheet, CRISIS, crisis.intro)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    row = _write_rows(book, sheet, _TOP, ["Tâche", "Nom", "Téléphone", "Remplacement"], crisis.roles)
    row = _write_rows(book, sheet, row + 1, ["À appeler sans chercher", "Nom", "Téléphone", "Heures"], crisis.calls)
    below = _write_pauses(book, sheet, _write_steps(book, sheet) + 1)
    last = _write_boxes(book, sheet, max(row, below) + 1)
    sheet.print_area(0, 0, last - 1, len(_WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)


def _write_rows(book: Book, sheet: Worksheet, row: int, headers: list[str], names: tuple[str, ...]) -> int:
    write_header(book, sheet, (row, 0), headers)
    for rank, name in enumerate(names, start=row + 1):
        sheet.set_row(rank, 40)
        book.text(sheet, (rank, 0), name, **row_style(book) | {"valign": "vcenter"}, bold=True)
        for place in range(1, 4):
            book.text(sheet, (rank, place), "", **row_style(book))
    return row + len(names) + 1


def _write_boxes(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the questions that take a line or more, two side by side; return the row after them."""
    boxes = (
        (0, 0, 3, "Où sont rangés, hors de l’ordinateur, les accès de secours, et qui peut les ouvrir", ""),
        (0, _RIGHT, 7, "Notre message d’attente, prêt à remplir", book.calendar.crisis.message),
        (2, 0, 3, "La fiche est rangée ici, et une copie est chez", ""),
        (2, _RIGHT, 7, "Prochaine répétition (date)", ""),
    )
    frame = {"border": 1, "border_color": book.colors.rule, "text_wrap": True, "valign": "top"}
    for below, first, last, title, text in boxes:
        top = row + below
        sheet.set_row(top, 24)
        sheet.set_row(top + 1, 96)
        book.text(sheet, (top, first), title, bold=True, font_color=book.colors.accent)
        sheet.merge_range(top + 1, first, top + 1, last, None, book.style(**frame))
        book.text(sheet, (top + 1, first), text, **frame)
    return row + 4


def _write_steps(book: Book, sheet: Worksheet) -> int:
    write_header(book, sheet, (_TOP, _RIGHT), ["La première heure", "Geste", "Comment"])
    for rank, step in enumerate(book.calendar.crisis.steps, start=_TOP + 1):
        for place, text in enumerate((step.when, step.title, step.text), start=_RIGHT):
            book.text(sheet, (rank, place), text, **row_style(book) | {"valign": "vcenter"}, bold=place == _RIGHT + 1)
    return _TOP + len(book.calendar.crisis.steps) + 1


def _write_pauses(book: Book, sheet: Worksheet, row: int) -> int:
    write_header(book, sheet, (row, _RIGHT), ["Fait?", "En pause le jour même", "Qui, et à quelle heure"])
    pauses = book.calendar.crisis.pauses
    for rank, pause in enumerate(pauses, start=row + 1):
        for place, text in enumerate(("", pause, ""), start=_RIGHT):
            book.text(sheet, (rank, place), text, **row_style(book) | {"valign": "vcenter"})
    if pauses:
        rule = {"validate": "list", "source": ["Oui", "Non", "Sans objet"]}
        sheet.data_validation(row + 1, _RIGHT, row + len(pauses), _RIGHT, rule)
    return row + len(pauses) + 1
