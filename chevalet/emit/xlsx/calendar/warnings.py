"""Colours of the calendar's rows that follow what they say; the words stand in the cells themselves."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.columns import LETTERS, PLACES
from chevalet.emit.xlsx.calendar.flags import DOUBLE, is_any, names_of, quoted
from chevalet.emit.xlsx.calendar.places import FIRST_ROW, WATCHED_ROWS
from chevalet.model.calendar import Stage

_LAST = FIRST_ROW + WATCHED_ROWS - 1


def warn(book: Book, sheet: Worksheet, today: str) -> None:
    """Add the rules; they look at their own sheet only, which is all that Google Sheets allows them."""
    statuses = book.calendar.choices.statuses
    day, owner, status = _own("date"), _own("responsable"), _own("statut")
    has_subject = f'{_own("sujet")}<>""'
    cancelled = is_any(status, names_of(statuses, Stage.CANCELLED))
    settled = is_any(status, names_of(statuses, Stage.SCHEDULED, Stage.PUBLISHED, Stage.CANCELLED))
    alarm = {"bg_color": book.colors.warning_tint, "font_color": book.colors.ink}
    colors = book.colors
    late = {"font_color": colors.warning, "bold": True}
    _add(book, sheet, ("date", "heure"), f"AND({has_subject},ISNUMBER({day}),{day}<{today},NOT({settled}))", late)
    _add(book, sheet, ("responsable", "responsable"), f'AND({has_subject},{owner}="",NOT({cancelled}))', alarm)
    double = f"ISNUMBER(SEARCH({quoted(DOUBLE)},{_own('alerte')}))"
    _add(book, sheet, ("date", "canal"), double, alarm)
    _add(book, sheet, ("date", "responsable"), cancelled, {"font_color": colors.muted, "font_strikeout": True})
    _add(book, sheet, ("date", "heure"), f'AND({day}<>"",{_own("sujet")}="")', {"font_color": colors.muted})
    paint_statuses(book, sheet, (FIRST_ROW, PLACES["statut"], _LAST, PLACES["statut"]), status)


def paint_statuses(book: Book, sheet: Worksheet, box: tuple[int, int, int, int], cell: str) -> None:
    """Fill the cells of a box by the status that `cell`, written for its first cell, holds."""
    for status, fill in zip(book.calendar.choices.statuses, book.fills, strict=True):
        is_cancelled = status.stage is Stage.CANCELLED
        look = {"bg_color": fill, "font_color": book.colors.muted if is_cancelled else book.colors.ink}
        _format(book, sheet, box, f"{cell}={quoted(status.name)}", look)


def _add(book: Book, sheet: Worksheet, keys: tuple[str, str], test: str, look: Mapping[str, object]) -> None:
    _format(book, sheet, (FIRST_ROW, PLACES[keys[0]], _LAST, PLACES[keys[1]]), test, look)


def _format(
    book: Book, sheet: Worksheet, box: tuple[int, int, int, int], test: str, look: Mapping[str, object]
) -> None:
    made = book.workbook.add_format(look)
    sheet.conditional_format(*box, {"type": "formula", "criteria": f"={test}", "format": made})


def _own(key: str) -> str:
    return f"${LETTERS[key]}{FIRST_ROW + 1}"
