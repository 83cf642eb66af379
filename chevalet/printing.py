"""From a workshop to the papers made of it: compose → emit → verify, one document after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose import Supplies, compose
from chevalet.compose.calendar import compose_calendar
from chevalet.compose.certificates import compose_certificates
from chevalet.compose.print_set import EDITIONS, compose_print_set, print_instructions
from chevalet.diagnostics import Diagnostic, Severity, diagnostic
from chevalet.emit.csv import emit_calendar_csv
from chevalet.emit.deck_pdf import emit_contact_sheet, emit_deck_pdf
from chevalet.emit.docx import emit_docx
from chevalet.emit.html import emit_html
from chevalet.emit.ics import emit_calendar_ics
from chevalet.emit.pdf import emit_pdf
from chevalet.emit.pdf.binding import bind_pdfs
from chevalet.emit.pdf.certificates import emit_certificates
from chevalet.emit.svg import draw_slides
from chevalet.emit.text import Preset, emit_text
from chevalet.emit.xlsx.calendar import emit_calendar_xlsx
from chevalet.emit.xlsx.paper import emit_xlsx
from chevalet.model.artifact import Made
from chevalet.model.calendar import Calendar
from chevalet.model.certificate import Certificates
from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.flow import Flow
from chevalet.model.inline import plain_text
from chevalet.model.print_set import PrintSet
from chevalet.model.private import PEOPLE, Records
from chevalet.model.project import Project
from chevalet.model.theme import Theme
from chevalet.plan.targets import Task
from chevalet.resolve import resolve_calendar
from chevalet.span import Span

Emitted = tuple[bytes, tuple[Diagnostic, ...]]
Draft = Deck | Flow | Calendar | Certificates
"""A paper before its format is chosen."""

OF_A_DECK: Mapping[tuple[str, str], Callable[[Deck, Theme], bytes]] = MappingProxyType(
    {("deck", "pdf"): emit_deck_pdf, ("contact-sheet", "pdf"): emit_contact_sheet}
)
OF_A_FLOW: Mapping[str, Callable[[Flow, Theme], Emitted]] = MappingProxyType(
    {
        "pdf": emit_pdf,
        "docx": emit_docx,
        "html": emit_html,
        "xlsx": emit_xlsx,
        "txt": lambda flow, _: emit_text(flow),
    }
)
OF_A_CALENDAR: Mapping[str, Callable[[Calendar, Theme], Emitted]] = MappingProxyType(
    {
        "xlsx": emit_calendar_xlsx,
        "csv": lambda calendar, _: emit_calendar_csv(calendar),
        "ics": lambda calendar, _: emit_calendar_ics(calendar),
    }
)
# What is pasted into a social network.
POSTS = "posts"
FONTS = "themes/chevalet/fonts"
_PAGE = re.compile(rb"/Type ?/Page\b")
CERTIFICATES = "certificates"
# The term that holds the number of an accredited organizer.
ACCREDITATION = "chamber.accreditation"
_WARNED = MappingProxyType({Severity.ERROR: Severity.WARNING})
PRINTED_EDITIONS = EDITIONS
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


def needs_workshops(task: Task) -> bool:
    """Return whether a paper lists all the workshops of the course."""
    return task.is_for_course or task.kind == "messages"


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
    calendar, composed = compose_calendar(project, source, project.place)
    return calendar, (*resolved, *composed)


def weigh_private(task: Task, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with private files as it weighs on one file.

    One bad row is one certificate too few, so that none is made; a report shows the place to fill.
    """
    if task.kind == CERTIFICATES:
        return tuple(each for each in found if each.span.path.endswith(f"/{PEOPLE}"))
    return tuple(replace(each, severity=_WARNED.get(each.severity, each.severity)) for each in found)


def draft_private(task: Task, material: Material, records: Records) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Return what is made of a session's private files, and what there is to say of it."""
    if task.kind == CERTIFICATES:
        number = material.project.terms.get(ACCREDITATION, "")
        return compose_certificates(material.course, records.people or (), number)
    return compose(material.course, task.kind, Supplies(records=records))


def draft_print_set(courses: Mapping[str, Course], deck: Deck | None) -> tuple[PrintSet, tuple[Diagnostic, ...]]:
    """Return what is printed for a workshop, resolved for each of `PRINTED_EDITIONS`."""
    return compose_print_set(courses, Supplies(deck=deck))


def bind_print_set(print_set: PrintSet, files: Sequence[Made], theme: Theme) -> Emitted:
    """Return the documents of a print set as one PDF, after the page that tells how to print them."""
    if not all(file.content for file in files):
        return b"", ()
    first, emitted = emit_pdf(print_instructions(print_set, [file.slides for file in files]), theme)
    titles = (plain_text(item.label) for item in print_set.items)
    return bind_pdfs(first, [*zip(titles, (file.content for file in files), strict=True)]), emitted


def emit_paper(task: Task, draft: Draft, theme: Theme) -> Emitted:
    """Return the bytes of a paper, and what there is to say of them; a PDF without its faces would show no word."""
    if task.format == "pdf" and not theme.font_folder:
        return b"", (diagnostic("missing-fonts", Span(FONTS), path=FONTS),)
    match draft:
        case Deck():
            return OF_A_DECK[task.kind, task.format](draft, theme), ()
        case Flow() if task.kind == POSTS:
            return emit_text(draft, Preset.SOCIAL)
        case Flow():
            return OF_A_FLOW[task.format](draft, theme)
        case Certificates():
            return emit_certificates(draft, theme)
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
    day = material.course.session.date
    date = material.course.locale.long_date(day) if day else ""
    return Supplies(material.workshops, deck, thumbnails, date, is_large=task.kind in LARGE)
