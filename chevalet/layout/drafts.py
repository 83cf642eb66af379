"""Drafts: paragraphs that know their part in the text but not yet their size."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.runs import PLAIN, Runs, part_runs, runs_of, write_run
from chevalet.model.block import Blocks, CodeBlock, List, ListItem, Paragraph, Quote, Subheading
from chevalet.model.deck import Bullet, Run
from chevalet.model.inline import Inlines
from chevalet.model.theme import Color, Typeface

LONGEST = 8_192
"""The characters of a paragraph that are set as one: a page never holds as many, nor do its notes."""
DEEPEST = 8
"""The deepest list level that a presentation knows, counted from 0."""
TAB = 4
"""Columns between two tab stops in code."""
EMPTY = "\u00a0"
"""What holds the line of a paragraph that says nothing: an empty line of code, a marker without words."""

_SUBHEADING = Run("", bold=True, color=Color.ACCENT_DARK)
_CODE = Run("", typeface=Typeface.CODE)
_NOTHING = (Run(EMPTY),)


class Part(Enum):
    """What a paragraph is in its text: this decides its size, margin and space."""

    TEXT = "text"
    ITEM = "item"
    CONTINUED = "continued"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    CODE = "code"


class Draft(Struct, frozen=True):
    """A paragraph before its size is chosen; `keeps_next` holds it on the page of what follows.

    `markers` says, for each list it stands in, the outermost first, how wide that list's markers are, in thousandths of
    an em; 0 is a bullet, for which the theme's own levels have room. `is_first_of_block` tells a block's first line of
    code from the others.
    """

    runs: Runs
    part: Part
    level: int = 0
    bullet: Bullet = Bullet.NONE
    start: int = 1
    keeps_next: bool = False
    is_first_of_block: bool = True
    markers: tuple[int, ...] = ()


Drafts = tuple[Draft, ...]


class Nest(Struct, frozen=True):
    """The list a block stands in: its level, counted from 0, and the markers of the lists around it and its own."""

    level: int
    markers: tuple[int, ...]


def deepen(nest: Nest | None, marker: int = 0) -> Nest:
    """Return the nest of a list that stands in `nest`, with the width of its own marker."""
    level = min(nest.level + 1, DEEPEST) if nest else 0
    outer = nest.markers[:level] if nest else ()
    return Nest(level, (*outer, marker))


def draft_paragraph(inlines: Inlines, part: Part = Part.TEXT, look: Run = PLAIN) -> Draft:
    """Return the draft of one paragraph; a lead-in that ends in a colon keeps what it announces."""
    runs = runs_of(inlines, look)
    return Draft(runs, part, keeps_next=part is Part.SUBHEADING or _announces(runs))


def _announces(runs: Runs) -> bool:
    return bool(runs) and runs[-1].text.rstrip().endswith(":")


def draft_label(text: str) -> Draft:
    """Return the draft of a line that names what follows it."""
    return Draft((write_run(_SUBHEADING, text),), Part.SUBHEADING, keeps_next=True)


def draft_blocks(blocks: Blocks, nest: Nest | None = None) -> Iterator[Draft]:
    """Yield the drafts of text blocks, in reading order; a block that is not text yields nothing.

    `nest` is the list whose item the blocks stand in.
    """
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield _draft_continued(inlines, nest) if nest else draft_paragraph(inlines)
            case Subheading(inlines):
                yield draft_paragraph(inlines, Part.SUBHEADING, _SUBHEADING)
            case List():
                yield from _draft_list(block, nest)
            case Quote(inner):
                yield from map(_quote, draft_blocks(inner, nest))
            case CodeBlock(text):
                yield from _draft_code(text)


def _draft_continued(inlines: Inlines, nest: Nest) -> Draft:
    runs = runs_of(inlines)
    return Draft(runs, Part.CONTINUED, nest.level, keeps_next=_announces(runs), markers=nest.markers)


def _quote(draft: Draft) -> Draft:
    runs = tuple(replace(run, italic=True) for run in draft.runs)
    return replace(draft, runs=runs, part=Part.QUOTE if draft.part is Part.TEXT else draft.part)


def _draft_list(block: List, outer: Nest | None) -> Iterator[Draft]:
    nest = deepen(outer, _widest_marker(block))
    bullet = Bullet.NUMBER if block.ordered else Bullet.INHERIT
    for number, item in enumerate(block.items, start=block.start):
        runs, inner = _first_line(item)
        rest = list(draft_blocks(inner, nest))
        if runs or rest:
            own = bullet if item.checked is None else Bullet.CHECK
            # An item that begins with code or with a list has nothing but its marker on its own line.
            keeps = bool(rest) and (not runs or _announces(runs))
            yield Draft(runs or _NOTHING, Part.ITEM, nest.level, own, number, keeps, True, nest.markers)
            yield from rest


def _first_line(item: ListItem) -> tuple[Runs, Blocks]:
    """Return what stands beside an item's marker, and the blocks below."""
    match item.blocks:
        case (Paragraph(inlines), *_):
            return runs_of(inlines), item.blocks[1:]
        case _:
            return (), item.blocks


def _widest_marker(block: List) -> int:
    """Return the width of the list's widest number or box, in thousandths of an em, with a small gap after it."""
    if block.ordered:
        return 330 + 507 * len(str(block.start + len(block.items) - 1))
    return 1100 if any(item.checked is not None for item in block.items) else 0


def _draft_code(text: str) -> Iterator[Draft]:
    lines = text.expandtabs(TAB).rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        yield Draft((write_run(_CODE, line or EMPTY),), Part.CODE, is_first_of_block=number == 0)


def part_draft(draft: Draft, place: int) -> tuple[Draft, Draft]:
    """Return what stands before and after `place`; the second part goes on under the same margin, without a marker."""
    before, after = part_runs(draft.runs, place)
    part = Part.CONTINUED if draft.part is Part.ITEM else draft.part
    rest = replace(draft, runs=after, part=part, bullet=Bullet.NONE, is_first_of_block=False)
    return replace(draft, runs=before, keeps_next=False), rest


def part_long(draft: Draft) -> Iterator[Draft]:
    """Yield a draft in parts of which none is longer than any page: what is cut into pages is measured whole each time.

    They are parted at their spaces; a word too long for that, anywhere.
    """
    length = sum([len(run.text) for run in draft.runs])
    while length > LONGEST:
        text = "".join(run.text for run in draft.runs)
        first, draft = part_draft(draft, max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST)) + 1 or LONGEST)
        yield first
        length = sum([len(run.text) for run in draft.runs])
    yield draft
