"""Plan de présence: the firm's one page in five boxes, filled through the workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from chevalet.compose.sheet import find_sections, lower_grids, make_sheet, name_section, open_section, tell_title
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk
from chevalet.model.course import Course, Section
from chevalet.model.flow import Columns, Cover, Flow, FlowBlock, Panel, Role
from chevalet.model.project import TextPart

BOX = "case-"
"""What begins the id of a section that is a box; the others stand above and below the boxes as they are."""


def make_presence_plan(course: Course, supplies: Supplies) -> Flow:
    """Return the plan: its boxes two by two, the last one across the page when they are odd."""
    desk = Desk(course.locale)
    sections = list(find_sections(course, TextPart.PRESENCE_PLAN))
    boxes = [place for place, section in enumerate(sections) if name_section(section).startswith(BOX)]
    first, end = (boxes[0], boxes[-1] + 1) if boxes else (0, 0)
    before, inside, after = sections[:first], sections[first:end], sections[end:]
    blocks = (*_open(before, desk), *_place_boxes(inside, desk), *_open(after, desk))
    title = tell_title(course, TextPart.PRESENCE_PLAN, desk)
    flow = make_sheet(TextPart.PRESENCE_PLAN, title, course, blocks, supplies)
    # Not a line more at its head: it holds on one page, in Word too.
    return replace(flow, cover=Cover(False))


def _open(sections: Sequence[Section], desk: Desk) -> Iterator[FlowBlock]:
    return (block for section in sections for block in open_section(section, desk))


def _place_boxes(sections: Sequence[Section], desk: Desk) -> Iterator[FlowBlock]:
    panels = [Panel(Role.WORKSHEET, section.title, lower_grids(open_section(section, desk))) for section in sections]
    for at in range(0, len(panels), 2):
        row = panels[at : at + 2]
        yield Columns(tuple((panel,) for panel in row)) if len(row) > 1 else row[0]
