"""Drafts: paragraphs that know their part in the text but not yet their size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from chevalet.layout.runs import PLAIN, runs_of, write_run
from chevalet.model.block import Block, Blocks, CodeBlock, List, ListItem, Paragraph, Quote, Subheading
from chevalet.model.deck import Bullet, Run
from chevalet.model.inline import Inlines
from chevalet.model.theme import Color, Typeface

DEEPEST = 8
"""The deepest list level that a presentation knows, counted from 0."""
TAB = 4
"""Columns between two tab stops in code."""
EMPTY = "\u00a0"
"""What holds the line of a paragraph that says nothing: an empty line of code, a marker without words."""

_SUBHEADING = Run("", bold=True, color=Color.ACCENT_DARK)
_CODE = Run("", typeface=Typeface.CODE)


class Part(Enum):
    """What a paragraph is in its text: this decides its size, margin and space."""

    TEXT = "text"
    ITEM = "item"
    CONTINUED = "continued"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph before its size is chosen; `keeps_next` holds it on the page of what follows.

    `markers` says, for each list it stands in, the outermost first, how wide that list's markers are, in thousandths of
    an em; 0 is a bullet, for which the theme's own levels have room. `is_first_of_block` tells a block's first line of
    code from the others.
    """

    runs: tuple[Run, ...]
    part: Part
    level: int = 0
    bullet: Bullet = Bullet.NONE
    start: int = 1
    keeps_next: bool = False
    is_first_of_block: bool = True
    markers: tuple[int, ...] = ()


Drafts = tuple[Draft, ...]


def draft_paragraph(inlines: Inlines, part: Part = Part.TEXT, look: Run = PLAIN) -> Draft:
    """Return the draft of one paragraph; a lead-in that ends in a colon keeps what it announces."""
    runs = runs_of(inlines, look)
    announces = bool(runs) and runs[-1].text.rstrip().endswith(":")
    return Draft(runs, part, keeps_next=announces or part is Part.SUBHEADING)


def draft_label(text: str) -> Draft:
    """Return the draft of a line that names what follows it."""
    return Draft((write_run(_SUBHEADING, text),), Part.SUBHEADING, keeps_next=True)


def draft_blocks(blocks: Blocks, level: int = 0, markers: tuple[int, ...] = ()) -> Iterator[Draft]:
    """Yield the drafts of text blocks, in reading order; a block that is not text yields nothing.

    `level` is 0 outside lists, else that of the items the blocks stand in, counted from 1.
    """
    for block in blocks:
        yield from _draft_block(block, level, markers)


def _draft_block(block: Block, level: int, markers: tuple[int, ...]) -> Iterator[Draft]:
    match block:
        case Paragraph(inlines):
            draft = draft_paragraph(inlines)
            yield replace(draft, part=Part.CONTINUED, level=level - 1, markers=markers) if level else draft
        case Subheading(inlines):
            yield draft_paragraph(inlines, Part.SUBHEADING, _SUBHEADING)
        case List():
            yield from _draft_list(block, level, markers)
        case Quote(blocks):
            for draft in draft_blocks(blocks, level, markers):
                look = tuple(replace(run, italic=True) for run in draft.runs)
                yield replace(draft, runs=look, part=Part.QUOTE if draft.part is Part.TEXT else draft.part)
        case CodeBlock(text):
            yield from _draft_code(text)
        case _:
            return


def _draft_list(block: List, level: int, markers: tuple[int, ...]) -> Iterator[Draft]:
    depth = min(level, DEEPEST)
    inner = (*markers[:depth], _widest_marker(block))
    for number, item in enumerate(block.items):
        drafts = tuple(draft_blocks(item.blocks, depth + 1, inner))
        if not drafts:
            continue
        bullet = _bullet(block, item)
        first, rest = drafts[0], drafts[1:]
        if first.part is not Part.CONTINUED or first.level != depth:
            # An item that begins with code or with a list has nothing but its marker on its own line.
            first, rest = Draft((Run(EMPTY),), Part.CONTINUED, depth, keeps_next=True, markers=inner), drafts
        keeps = first.keeps_next and bool(rest)
        yield Draft(first.runs, Part.ITEM, depth, bullet, block.start + number, keeps, markers=inner)
        yield from rest


def _bullet(block: List, item: ListItem) -> Bullet:
    if item.checked is not None:
        return Bullet.CHECK
    return Bullet.NUMBER if block.ordered else Bullet.INHERIT


def _widest_marker(block: List) -> int:
    """Return the width of the list's widest number or box, in thousandths of an em, with a small gap after it."""
    if any(item.checked is not None for item in block.items):
        return 1100
    return 330 + 507 * len(str(block.start + len(block.items) - 1)) if block.ordered else 0


def _draft_code(text: str) -> Iterator[Draft]:
    lines = text.expandtabs(TAB).rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        yield Draft((write_run(_CODE, line or EMPTY),), Part.CODE, is_first_of_block=number == 0)
