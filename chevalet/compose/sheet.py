"""Documents made from one text of `course/documents`: their head, and their sections one by one."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chevalet.compose.blocks import Place, open_reading
from chevalet.compose.frame import make_flow
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, capitalize, join, tell_number, text
from chevalet.model.course import Course, CourseText, Section
from chevalet.model.flow import Cover, Flow, FlowBlocks, Grid
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.project import TextPart
from chevalet.model.session import SessionStatus

CANCELLED = "annulee"
"""The id of the section that stands for all the others when the session will not be."""
_BETWEEN = " · "


def find_texts(course: Course, part: TextPart) -> Iterator[CourseText]:
    """Yield the texts of a workshop that one document prints, in the order of their ids."""
    return (printed for printed in course.texts if printed.part is part)


def find_sections(course: Course, part: TextPart) -> Iterator[Section]:
    """Yield the sections of all the texts that one document prints."""
    return (section for printed in find_texts(course, part) for section in printed.sections)


def name_section(section: Section) -> str:
    """Return the name by which a composer knows a section: what its author wrote between `{#` and `}`."""
    return section.key.rpartition("/")[2]


def open_section(section: Section, desk: Desk) -> FlowBlocks:
    """Return what a section says, its room to write as fields."""
    place = Place(section.key.replace("/", "-"), plain_text(section.title), has_room=True)
    return open_reading(section.reading, place, desk)


def lower_grids(blocks: FlowBlocks) -> FlowBlocks:
    """Return blocks whose tables to fill in have one line a cell: a form is to hold on few pages."""
    return tuple(replace(block, lines=1) if isinstance(block, Grid) else block for block in blocks)


def make_sheet(part: TextPart, title: Inlines, course: Course, blocks: FlowBlocks, supplies: Supplies) -> Flow:
    """Return a document with a title of its own, under which stand the workshop's and who publishes it."""
    desk = Desk(course.locale)
    number = tell_number(course, desk)
    lines = (capitalize(text(course.chamber)),) if course.chamber else ()
    flow = make_flow(part.value, course, blocks, Cover(False, lines), supplies)
    subtitle = join((number, course.workshop_title), _BETWEEN)
    running = join((title, course.workshop_title), _BETWEEN)
    return replace(flow, title=title, subtitle=subtitle, running=running)


def tell_title(course: Course, part: TextPart, desk: Desk) -> Inlines:
    """Return the title of the first text of a document, else the document's own name."""
    return next((printed.title for printed in find_texts(course, part)), desk.say(part.value))


def is_cancelled(course: Course) -> bool:
    """Tell whether the session will not be."""
    return course.session.status is SessionStatus.CANCELLED


def is_moved(course: Course) -> bool:
    """Tell whether people have been told another date, place or hour than those of the session now."""
    return not is_cancelled(course) and course.session.revision > 0
