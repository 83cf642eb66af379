"""From a workshop to the papers made of it: compose → emit → verify, one document after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct

from chevalet.compose import Supplies, compose
from chevalet.compose.calendar import compose_calendar
from chevalet.diagnostics import Diagnostic
from chevalet.emit.csv import emit_calendar_csv
from chevalet.emit.deck_pdf import emit_contact_sheet, emit_deck_pdf
from chevalet.emit.docx import emit_docx
from chevalet.emit.html import emit_html
from chevalet.emit.ics import emit_calendar_ics
from chevalet.emit.pdf import emit_pdf
from chevalet.emit.svg import draw_slides
from chevalet.emit.xlsx.calendar import emit_calendar_xlsx
from chevalet.model.calendar import Calendar
from chevalet.model.calendar_source import CalendarPlace
from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.flow import Flow
from chevalet.model.project import Project
from chevalet.model.theme import Theme
from chevalet.plan.targets import Task
from chevalet.resolve import resolve_calendar

Emitted = tuple[bytes, tuple[Diagnostic, ...]]
Draft = Deck | Flow | Calendar
"""A paper before its format is chosen."""

OF_A_DECK: Mapping[tuple[str, str], Callable[[Deck, Theme], bytes]] = MappingProxyType(
    {("deck", "pdf"): emit_deck_pdf, ("contact-sheet", "pdf"): emit_contact_sheet}
)
OF_A_FLOW: Mapping[str, Callable[[Flow, Theme], Emitted]] = MappingProxyType(
    {"pdf": emit_pdf, "docx": emit_docx, "html": emit_html}
)
OF_A_CALENDAR: Mapping[str, Callable[[Calendar, Theme], Emitted]] = MappingProxyType(
    {
        "xlsx": emit_calendar_xlsx,
        "csv": lambda calendar, _: emit_calendar_csv(calendar),
        "ics": lambda calendar, _: emit_calendar_ics(calendar),
    }
)
_PAGE = re.compile(rb"/Type ?/Page\b")
# The same document, set larger.
LARGE = MappingProxyType({"large-workbook": "workbook"})


class Material(Struct, frozen=True):
    """What the papers of one target are made of: its deck and all the course's workshops only where they are needed."""

    project: Project
    course: Course
    deck: Deck | None = None
    workshops: tuple[Course, ...] = ()


def needs_deck(task: Task) -> bool:
    """Return whether a paper shows slides."""
    return is_of_deck(task) or task.kind == "guide"


def is_of_deck(task: Task) -> bool:
    return (task.kind, task.format) in OF_A_DECK


def draft_paper(task: Task, material: Material) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Return all that a paper's bytes depend on beside the theme, and what there is to say of it."""
    if is_of_deck(task) and material.deck:
        return material.deck, ()
    return compose(material.course, LARGE.get(task.kind, task.kind), _supply(task, material))


def draft_calendar(task: Task, project: Project) -> tuple[Calendar | None, tuple[Diagnostic, ...]]:
    """Return the editorial calendar, None when the course has none."""
    source, resolved = resolve_calendar(project, task.target.language)
    if source is None:
        return None, resolved
    calendar, composed = compose_calendar(project, source, CalendarPlace())
    return calendar, (*resolved, *composed)


def emit_paper(task: Task, draft: Draft, theme: Theme) -> Emitted:
    """Return the bytes of a paper, and what there is to say of them."""
    match draft:
        case Deck():
            return OF_A_DECK[task.kind, task.format](draft, theme), ()
        case Flow():
            return OF_A_FLOW[task.format](draft, theme)
        case Calendar():
            return OF_A_CALENDAR[task.format](draft, theme)
        case _:
            assert_never(draft)


def count_pages(content: bytes) -> int:
    """Return the pages of a PDF, 0 for any other file: typst writes each page's dictionary as it is."""
    return len(_PAGE.findall(content)) if content.startswith(b"%PDF") else 0


def _supply(task: Task, material: Material) -> Supplies:
    deck = material.deck if task.kind == "guide" else None
    drawn = zip(deck.slides, draw_slides(deck, material.project.theme), strict=True) if deck else ()
    thumbnails = {slide.key: drawing for slide, drawing in drawn}
    return Supplies(material.workshops, deck, thumbnails, is_large=task.kind in LARGE)
