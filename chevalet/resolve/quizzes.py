"""Quizzes: the right answers go to the notes, and no box on the slide tells which they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from chevalet.model.block import Block, Blocks, Container, List, ListItem, Paragraph
from chevalet.model.course import Note
from chevalet.model.inline import Text

FIRST_LETTER = ord("A")


def find_answers(quiz: Container, words: Mapping[str, str]) -> tuple[Note, ...]:
    """Return the right answers of a quiz as one note, each after its letter; none when no choice is checked."""
    answers = tuple(answer for block in quiz.blocks for answer in _answers(block))
    return (Note(words["note-answer"], 0, answers, kind="note-answer"),) if answers else ()


def hide_answers(blocks: Blocks) -> Blocks:
    """Return blocks with every task's box empty."""
    return tuple(_hide(block) for block in blocks)


def _answers(block: Block) -> Iterator[Block]:
    match block:
        case List(items):
            choices = [item for item in items if item.checked is not None]
            for number, item in enumerate(choices):
                if item.checked:
                    yield from _letter(item, chr(FIRST_LETTER + number))
            for item in items:
                yield from (answer for inner in item.blocks for answer in _answers(inner))
        case Container(blocks=inner):
            yield from (answer for each in inner for answer in _answers(each))
        case _:
            return


def _letter(item: ListItem, letter: str) -> Blocks:
    match item.blocks:
        case (Paragraph(inlines) as first, *rest):
            return (replace(first, inlines=(Text(f"{letter}.\u00a0"), *inlines)), *rest)
        case blocks:
            return (Paragraph((Text(f"{letter}."),), item.span), *blocks)


def _hide(block: Block) -> Block:
    match block:
        case List(items):
            return replace(block, items=tuple(map(_hide_item, items)))
        case Container(blocks=inner):
            return replace(block, blocks=hide_answers(inner))
        case _:
            return block


def _hide_item(item: ListItem) -> ListItem:
    checked = None if item.checked is None else False
    return replace(item, checked=checked, blocks=hide_answers(item.blocks))
