"""Cahier de participation: what a participant reads, fills in and keeps of a workshop."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.blocks import Place, open_reading
from chevalet.compose.frame import list_contents, make_flow, print_texts
from chevalet.compose.program import make_program
from chevalet.compose.sources import make_sources
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, bullets, capitalize, paragraph, tell_partners, text
from chevalet.model.block import Paragraph, Quote
from chevalet.model.course import Course, Reading, Segment, Slide
from chevalet.model.flow import (
    Columns,
    Cover,
    Definitions,
    Field,
    FieldKind,
    Flow,
    FlowBlock,
    FlowBlocks,
    Grid,
    Heading,
    PageBreak,
    Panel,
    Role,
)
from chevalet.model.inline import Inlines, Strong, plain_text
from chevalet.model.project import TextPart
from chevalet.span import Span

# A slide of one short paragraph is a statement, printed like a quotation; the deck infers the same.
_LONGEST_STATEMENT = 120
_AGENDA, _SOURCES = "agenda", "sources"
_ACTIONS = ("actions-monday", "actions-week", "actions-month", "actions-quarter")
_ACTION_LINES = 3
# Widths of the columns: when, what, who, and a tick.
_ACTION_SHARES = (4, 7, 6, 2)
_CARD_ROWS = 2


def make_workbook(course: Course, supplies: Supplies) -> Flow:
    """Return the workbook of a workshop: no note, no solution, nothing that stands on the screen alone."""
    desk = Desk(course.locale)
    parts = tuple(block for segment in course.segments for block in _print_segment(segment, course, desk))
    end = (*_print_actions(desk), *_print_glossary(course, desk), *make_sources(course, parts, desk))
    blocks = (*_open(course, desk), *parts, *end, *_print_cards(desk))
    return make_flow("workbook", course, blocks, _cover(course, supplies), supplies)


def _cover(course: Course, supplies: Supplies) -> Cover:
    desk = Desk(course.locale)
    told = (course.course_title, course.summary, capitalize(text(course.chamber)), tell_partners(course, desk))
    lines = tuple(filter(None, told))
    return Cover(True, lines, ((desk.say("session-date"), text(supplies.date)),) if supplies.date else ())


def _open(course: Course, desk: Desk) -> FlowBlocks:
    return (
        Field(desk.name_field("name"), desk.say("my-name")),
        Field(desk.name_field("firm"), desk.say("my-firm")),
        *print_texts(TextPart.WORKBOOK_USE, course, desk),
        *list_contents(desk),
    )


def _print_segment(segment: Segment, course: Course, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a module's title, what one will be able to do, and its slides as text."""
    slides = tuple(block for slide in segment.slides for block in _print_slide(slide, course, desk))
    if segment.is_break or not slides:
        return
    before = desk.say("part-number", number=segment.number) if segment.number else ()
    yield Heading(1, segment.title, segment.identifier, before)
    if segment.objectives:
        yield paragraph((Strong(desk.say("objectives")),))
        yield bullets(segment.objectives)
    yield from slides


def _print_slide(slide: Slide, course: Course, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a slide as text; one that only stands on the screen is not told, not even by its title."""
    if slide.reading is None or slide.layout == _SOURCES:
        return
    place = Place(slide.key.replace("/", "-"), plain_text(slide.title))
    blocks = _print_statement(slide.reading, slide.span) or open_reading(slide.reading, place, desk)
    if slide.layout == _AGENDA:
        blocks = (*blocks, make_program(course, desk))
    if blocks:
        yield Heading(2, slide.title, slide.key)
        yield from blocks
    elif not slide.reading.blocks:
        yield _quote(slide.title, slide.span)


def _print_statement(reading: Reading, span: Span) -> FlowBlocks:
    match reading.blocks:
        case (Paragraph(inlines),) if len(plain_text(inlines)) <= _LONGEST_STATEMENT and not reading.footnotes:
            return (_quote(inlines, span),)
        case _:
            return ()


def _quote(inlines: Inlines, span: Span) -> Quote:
    return Quote((Paragraph(inlines, span),), span)


def _print_actions(desk: Desk) -> FlowBlocks:
    header = tuple(desk.say(name) for name in ("actions-when", "actions-what", "actions-who", "actions-done"))
    rows = tuple((desk.say(name), (), (), ()) for name in _ACTIONS)
    grid = Grid("actions", header, rows, _ACTION_LINES, True, _ACTION_SHARES, is_whole=True)
    return (Heading(1, desk.say("actions"), "actions"), paragraph(desk.say("actions-purpose")), grid)


def _print_glossary(course: Course, desk: Desk) -> FlowBlocks:
    if not course.terms:
        return ()
    entries = tuple((entry.term, entry.definition) for entry in course.terms)
    return (Heading(1, desk.say("glossary"), "glossary"), Definitions(entries))


def _print_cards(desk: Desk) -> FlowBlocks:
    """Return the last sheet: cards of the same size, to be torn out."""
    rows = tuple(Columns(tuple((_make_card(desk),) for _ in range(2))) for _ in range(_CARD_ROWS))
    title = Heading(1, desk.say("question-cards"), "question-cards")
    return (PageBreak(), title, paragraph(desk.say("question-cards-purpose")), *rows)


def _make_card(desk: Desk) -> Panel:
    fields = (
        Field(desk.name_field("question"), desk.say("question"), FieldKind.LINES, 4),
        Field(desk.name_field("question-why"), desk.say("question-why"), FieldKind.LINES, 2),
        Field(desk.name_field("question-reply"), desk.say("question-reply"), FieldKind.LINES, 1),
    )
    return Panel(Role.PLAIN, desk.say("question-card"), fields)
