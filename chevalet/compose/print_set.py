"""Dossier d'impression: all that is printed for a session, in the order in which it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose.activities import find_containers
from chevalet.compose.blocks import Place, open_blocks
from chevalet.compose.documents import DOCUMENTS, compose
from chevalet.compose.frame import choose_paper, make_flow
from chevalet.compose.numbering import number_slides
from chevalet.compose.panels import detail_panel
from chevalet.compose.run_sheet import make_run_sheet
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import NOWHERE, Desk, capitalize, join, paragraph, tell_number, text
from chevalet.diagnostics import Diagnostic
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course, Slide
from chevalet.model.flow import Aside, Cover, Details, Flow, FlowBlock, FlowBlocks, Heading, Panel, Role
from chevalet.model.inline import Inlines, Strong, plain_text
from chevalet.model.print_set import Finish, PrintItem, PrintSet

# Beside those for the people expected: who comes unannounced, who spoils a sheet.
SPARE = 3
EDITIONS = ("trainer", "participant", "public")
_BETWEEN = " · "
# Documents that are not called here by the word for their kind.
_WORDS = MappingProxyType({"large-workbook": "print-large", "poster-a4": "poster"})
_LARGE_COPIES, _RUN_SHEET_COPIES, _POSTER_COPIES = 2, 2, 5
# People at a table, each of which gets the activity sheets.
_AT_A_TABLE = 5


class _Order(Struct, frozen=True):
    """A document of `DOCUMENTS` to print, in an edition; `copies` None is one for each person, and some more."""

    kind: str
    edition: str
    copies: int | None = None
    is_duplex: bool = False
    finish: Finish = Finish.LOOSE
    is_colored: bool = False
    is_large: bool = False


_FORMS = (
    _Order("attendance", "trainer", 1),
    _Order("evaluation", "participant", is_duplex=True),
    _Order("workbook", "participant", is_duplex=True, finish=Finish.STAPLE),
    _Order("workbook", "participant", _LARGE_COPIES, is_duplex=True, finish=Finish.STAPLE, is_large=True),
    _Order("presence-plan", "participant", is_duplex=True),
)
_POSTER = (_Order("poster-a4", "public", _POSTER_COPIES, is_colored=True),)


def compose_print_set(courses: Mapping[str, Course], supplies: Supplies) -> tuple[PrintSet, tuple[Diagnostic, ...]]:
    """Return what is printed for a workshop, resolved for each of `EDITIONS`."""
    trainer = courses["trainer"]
    desk = Desk(trainer.locale)
    participants = trainer.session.participants or trainer.session.capacity or supplies.participants
    items = (
        *_print_documents(_FORMS, courses, participants, desk),
        _print_run_sheet(trainer, supplies),
        *_print_activities(courses["participant"], participants),
        *_print_documents(_POSTER, courses, participants, desk),
    )
    lines = tuple(line for line in (trainer.course_title, capitalize(text(trainer.chamber))) if line)
    frame = make_flow("print-set", trainer, (), Cover(is_whole_page=False, lines=lines), Supplies())
    frame = replace(frame, title=frame.subtitle, subtitle=frame.title)
    return PrintSet(frame, items, participants, SPARE), ()


def print_instructions(print_set: PrintSet, pages: Sequence[int]) -> Flow:
    """Return the page that tells how to print, once it is known how many pages each document has."""
    frame = print_set.frame
    desk = Desk(frame.locale)
    counts = [item.count_sheets(count) for item, count in zip(print_set.items, pages, strict=True)]
    names = ("document", "pages", "copies", "sides", "finish", "ink", "sheets")
    header = tuple(desk.say(f"print-{name}") for name in names)
    rows = tuple(_tell_items(print_set.items, pages, counts, desk))
    total = ((Strong(desk.say("print-total")),), *((),) * 5, (Strong(_number(sum(counts), desk)),))
    figures = {"pages", "copies", "sheets"}
    alignments = tuple(Alignment.RIGHT if name in figures else Alignment.LEFT for name in names)
    note = desk.word("print-copies-note", participants=print_set.participants, spare=print_set.spare)
    paper = desk.word(f"print-paper-{frame.paper.value}")
    blocks = (
        paragraph(desk.say("print-purpose")),
        Details(((desk.say("print-participants"), text(note)),)),
        Table(header, (*rows, total), alignments, NOWHERE),
        Aside(desk.say("print-paper-note", paper=paper)),
    )
    return replace(frame, blocks=blocks)


def _tell_items(
    items: Sequence[PrintItem], pages: Sequence[int], counts: Sequence[int], desk: Desk
) -> Iterator[tuple[Inlines, ...]]:
    first = 2  # after the page of instructions
    for item, count, sheets in zip(items, pages, counts, strict=True):
        last = first + count - 1
        shown = str(first) if count == 1 else desk.word("slides-from-to", first=first, last=last)
        yield (
            item.label,
            text(shown),
            _number(item.copies, desk),
            desk.say("print-duplex" if item.is_duplex and count > 1 else "print-simplex"),
            desk.say(f"print-{_finish(item, count).value}"),
            desk.say("print-color" if item.is_colored else "print-grey"),
            _number(sheets, desk),
        )
        first = last + 1


def _finish(item: PrintItem, pages: int) -> Finish:
    """Return what is done with a copy: nothing holds one sheet together."""
    is_one_sheet = pages <= (2 if item.is_duplex else 1)
    return Finish.LOOSE if is_one_sheet and item.finish is Finish.STAPLE else item.finish


def _number(count: int, desk: Desk) -> Inlines:
    return text(desk.locale.number(count, 0))


def _print_documents(
    orders: Sequence[_Order], courses: Mapping[str, Course], participants: int, desk: Desk
) -> Iterator[PrintItem]:
    for order in orders:
        course, needed = courses[order.edition], DOCUMENTS[order.kind].needs
        if needed and not any(printed.part is needed for printed in course.texts):
            continue
        flow, _ = compose(course, order.kind, Supplies(participants=participants, is_large=order.is_large))
        label = desk.say(_WORDS.get(_name(order), order.kind))
        copies = participants + SPARE if order.copies is None else order.copies
        # A page larger than the others would be cut at its actual size.
        flow = replace(flow, paper=choose_paper(course))
        yield PrintItem(_name(order), label, flow, copies, order.is_duplex, order.finish, order.is_colored)


def _name(order: _Order) -> str:
    return f"large-{order.kind}" if order.is_large else order.kind


def _print_run_sheet(course: Course, supplies: Supplies) -> PrintItem:
    desk = Desk(course.locale, is_for_trainer=True)
    _, *blocks = make_run_sheet(course, number_slides(supplies.deck), desk)
    flow = replace(_frame("print-run-sheet", course, tuple(blocks), desk), subtitle=())
    return PrintItem("run-sheet", desk.say("print-run-sheet"), flow, _RUN_SHEET_COPIES)


def _print_activities(course: Course, participants: int) -> Iterator[PrintItem]:
    """Yield the activities, without their answers, to lay on each table."""
    desk = Desk(course.locale)
    blocks = tuple(block for segment in course.segments for slide in segment.slides for block in _cut(slide, desk))
    if blocks:
        flow = _frame("print-activities", course, blocks, desk)
        tables = -(-participants // _AT_A_TABLE)
        yield PrintItem("activities", desk.say("print-activities"), flow, tables, is_duplex=True, finish=Finish.STAPLE)


def _cut(slide: Slide, desk: Desk) -> Iterator[FlowBlock]:
    for activity in find_containers(slide, "activity"):
        place = Place(slide.key.replace("/", "-"), plain_text(slide.title))
        yield Heading(1, slide.title)
        steps = open_blocks(activity.blocks, place, desk)
        yield Panel(Role.ACTIVITY, desk.say("panel-activity"), steps, detail_panel(activity, desk))


def _frame(name: str, course: Course, blocks: FlowBlocks, desk: Desk) -> Flow:
    flow = make_flow("print-set", course, blocks, Cover(is_whole_page=False), Supplies())
    running = join((tell_number(course, desk), desk.say(name)), _BETWEEN)
    return replace(flow, title=desk.say(name), subtitle=course.workshop_title, running=running)
