"""What the trainer says, does and asks, slide by slide: the script beside the slide, remarks under its picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile, zip_longest
from types import MappingProxyType

from chevalet.compose.activities import find_containers
from chevalet.compose.blocks import Place, open_blocks
from chevalet.compose.numbering import Numbering
from chevalet.compose.panels import detail_panel
from chevalet.compose.supplies import Supplies
from chevalet.compose.tree import find_all
from chevalet.compose.writing import Desk, capitalize, paragraph, text
from chevalet.model.block import Block, Blocks, Container, List, Paragraph, Table
from chevalet.model.course import Course, Note, Segment, Slide
from chevalet.model.flow import (
    Columns,
    Definitions,
    Details,
    Drawing,
    FlowBlock,
    FlowBlocks,
    Heading,
    Panel,
    Role,
)
from chevalet.model.inline import Inlines, Room, plain_text

ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "note-say": Role.SAY,
        "note-do": Role.DO,
        "note-ask": Role.ASK,
        "note-answer": Role.ANSWER,
        "note-solution": Role.ANSWER,
    }
)
"""The notes that a trainer must find at a glance; the others are short remarks, one under the other."""
SHEET = ("note-debrief", "note-small-group", "note-large-group", "note-online", "note-offline", "note-variant")
"""The notes that belong to the activity of their slide, when it has one."""
_SCRIPT = (*ROLES, "note-transition", "")
"""The notes that are followed one after the other; the others are looked up."""
_NO_PLACE = Place("note", "")
_SHARES = (2, 3)
_LONGEST_BESIDE = 200  # characters, some six lines
_BETWEEN = " · "


def print_script(course: Course, supplies: Supplies, numbering: Numbering, desk: Desk) -> FlowBlocks:
    """Return every part of the workshop, its slides each with what to say, do and ask."""
    script = _Script(supplies, numbering, desk)
    return tuple(block for segment in course.segments for block in script.print_segment(segment))


class _Script:
    """Prints parts and slides, with what the whole guide has at hand."""

    def __init__(self, supplies: Supplies, numbering: Numbering, desk: Desk) -> None:
        self.supplies = supplies
        self.numbering = numbering
        self.desk = desk

    def print_segment(self, segment: Segment) -> Iterator[FlowBlock]:
        hours = self.desk.locale.clock_time(segment.start)
        length = self.desk.word("minutes", minutes=segment.minutes)
        before = text(_BETWEEN.join((hours, length)))
        if segment.is_break:
            yield Panel(Role.PLAIN, before, (paragraph(segment.title),))
            return
        yield Heading(1, segment.title, segment.identifier, before)
        for slide in segment.slides:
            if slide.reading is not None:
                yield from self._print_slide(slide)

    def _print_slide(self, slide: Slide) -> Iterator[FlowBlock]:
        yield Heading(2, slide.title, slide.key, self._number(slide))
        notes = _notes_of_script(slide)
        script, remarks = (tuple(note for note in notes if _is_followed(note) is wanted) for wanted in (True, False))
        blocks = (*self._print_activities(slide), *self._print_notes(script))
        if shown := tuple(self._show(slide)):
            beside = tuple(takewhile(_is_narrow, blocks))
            short, long = (tuple(note for note in remarks if _is_long(note) is wanted) for wanted in (False, True))
            yield Columns(((*shown, *self._print_margin(short)), beside), _SHARES)
            yield from (*blocks[len(beside) :], *self._print_remarks(long))
        else:
            yield from (*blocks, *self._print_remarks(remarks))
        yield from self._print_workbook(slide)

    def _show(self, slide: Slide) -> Iterator[Drawing]:
        """Yield the slides of the deck that a written slide takes: its own, those it goes on with, its solution."""
        for key in self.numbering.pages.get(slide.key, (slide.key,)):
            if drawing := self.supplies.thumbnails.get(key):
                yield Drawing(drawing, plain_text(slide.title), has_frame=True)

    def _number(self, slide: Slide) -> Inlines:
        """Return what stands above a slide's title: its number in the deck, and whether all of it is confidential."""
        numbers = self.numbering.tell_slide(slide, self.desk)
        told = (
            self.desk.word("slide-number", numbers=numbers) if numbers else "",
            self.desk.word("slide-confidential") if slide.is_confidential else "",
        )
        return text(_BETWEEN.join(filter(None, told)))

    def _print_activities(self, slide: Slide) -> Iterator[FlowBlock]:
        """Yield the activities of a slide as sheets, each with its debrief and variants."""
        for activity in find_containers(slide, "activity"):
            steps = open_blocks(_without_solutions(activity), _NO_PLACE, self.desk)
            remarks = tuple(self._print_on_sheet([note for note in slide.notes if note.kind in SHEET]))
            details = detail_panel(activity, self.desk)
            yield Panel(Role.ACTIVITY, self.desk.say("activity-sheet"), (*steps, *remarks), details)

    def _print_workbook(self, slide: Slide) -> Iterator[FlowBlock]:
        """Yield what the workbook holds for a slide, but for the room to write, and what is confidential."""
        for sheet in find_containers(slide, "worksheet"):
            purpose = tuple(block for block in sheet.blocks[:1] if isinstance(block, Paragraph))
            label = self.desk.say("panel-worksheet-named", title=sheet.attributes["title"])
            yield Panel(Role.WORKSHEET, label, purpose, detail_panel(sheet, self.desk))
        for handout in find_containers(slide, "handout"):
            if blocks := open_blocks(_without_room(handout.blocks), _NO_PLACE, self.desk):
                yield Panel(Role.PLAIN, self.desk.say("panel-handout"), blocks)
        for passage in find_containers(slide, "confidential"):
            blocks = open_blocks(passage.blocks, _NO_PLACE, self.desk)
            yield Panel(Role.PLAIN, self.desk.say("panel-confidential"), blocks)

    def _print_notes(self, notes: Sequence[Note]) -> Iterator[FlowBlock]:
        """Yield the notes of a script in order; what leads to the next slide ends it, after any solution."""
        in_order = sorted(notes, key=lambda note: note.kind == "note-transition")
        for is_panel, group in groupby(in_order, key=_needs_panel):
            if is_panel:
                yield from self._print_panels(group)
            else:
                yield from self._print_remarks(group)

    def _print_panels(self, notes: Iterable[Note]) -> Iterator[Panel]:
        for note in notes:
            blocks = open_blocks(_begin_sentence(note.blocks), _NO_PLACE, self.desk)
            yield Panel(ROLES.get(note.kind, Role.PLAIN), self._label(note), blocks)

    def _print_on_sheet(self, notes: Sequence[Note]) -> Iterator[FlowBlock]:
        """Yield what an activity sheet says below its steps, in lines as wide as the sheet."""
        for is_line, group in groupby(notes, key=lambda note: _line_of(note) is not None):
            lines = tuple(group)
            yield from self._print_margin(lines) if is_line else self._print_panels(lines)

    def _print_margin(self, notes: Sequence[Note]) -> Iterator[Definitions]:
        """Yield remarks as they stand in a narrow column: each under its label, in a block of its own."""
        for note in notes:
            yield Definitions(((self._label(note), capitalize(_line_of(note) or ())),))

    def _print_remarks(self, notes: Iterable[Note]) -> Iterator[FlowBlock]:
        """Yield short remarks as named lines; one of several blocks gets a panel of its own."""
        for is_line, group in groupby(notes, key=lambda note: _line_of(note) is not None):
            if is_line:
                yield Details(tuple((self._label(note), capitalize(_line_of(note) or ())) for note in group))
            else:
                yield from self._print_panels(group)

    def _label(self, note: Note) -> Inlines:
        """Return a note's label and time; resolve puts a time that is not in whole minutes between parentheses."""
        if note.minutes:
            return text(_BETWEEN.join((note.label, self.desk.word("minutes", minutes=note.minutes))))
        label, _, time = note.label.removesuffix(")").rpartition(" (") if note.seconds else (note.label, "", "")
        return text(_BETWEEN.join(filter(None, (label, time))))


