"""The evening's programme, as the agenda of the deck tells it."""

from __future__ import annotations

from chevalet.compose.writing import NOWHERE, Desk, text
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course
from chevalet.model.inline import Emphasis


def make_program(course: Course, desk: Desk) -> Table:
    """Return the workshop as a table: clock time, part, minutes; breaks in italics, and the hour of its end."""
    header = tuple(desk.say(name) for name in ("agenda-time", "agenda-segment", "agenda-minutes"))
    rows = [
        (
            text(course.locale.clock_time(segment.start)),
            (Emphasis(segment.title),) if segment.is_break else segment.title,
            desk.say("minutes", minutes=segment.minutes),
        )
        for segment in course.segments
    ]
    if course.segments:
        last = course.segments[-1]
        rows.append((text(course.locale.clock_time(last.start + last.minutes)), desk.say("agenda-end"), ()))
    return Table(header, tuple(rows), (Alignment.LEFT, Alignment.LEFT, Alignment.RIGHT), NOWHERE)
