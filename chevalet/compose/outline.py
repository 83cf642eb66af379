"""Plan de cours: the course and its workshops on two pages, for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.frame import choose_paper, print_texts, tell_hours
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, bullets, capitalize, join, paragraph, tell_number, text
from chevalet.model.course import Course
from chevalet.model.flow import Columns, Cover, Flow, FlowBlock, Heading
from chevalet.model.inline import Inlines, Strong
from chevalet.model.project import TextPart

_BETWEEN = " · "


def make_outline(course: Course, supplies: Supplies) -> Flow:
    """Return the outline of the whole course; of `course` alone when no other workshop was given."""
    desk = Desk(course.locale)
    workshops = supplies.workshops or (course,)
    blocks = (
        *print_texts(TextPart.OUTLINE, course, desk, has_title=False),
        *(block for workshop in workshops for block in _print_workshop(workshop, desk)),
    )
    return Flow(
        kind="outline",
        title=course.course_title,
        subtitle=desk.say("outline"),
        language=course.locale.tag,
        paper=choose_paper(course),
        number=0,
        cover=Cover(False, (capitalize(text(course.chamber)),) if course.chamber else ()),
        running=join((course.course_title, desk.say("outline")), _BETWEEN),
        author=course.chamber,
        blocks=blocks,
        is_large=supplies.is_large,
        locale=course.locale,
    )


def _print_workshop(course: Course, desk: Desk) -> Iterator[FlowBlock]:
    before = join((tell_number(course, desk), text(tell_hours(course))), _BETWEEN)
    yield Heading(2, course.workshop_title, course.target.workshop, before)
    yield paragraph(course.summary)
    parts = tuple(segment.title for segment in course.segments if segment.has_section)
    objectives = _choose_objectives(course)
    yield Columns(
        (
            (paragraph((Strong(desk.say("outline-parts")),)), bullets(parts)),
            (paragraph((Strong(desk.say("outline-objectives")),)), bullets(objectives)),
        ),
        (2, 3),
    )


def _choose_objectives(course: Course) -> tuple[Inlines, ...]:
    """Return the first objective of each part: what it is for, in one line."""
    return tuple(segment.objectives[0] for segment in course.segments if segment.has_section and segment.objectives)
