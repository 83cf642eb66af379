"""The sheet « Mode d’emploi »: how to begin, fifteen minutes a week, and every other sheet one click away."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.agenda import clock
from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.flags import MEANINGS
from chevalet.emit.xlsx.calendar.heading import TITLE_SIZE, row_style
from chevalet.emit.xlsx.calendar.lists import month_label, month_starts
from chevalet.emit.xlsx.calendar.places import (
    CALENDAR,
    CRISIS,
    DASHBOARD,
    EXAMPLE,
    GUIDE,
    IDEAS,
    KEY_DATES,
    LINKS,
    LISTS,
    MONTH,
    WEEK,
)
from chevalet.model.session import Session, SessionStatus

_WIDTHS = (3, 26, 58, 4, 24, 66)
_LEFT, _RIGHT = 1, 4
_HEIGHT, _LAST = 27, 60
_STEPS = (
    ("1. Écrire les noms", "Dans Listes, colonne « Qui écrit, qui relit » : deux prénoms suffisent."),
    ("2. Remplir une ligne", "Dans Calendrier : un sujet, un lieu, un geste, un prénom, un statut. Les dates y sont."),
    ("3. Regarder le mois", "Dans Mois : ce qui sort, et les dates à ne pas oublier."),
    ("4. Copier une idée", "Une ligne reste vide? La banque en a {ideas}, aucune n’attend l’actualité."),
)
_SHEETS = (
    (CALENDAR, "La seule feuille à remplir : une ligne, une publication."),
    (MONTH, "Le mois choisi, en grille, avec les dates clés."),
    (WEEK, "La semaine : à publier, à écrire, à prévoir."),
    (IDEAS, "Des sujets qui rendent service, et la place pour les vôtres."),
    (KEY_DATES, "Fériés, dates du commerce, activités de la chambre."),
    (LINKS, "Des liens qui disent d’où viennent les gens."),
    (DASHBOARD, "Six nombres et quatre graphiques, sans rien saisir."),
    (EXAMPLE, "Huit semaines d’une boulangerie inventée."),
    (CRISIS, "Une page à remplir à froid et à imprimer."),
    (LISTS, "Les mots des menus : ajoutez les vôtres."),
)
_STATES = {
    SessionStatus.TENTATIVE: "à confirmer",
    SessionStatus.CONFIRMED: "confirmé",
    SessionStatus.CANCELLED: "annulé",
}


def write_guide(book: Book) -> None:
    """Add the sheet that the book opens on."""
    sheet = book.add_sheet(GUIDE, book.colors.accent)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    for row in range(2, _LAST):
        sheet.set_row(row, _HEIGHT)
    _write_title(book, sheet)
    row = _write_pairs(book, sheet, (3, _LEFT), "Commencer, en cinq minutes", _first_steps(book))
    row = _write_pairs(book, sheet, (row + 1, _LEFT), "Chaque semaine", _weekly(book))
    left = _write_pairs(book, sheet, (row + 1, _LEFT), "Ce que dit « À surveiller »", MEANINGS)
    row = _write_sheets(book, sheet)
    row = _write_statuses(book, sheet, row + 1)
    right = _write_pairs(book, sheet, (row + 1, _RIGHT), "Vos ateliers", map(_describe, book.calendar.sessions))
    sheet.print_area(0, 0, max(left, right), len(_WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)
    sheet.activate()


def _write_title(book: Book, sheet: Worksheet) -> None:
    calendar = book.calendar
    months = month_starts(calendar.start)
    sheet.set_row(0, 40)
    look = {"font_name": book.heading, "font_size": TITLE_SIZE + 4, "font_color": book.colors.accent}
    book.text(sheet, (0, _LEFT), calendar.title, **look)
    span = f"De {month_label(months[0])} à {month_label(months[-1])}"
    book.text(sheet, (1, _LEFT), " · ".join(filter(None, (span, calendar.organizer))), font_color=book.colors.muted)


def _first_steps(book: Book) -> list[tuple[str, str]]:
    return [(step, how.replace("{ideas}", str(len(book.calendar.ideas)))) for step, how in _STEPS]


def _weekly(book: Book) -> list[tuple[str, str]]:
    return [
        (f"{_DAYS[slot.weekday]}, {clock(slot.start)}", f"{slot.title}. {slot.note}") for slot in book.calendar.writing
    ]


_DAYS = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")


def _write_pairs(
    book: Book, sheet: Worksheet, place: tuple[int, int], title: str, pairs: Iterable[tuple[str, str]]
) -> int:
    """Write a title and, under it, pairs of words; return the row after them."""
    row, column = place
    _write_section(book, sheet, row, column, title)
    for word, meaning in pairs:
        row += 1
        book.text(sheet, (row, column), word, **row_style(book) | {"valign": "vcenter"}, bold=True)
        book.text(sheet, (row, column + 1), meaning, **row_style(book) | {"valign": "vcenter"})
    return row + 1


def _write_section(book: Book, sheet: Worksheet, row: int, column: int, title: str) -> None:
    look = {"font_name": book.heading, "font_size": 14, "bold": True, "font_color": book.colors.accent}
    book.text(sheet, (row, column), title, **look, bottom=2, bottom_color=book.colors.accent)
    book.text(sheet, (row, column + 1), "", bottom=2, bottom_color=book.colors.accent)


def _write_sheets(book: Book, sheet: Worksheet) -> int:
    _write_section(book, sheet, 3, _RIGHT, "Les feuilles, à un clic")
    for row, (target, purpose) in enumerate(_SHEETS, start=4):
        style = row_style(book) | {"valign": "vcenter", "bold": target in (CALENDAR, MONTH)}
        book.link(sheet, (row, _RIGHT), target, target, **style)
        book.text(sheet, (row, _RIGHT + 1), purpose, **row_style(book) | {"valign": "vcenter"})
    return 4 + len(_SHEETS)


def _write_statuses(book: Book, sheet: Worksheet, row: int) -> int:
    _write_section(book, sheet, row, _RIGHT, "Les statuts, dans l’ordre")
    for status, fill in zip(book.calendar.choices.statuses, book.fills, strict=True):
        row += 1
        look = row_style(book) | {"valign": "vcenter", "bg_color": fill, "indent": 1}
        book.text(sheet, (row, _RIGHT), status.name, **look)
        book.text(sheet, (row, _RIGHT + 1), status.meaning, **row_style(book) | {"valign": "vcenter"})
    return row + 1


def _describe(session: Session) -> tuple[str, str]:
    hours = f"{clock(session.start)} à {clock(session.end)}"
    when = session.date.isoformat() if session.date else "Date à venir"
    state = _STATES[session.status] if session.date else ""
    place = ", ".join(filter(None, (session.place, session.address)))
    return f"{when}, {hours}", " · ".join(filter(None, (session.title, place, state)))
