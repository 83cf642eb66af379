"""Which blocks stay on the page of the next one: what announces, opens a part, or would leave a line alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from chevalet.emit.pdf.tables import stands_whole
from chevalet.emit.pdf.writing import Writing
from chevalet.model.block import (
    Block,
    ChartBlock,
    CodeBlock,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.flow import Aside, Details, Drawing, Field, FieldKind, FlowBlock, Grid, Heading, Panel
from chevalet.model.inline import Inlines, Strong, plain_text

Written = FlowBlock | Block
_MOST_OPENING = 4
"""Blocks after a part's title, its first heading counted, up to which they stay together."""
_TITLE = 90
"""Characters up to which a paragraph that begins in bold is the title of the list or table below it."""
_REMARK = 220
"""Characters up to which the only paragraph after a table or a figure is a remark on it."""
_LEADS_TO = (List, Table, Grid, Field, CodeBlock, Quote, ChartBlock, StepsBlock, MockupBlock, Picture)


def list_kept(blocks: Sequence[Written], writing: Writing, *, is_announced: bool) -> set[int]:
    """Return the places of the blocks that stay with the next; `is_announced` for those below a panel's label."""
    # In large print, where a page holds little, a part may begin at the end of one.
    kept = set[int]() if writing.flow.is_large else _find_openings(blocks)
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        is_edge = is_announced and _is_at_edge(blocks, place)
        if is_edge or _announces(block, after) or _is_remarked(blocks[place : place + 3], writing):
            kept.add(place)
    return kept


def _is_at_edge(blocks: Sequence[Written], place: int) -> bool:
    """Tell whether a block is what a panel's label leads to, or the last but one, which never leaves a line alone."""
    if place == 0:
        return isinstance(blocks[0], Paragraph)
    return (
        place == len(blocks) - 2
        and isinstance(blocks[place], Field | Paragraph)
        and isinstance(blocks[-1], Field | Paragraph)
    )


def _find_openings(blocks: Sequence[Written]) -> set[int]:
    """Return the places of what stands between a part's title and its first heading, when it is short."""
    titles = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    return {
        place
        for title, following in pairwise(titles)
        if following - title <= _MOST_OPENING and _opens(blocks[title], blocks[following])
        for place in range(title + 1, following)
        if isinstance(blocks[place], Paragraph | List | Details | Aside)
    }


def _opens(title: Written, following: Written) -> bool:
    """Tell whether a heading opens a part whose first heading follows."""
    match title, following:
        case Heading(level=1), Heading(level=level):
            return level > 1
        case _:
            return False


def _is_remarked(blocks: Sequence[Written], writing: Writing) -> bool:
    """Tell whether a table or a chart is followed by a remark on it, and by no other text."""
    match blocks:
        case (Table() | ChartBlock() as shown, Paragraph(inlines), *rest):
            is_last = not rest or isinstance(rest[0], Heading | Subheading | Panel)
            is_held = stands_whole(shown, writing) if isinstance(shown, Table) else not writing.flow.is_large
            return is_last and is_held and len(plain_text(inlines)) <= _REMARK
        case _:
            return False


def _is_title(inlines: Inlines) -> bool:
    """Tell whether a paragraph names what stands below it."""
    text = plain_text(inlines).rstrip()
    return text.endswith(":") or (len(text) <= _TITLE and isinstance(next(iter(inlines), None), Strong))


def _announces(block: Written, after: Written | None) -> bool:
    """Tell whether a block is nothing without the next: a sentence and its list, ticks in a row, a figure's source."""
    match block:
        case Paragraph(inlines):
            return (
                (isinstance(after, Field) and len(plain_text(inlines)) <= _REMARK)
                or (isinstance(after, Grid) and after.is_whole)
                or (isinstance(after, _LEADS_TO) and _is_title(inlines))
            )
        case Field(kind=FieldKind.TICK):
            return isinstance(after, Field) and after.kind is FieldKind.TICK
        case Picture() | MockupBlock() | StepsBlock() | Drawing():
            return isinstance(after, Aside)
        case _:
            return False
