"""Clavardage: what to paste in the chat of an online session, and when."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chevalet.compose.blocks import Place, open_blocks
from chevalet.compose.sheet import find_sections, is_cancelled, make_sheet, name_section, open_section, tell_title
from chevalet.compose.supplies import Supplies
from chevalet.compose.tree import find_all
from chevalet.compose.writing import Desk, bullets, paragraph, text
from chevalet.model.block import Block, Blocks, Container
from chevalet.model.course import Course, Segment, Slide
from chevalet.model.flow import Cover, Field, Flow, FlowBlock, FlowBlocks, Heading, Panel
from chevalet.model.inline import Inline, Inlines, LineBreak, Link, Strong, Text, plain_text
from chevalet.model.project import TextPart

BREAK, END = "pause", "fin"
"""The ids of the sections pasted at each break and at the end; the others are pasted before the first part."""
_PASTED = ("activity", "quiz", "worksheet")
_HIDDEN = ("solution", "confidential", "notes", "slide")
_WEB = ("https://", "http://")


def make_chat(course: Course, supplies: Supplies) -> Flow:
    """Return the chat in the order of the clock: links, activities, worksheets and questions, never an answer."""
    desk = Desk(course.locale)
    sections = {name_section(section): section for section in find_sections(course, TextPart.CHAT)}
    opened = {name: open_section(section, desk) for name, section in sections.items()}
    blocks: list[FlowBlock] = []
    for name, section in sections.items():
        if name not in (BREAK, END):
            blocks += [Heading(1, section.title, section.key), *opened[name]]
    if not is_cancelled(course):
        for segment in course.segments:
            blocks += _print_segment(segment, opened.get(BREAK, ()), desk)
        if END in sections and course.segments:
            last = course.segments[-1]
            blocks += [_announce(last.start + last.minutes, sections[END].title, desk), *opened[END]]
    flow = make_sheet(TextPart.CHAT, tell_title(course, TextPart.CHAT, desk), course, tuple(blocks), supplies)
    return replace(flow, cover=Cover(False))


def _print_segment(segment: Segment, during_break: FlowBlocks, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a part's hour, then what to paste in it; a part in which nothing is pasted is left out."""
    if segment.is_break:
        until = desk.locale.clock_time(segment.start + segment.minutes)
        yield _announce(segment.start, segment.title, desk)
        yield paragraph(desk.say("chat-until", time=until))
        yield from during_break
        return
    pasted = tuple(block for slide in segment.slides for block in _print_slide(slide, desk))
    if pasted:
        yield _announce(segment.start, segment.title, desk)
        yield from pasted


def _announce(minutes: int, title: Inlines, desk: Desk) -> Heading:
    return Heading(1, title, before=text(desk.locale.clock_time(minutes)))


def _print_slide(slide: Slide, desk: Desk) -> Iterator[FlowBlock]:
    if slide.reading is None:
        return
    shown = tuple(_without_hidden(slide.reading.blocks))
    for container in find_all(shown, Container):
        if container.name in _PASTED:
            yield from _print_pasted(container, slide, desk)
    links = (link for link in find_all(shown, Link) if link.target.startswith(_WEB))
    if lines := dict.fromkeys((*link.children, LineBreak(), Text(link.target)) for link in links):
        yield bullets(lines)


def _without_hidden(blocks: Blocks) -> Iterator[Block]:
    """Yield blocks without what the room must not read, at any depth."""
    for block in blocks:
        if not isinstance(block, Container):
            yield block
        elif block.name not in _HIDDEN:
            yield replace(block, blocks=tuple(_without_hidden(block.blocks)))


def _print_pasted(container: Container, slide: Slide, desk: Desk) -> Iterator[FlowBlock]:
    """Yield the label of an activity, a worksheet or a question, then its words; a worksheet is in the workbook."""
    yield paragraph((Strong(_label(container, desk)),))
    if container.name == "worksheet":
        return
    own = tuple(block for block in container.blocks if not isinstance(block, Container))
    for block in open_blocks((replace(container, blocks=own),), Place("chat", plain_text(slide.title)), desk):
        yield from _flatten(block)


def _flatten(block: FlowBlock) -> Iterator[FlowBlock]:
    """Yield what a panel holds as lines to paste: choices are lines too, not boxes that a chat cannot tick."""
    if isinstance(block, Panel):
        choices = tuple(inner.label for inner in block.blocks if isinstance(inner, Field))
        yield from (inner for inner in block.blocks if not isinstance(inner, Field))
        if choices:
            yield paragraph(tuple(_in_lines(choices)))


def _in_lines(lines: tuple[Inlines, ...]) -> Iterator[Inline]:
    for number, line in enumerate(lines):
        yield from (LineBreak(), *line) if number else line


def _label(container: Container, desk: Desk) -> Inlines:
    attributes = container.attributes
    if container.name == "worksheet":
        return desk.say("chat-worksheet", title=attributes["title"])
    label = desk.word(f"panel-{container.name}")
    group = attributes.get("group")
    details = (
        desk.word("minutes", minutes=attributes["minutes"]) if "minutes" in attributes else "",
        desk.word(f"group-{group}") if group else "",
    )
    return text(", ".join((label, *filter(None, (details[0], details[1].lower())))))
