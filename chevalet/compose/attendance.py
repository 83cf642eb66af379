"""Feuille de présence: a numbered row for each person who may come, and three more."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.compose.sheet import find_sections, make_sheet, open_section, tell_title
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, text
from chevalet.model.course import Course
from chevalet.model.flow import Cover, Flow, Grid
from chevalet.model.project import TextPart

UNEXPECTED = 3
_COLUMNS = ("number", "name", "firm", "sign")


def make_attendance(course: Course, supplies: Supplies) -> Flow:
    """Return the sheet for as many people as the session takes, else as material is prepared for."""
    desk = Desk(course.locale)
    rows = (course.session.capacity or supplies.participants) + UNEXPECTED
    header = tuple(desk.say(f"attendance-{name}") for name in _COLUMNS)
    empty = ((),) * (len(_COLUMNS) - 1)
    numbered = tuple((text(str(number)), *empty) for number in range(1, rows + 1))
    grid = Grid("attendance", header, numbered, lines=1, has_row_headers=True)
    said = (block for section in find_sections(course, TextPart.ATTENDANCE) for block in open_section(section, desk))
    title = tell_title(course, TextPart.ATTENDANCE, desk)
    flow = make_sheet(TextPart.ATTENDANCE, title, course, (*said, grid), supplies)
    return replace(flow, cover=Cover(False))
