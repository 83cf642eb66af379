"""Blocks of a slide or of a text as a document prints them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose.panels import ROLES, detail_panel, label_panel
from chevalet.compose.rooms import open_paragraph, open_table, open_tasks
from chevalet.compose.writing import Desk, text
from chevalet.model.block import (
    Block,
    Blocks,
    Break,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    ListItem,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.course import Reading
from chevalet.model.flow import Aside, Columns, Field, FieldKind, FlowBlock, FlowBlocks, Heading, Panel
from chevalet.model.inline import Inlines, LineBreak, Room, Strong, Superscript, Text, plain_text

_FIRST_LETTER = ord("A")
_DEEPEST = 4
_LONGEST_QUESTION = 80
# What a reader without the slides is not to see: what stands on the screen alone, and what only the trainer knows.
_HIDDEN = ("slide", "solution", "confidential")


class Place(Struct, frozen=True):
    """Where blocks stand: the `title` above them, and the `stem` of the names of fields among them.

    `has_room` where there is room to write: in worksheets, handouts and texts.
    """

    stem: str
    title: str
    has_room: bool = False

    @property
    def fallback(self) -> Inlines:
        """What names a field that has no words of its own."""
        return text(self.title)


def open_reading(reading: Reading, place: Place, desk: Desk) -> FlowBlocks:
    """Return what a slide or a section says, its footnotes below it."""
    blocks = open_blocks(reading.blocks, place, desk)
    if not blocks:
        return ()
    return (*blocks, *(Aside((Superscript(letter), Text("\u00a0"), *note)) for letter, note in reading.footnotes))


def open_blocks(blocks: Blocks, place: Place, desk: Desk) -> FlowBlocks:
    """Return blocks with their containers as panels and their room to write as fields."""
    if place.has_room:
        blocks = tuple(_mark_question(block, after) for block, after in zip_longest(blocks, blocks[1:]))
    return tuple(opened for block in blocks for opened in _open(block, place, desk))


def _mark_question(block: Block | None, after: Block | None) -> Block:
    """Return a block, in bold like the label of any field when it asks what the boxes after it answer."""
    match block, after:
        case Paragraph(inlines, span), List(items=(ListItem(checked=bool()), *_)) if _is_question(inlines):
            return Paragraph((Strong(inlines),), span)
        case _:
            return cast("Block", block)


def _is_question(inlines: Inlines) -> bool:
    is_plain = not any(isinstance(inline, Strong | Room | LineBreak) for inline in inlines)
    return is_plain and len(plain_text(inlines)) <= _LONGEST_QUESTION


def _open(block: Block, place: Place, desk: Desk) -> Iterator[FlowBlock]:
    match block:
        case Paragraph() if place.has_room:
            yield from open_paragraph(block, place.stem, place.fallback, desk)
        case List() if place.has_room:
            yield from _open_list(block, place, desk)
        case Table() if place.has_room:
            yield open_table(block, place.stem, desk)
        case Subheading(inlines, level):
            yield Heading(min(level, _DEEPEST), inlines)
        case Container():
            yield from _open_container(block, place, desk)
        case Break():
            return
        case Paragraph() | List() | Table() | Quote() | CodeBlock() | Picture():
            yield block
        case ChartBlock() | StepsBlock() | MockupBlock():
            yield block
        case _:
            assert_never(block)


def _open_list(block: List, place: Place, desk: Desk) -> Iterator[FlowBlock]:
    return open_tasks(block, place.stem, place.fallback, desk, lambda rest: open_blocks(rest, place, desk))


def _open_container(container: Container, place: Place, desk: Desk) -> Iterator[FlowBlock]:
    match container.name:
        case name if name in _HIDDEN and not desk.is_for_trainer:
            return
        case "columns":
            yield from _open_columns(container, place, desk)
        case "quiz":
            inner = tuple(each for block in container.blocks for each in _open_quiz(block, place, desk))
            yield _make_panel(container, inner, place, desk)
        case name if name in ROLES:
            inner_place = replace(place, has_room=place.has_room or name == "worksheet")
            if title := container.attributes.get("title"):
                inner_place = replace(inner_place, title=title)
            yield _make_panel(container, open_blocks(container.blocks, inner_place, desk), place, desk)
        case name:
            yield from open_blocks(container.blocks, replace(place, has_room=place.has_room or name == "handout"), desk)


def _make_panel(container: Container, blocks: FlowBlocks, place: Place, desk: Desk) -> Panel:
    label = label_panel(container, place.title, desk)
    return Panel(ROLES[container.name], label, blocks, detail_panel(container, desk))


def _open_columns(container: Container, place: Place, desk: Desk) -> Iterator[FlowBlock]:
    columns = [block for block in container.blocks if isinstance(block, Container)]
    shares = tuple(int(column.attributes.get("width", "1")) for column in columns)
    opened = tuple(open_blocks(column.blocks, place, desk) for column in columns)
    if any(opened):
        yield Columns(opened, shares if len(set(shares)) > 1 else ())


def _open_quiz(block: Block, place: Place, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a block of a quiz, each choice after the letter that the room calls it by."""
    if not isinstance(block, List):
        yield from _open(block, place, desk)
        return
    choices = [item for item in block.items if item.checked is not None]
    if len(choices) != len(block.items):
        yield from _open_list(block, place, desk)
        return
    for number, item in enumerate(choices):
        yield _make_choice(item, f"{chr(_FIRST_LETTER + number)}.\u00a0", place, desk)


def _make_choice(item: ListItem, letter: str, place: Place, desk: Desk) -> Field:
    paragraphs = (block.inlines for block in item.blocks if isinstance(block, Paragraph))
    return Field(desk.name_field(place.stem), (Text(letter), *next(paragraphs, ())), FieldKind.TICK)
