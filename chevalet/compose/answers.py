"""The answer key: every solution of a workshop and the right answers of its quizzes, in order."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from chevalet.compose.activities import find_containers
from chevalet.compose.blocks import Place, open_blocks
from chevalet.compose.numbering import Numbering
from chevalet.compose.tree import find_all
from chevalet.compose.writing import Desk
from chevalet.model.block import Block, List, ListItem, Paragraph
from chevalet.model.course import Course, Slide
from chevalet.model.flow import FlowBlock, FlowBlocks, Heading
from chevalet.model.inline import Inlines, Text, plain_text


def make_answer_key(course: Course, numbering: Numbering, desk: Desk) -> FlowBlocks:
    """Return the answers of each slide that has any under its title; nothing when no slide has."""
    slides = (slide for segment in course.segments for slide in segment.slides)
    answers = tuple(block for slide in slides for block in _print_slide(slide, numbering, desk))
    return (Heading(1, desk.say("answer-key"), "answer-key"), *answers) if answers else ()


def _print_slide(slide: Slide, numbering: Numbering, desk: Desk) -> Iterator[FlowBlock]:
    blocks = tuple(_find_answers(slide))
    if not blocks:
        return
    numbers = numbering.tell_slide(slide, desk)
    yield Heading(2, slide.title, before=desk.say("slide-number", numbers=numbers) if numbers else ())
    yield from open_blocks(blocks, Place("answers", plain_text(slide.title)), desk)


def _find_answers(slide: Slide) -> Iterator[Block]:
    for quiz in find_containers(slide, "quiz"):
        for choices in find_all(quiz.blocks, List):
            yield from _find_right(choices)
    for solution in find_containers(slide, "solution"):
        yield from solution.blocks


def _find_right(choices: List) -> Iterator[Paragraph]:
    """Yield the right choices, each after the letter that the room calls it by."""
    boxes = [item for item in choices.items if item.checked is not None]
    for letter, item in zip(ascii_uppercase, boxes, strict=False):
        for inlines in _first_line(item) if item.checked else ():
            yield Paragraph((Text(f"{letter}.\u00a0"), *inlines), item.span)


def _first_line(item: ListItem) -> tuple[Inlines, ...]:
    return tuple(block.inlines for block in item.blocks[:1] if isinstance(block, Paragraph))
