"""Note aux médias: one page for the newspaper, the radio and the bulletin of the town."""

from __future__ import annotations

from collections.abc import Iterator

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
from chevalet.compose.writing import Desk, paragraph, text
from chevalet.model.course import Course, Section
from chevalet.model.flow import Cover, Flow, FlowBlock, Heading
from chevalet.model.inline import Inlines, Strong
from chevalet.model.project import TextPart


def make_press_note(course: Course, supplies: Supplies) -> Flow:
    """Return the note; one of a moved session begins with the new date, one of a cancelled session says that alone."""
    desk = Desk(course.locale)
    sections = [each for each in find_sections(course, TextPart.PRESS_NOTE) if _is_said(each, course)]
    blocks = [*_warn(course, desk)]
    for number, section in enumerate(sections):
        blocks += [*((Heading(2, section.title, section.key),) if number else ()), *open_section(section, desk)]
    title = sections[0].title if sections else tell_title(course, TextPart.PRESS_NOTE, desk)
    flow = make_sheet(TextPart.PRESS_NOTE, title, course, tuple(blocks), supplies)
    lines = (desk.say("press-release"), *flow.cover.lines)
    return replace(flow, subtitle=desk.say("press-note"), cover=Cover(False, lines))


def _is_said(section: Section, course: Course) -> bool:
    return (name_section(section) == CANCELLED) == is_cancelled(course)


def _warn(course: Course, desk: Desk) -> Iterator[FlowBlock]:
    word = "cancelled" if is_cancelled(course) else "new-date" if is_moved(course) else ""
    if word:
        date: Inlines = text(course.locale.long_date(course.session.date)) if course.session.date else ()
        before = desk.say("named-value", name=desk.word(word), value="") if date else desk.say(word)
        yield paragraph((Strong((*before, *date)),))
