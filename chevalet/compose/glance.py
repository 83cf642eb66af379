"""The guide's page at a glance: how long, how many, and what people will be able to do."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.activities import count_minutes, find_activities, find_containers
from chevalet.compose.frame import tell_hours
from chevalet.compose.run_sheet import tell_cuts
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import NOWHERE, Desk, text
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course
from chevalet.model.flow import Details, FlowBlocks, Heading
from chevalet.model.inline import Inlines, LineBreak


def make_glance(course: Course, supplies: Supplies, desk: Desk) -> FlowBlocks:
    """Return the workshop in figures, then the objectives of each of its parts."""
    header = (desk.say("glance-part"), desk.say("glance-objectives"))
    rows = tuple((segment.title, _in_lines(segment.objectives)) for segment in course.segments if segment.objectives)
    figures = tuple((desk.say(name), text(value)) for name, value in _figures(course, supplies, desk))
    told = tuple((desk.say(name), text(value)) for name, value in _lists(course, desk))
    title = Heading(1, desk.say("guide-glance"), "glance")
    blocks: FlowBlocks = (title, Details(figures, is_inline=True), *((Details(told),) if told else ()))
    return (*blocks, Table(header, rows, (Alignment.LEFT, Alignment.LEFT), NOWHERE)) if rows else blocks


def _figures(course: Course, supplies: Supplies, desk: Desk) -> Iterator[tuple[str, str]]:
    segments = [segment for segment in course.segments if not segment.is_break]
    minutes = sum(segment.minutes for segment in course.segments)
    yield "glance-length", f"{desk.word('minutes', minutes=minutes)} ({tell_hours(course)})"
    yield "glance-parts", str(len(segments))
    if supplies.deck:
        yield "glance-slides", str(len(supplies.deck.slides))
    activities = [activity for segment in segments for activity in find_activities(segment)]
    total = sum(map(count_minutes, activities))
    yield "glance-activities", desk.word("glance-activities-value", count=len(activities), minutes=total)


def _lists(course: Course, desk: Desk) -> Iterator[tuple[str, str]]:
    slides = (slide for segment in course.segments for slide in segment.slides)
    sheets = [sheet.attributes["title"] for slide in slides for sheet in find_containers(slide, "worksheet")]
    if sheets:
        yield "glance-worksheets", desk.word("list-separator").join(sheets)
    if cuts := tell_cuts(course, desk):
        yield "run-cut", cuts


def _in_lines(lines: tuple[Inlines, ...]) -> Inlines:
    return tuple(inline for number, line in enumerate(lines) for inline in ((LineBreak(),) * (number > 0) + line))
