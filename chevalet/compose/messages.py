"""Messages: what people are written from the announcement to a month later, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from msgspec.structs import replace

from chevalet.compose.sheet import (
    CANCELLED,
    find_sections,
    is_cancelled,
    is_moved,
    make_sheet,
    name_section,
    open_section,
    tell_title,
)
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import NOWHERE, Desk, paragraph, tell_partners, text
from chevalet.model.block import List, ListItem
from chevalet.model.course import Course, Section
from chevalet.model.flow import Cover, Details, Flow, FlowBlock, FlowBlocks, Heading
from chevalet.model.inline import Inlines, LineBreak, Strong
from chevalet.model.project import TextPart

SERIES, MOVED, SIGNATURE = "annonce-serie", "deplacee", "signature"
"""The ids of the sections that are treated apart; a region may add others, which are printed as they are."""
DAYS: Mapping[str, int] = MappingProxyType(
    {
        SERIES: -42,
        "annonce": -30,
        "j-7": -7,
        "j-1": -1,
        "ce-soir": 0,
        "j-plus-1": 1,
        "j-plus-30": 30,
    }
)
"""When a message is sent, in days after the session; the others are sent when something happens."""


def make_messages(course: Course, supplies: Supplies) -> Flow:
    """Return the messages in the order they are sent, each with its subject line and its day."""
    return _make(TextPart.MESSAGES, course, supplies)


def make_posts(course: Course, supplies: Supplies) -> Flow:
    """Return the short texts for networks, in the order they are posted."""
    return _make(TextPart.POSTS, course, supplies)


def _make(part: TextPart, course: Course, supplies: Supplies) -> Flow:
    desk = Desk(course.locale)
    sections = {name_section(section): section for section in find_sections(course, part)}
    signed = open_section(sections.pop(SIGNATURE), desk) if SIGNATURE in sections else ()
    signed = (*_thank_partners(course, desk), *signed) if signed else ()
    blocks: list[FlowBlock] = []
    for name, section in _choose(sections, course):
        blocks += _open_message(name, section, course, desk)
        blocks += _list_workshops(supplies, desk) if name == SERIES else ()
        blocks += signed
    flow = make_sheet(part, tell_title(course, part, desk), course, tuple(blocks), supplies)
    date = text(course.locale.long_date(course.session.date)) if course.session.date else desk.say("session-date-unset")
    return replace(flow, cover=Cover(False, flow.cover.lines, ((desk.say("session-date"), date),)))


def _thank_partners(course: Course, desk: Desk) -> FlowBlocks:
    """Return the names of the partners, then what each asks to be said of it."""
    names = tell_partners(course, desk)
    said = [text(partner.mention) for partner in course.partners if partner.mention]
    return tuple(map(paragraph, (names, *said))) if names else ()


def _choose(sections: Mapping[str, Section], course: Course) -> list[tuple[str, Section]]:
    """Return what may still be sent: of a session that will not be, that alone; of a moved one, that first."""
    listed = list(sections.items())
    if is_cancelled(course) and CANCELLED in sections:
        return [(CANCELLED, sections[CANCELLED])]
    return sorted(listed, key=lambda each: each[0] != MOVED) if is_moved(course) else listed


def _open_message(name: str, section: Section, course: Course, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a message; the `###` that may begin it is its subject line."""
    yield Heading(1, section.title, section.key)
    subject, body = _split(open_section(section, desk))
    rows = ((desk.say("message-subject"), subject),) if subject else ()
    if (day := _tell_day(name, course)) and name in DAYS:
        rows = ((desk.say("message-send"), day), *rows)
    if rows:
        yield Details(rows)
    yield from body


def _split(blocks: FlowBlocks) -> tuple[Inlines, FlowBlocks]:
    match blocks:
        case (Heading(inlines=subject), *body):
            return subject, tuple(body)
        case _:
            return (), blocks


def _tell_day(name: str, course: Course) -> Inlines:
    date = course.session.date
    return text(course.locale.long_date(date + timedelta(days=DAYS.get(name, 0)))) if date else ()


def _list_workshops(supplies: Supplies, desk: Desk) -> FlowBlocks:
    """Return the course's workshops as a list: title, date when it is set, and what each is for."""
    items = tuple(ListItem((paragraph(_tell_workshop(course, desk)),), NOWHERE) for course in supplies.workshops)
    return (List(items, NOWHERE, ordered=True),) if items else ()


def _tell_workshop(course: Course, desk: Desk) -> Inlines:
    date = course.session.date
    when = (LineBreak(), *text(desk.locale.long_date(date))) if date else ()
    return (Strong(course.workshop_title), *when, LineBreak(), *course.summary)
