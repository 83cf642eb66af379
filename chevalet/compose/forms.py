"""Forms and models: a text of `course/documents` with its room to write, and nothing added to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chevalet.compose.sheet import find_texts, lower_grids, make_sheet, open_section
from chevalet.compose.sources import make_sources
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk
from chevalet.model.course import Course, CourseText
from chevalet.model.flow import Flow, FlowBlock, FlowBlocks, Heading, PageBreak
from chevalet.model.project import TextPart


def form_of(part: TextPart) -> Callable[[Course, Supplies], Flow]:
    """Return what composes the form of a part: one text under its title, or several, each on a page of its own."""

    def make_form(course: Course, supplies: Supplies) -> Flow:
        desk = Desk(course.locale)
        texts = tuple(find_texts(course, part))
        if len(texts) == 1:
            title, blocks = texts[0].title, print_sections(texts[0], desk)
        else:
            title = desk.say(part.value)
            blocks = tuple(block for printed in texts for block in _print_text(printed, desk))[1:]
        sources = make_sources(course, blocks, desk)
        between = (PageBreak(),) if sources and len(texts) > 1 else ()
        return make_sheet(part, title, course, (*blocks, *between, *sources), supplies)

    return make_form


def print_sections(printed: CourseText, desk: Desk) -> FlowBlocks:
    """Return the sections of a text under their titles; the only one needs none."""
    return tuple(_print_sections(printed, desk))


def _print_text(printed: CourseText, desk: Desk) -> Iterator[FlowBlock]:
    yield PageBreak()
    yield Heading(1, printed.title, printed.identifier)
    yield from print_sections(printed, desk)


def _print_sections(printed: CourseText, desk: Desk) -> Iterator[FlowBlock]:
    for section in printed.sections:
        if len(printed.sections) > 1:
            yield Heading(2, section.title, section.key)
        yield from lower_grids(open_section(section, desk))