def _notes_of_script(slide: Slide) -> tuple[Note, ...]:
    """Return a slide's notes but for those that its activity sheet holds."""
    has_sheet = any(find_containers(slide, "activity"))
    return tuple(note for note in slide.notes if not (has_sheet and note.kind in SHEET))


def _is_followed(note: Note) -> bool:
    """Tell whether a note is a step of the script; a remark of several blocks needs the script's width too."""
    return note.kind in _SCRIPT or _line_of(note) is None


def _is_long(note: Note) -> bool:
    """Tell whether a remark would make the column under a picture higher than the script beside it."""
    return len(plain_text(_line_of(note) or ())) > _LONGEST_BESIDE


def _is_narrow(block: FlowBlock) -> bool:
    """Tell whether a block can be read beside a picture: a table needs all the width of the page."""
    return not any(find_all(block, Table))


def _needs_panel(note: Note) -> bool:
    return note.kind in ROLES or not note.kind or _line_of(note) is None


def _line_of(note: Note) -> Inlines | None:
    """Return what a note of one paragraph says, None of any other."""
    match note.blocks:
        case (Paragraph(inlines),):
            return inlines
        case _:
            return None


def _begin_sentence(blocks: Blocks) -> Blocks:
    """Return a note's blocks as they stand below its label: what follows a colon in the source begins a sentence."""
    match blocks:
        case (Paragraph(inlines, span), *rest):
            return (Paragraph(capitalize(inlines), span), *rest)
        case _:
            return blocks


def _without_solutions(container: Container) -> Blocks:
    """Return the steps of an activity: its solutions stand among the notes, with the answers."""
    kept = (block for block in container.blocks if not isinstance(block, Container) or block.name != "solution")
    return tuple(kept)


def _without_room(blocks: Blocks) -> Blocks:
    """Return what a handout says, without what is to be filled in nor the words that introduce it further down."""
    kept = [block for block in blocks[:1] if not _is_room(block)]
    for block, after in zip_longest(blocks[1:], blocks[2:]):
        introduces = isinstance(block, Paragraph) and after is not None and _is_room(after)
        if not introduces and not _is_room(block):
            kept.append(block)
    return tuple(kept)


def _is_room(block: Block) -> bool:
    match block:
        case Table(rows=rows):
            return not all(cell for row in rows for cell in row)
        case List(items=items):
            return any(item.checked is not None for item in items)
        case Container(name=name):
            return name in ("worksheet", "solution", "confidential")
        case _:
            return any(find_all(block, Room))
