"""Blocks of a document, one after the other, as calls of the style's functions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, zip_longest
from typing import assert_never

from chevalet.emit.headings import listed_headings
from chevalet.emit.pdf.charts import write_chart
from chevalet.emit.pdf.fields import write_field, write_room
from chevalet.emit.pdf.figures import write_drawing, write_mockup, write_picture, write_steps
from chevalet.emit.pdf.heights import estimate
from chevalet.emit.pdf.inlines import stands_below, write_inlines
from chevalet.emit.pdf.literal import EMPTY, array, boolean, call, sequence, string, unseen, words
from chevalet.emit.pdf.tables import stands_whole, write_grid, write_table
from chevalet.emit.pdf.writing import Writing
from chevalet.model.block import (
    Block,
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
from chevalet.model.flow import (
    Aside,
    Columns,
    Contents,
    Definitions,
    Details,
    Drawing,
    Field,
    FieldKind,
    FlowBlock,
    Grid,
    Heading,
    PageBreak,
    Panel,
    Role,
)
from chevalet.model.inline import InlinePicture, Inlines, Room, plain_text

Written = FlowBlock | Block
Pairs = Sequence[tuple[Inlines, Inlines]]
_MOST_OPENING = 4
"""Blocks after a part's title, its first heading counted, up to which they stay together."""
_REMARK = 220
"""Characters up to which the only paragraph after a table or a figure is a remark on it."""
_LEADS_TO = (List, Table, Grid, Field, CodeBlock, Quote, ChartBlock, StepsBlock, MockupBlock, Picture)


def write_blocks(blocks: Sequence[Written], writing: Writing) -> str:
    """Return blocks as one content; what announces the next block stays on its page."""
    written = []
    # In large print, where a page holds little, a part may begin at the end of one.
    opening = set[int]() if writing.flow.is_large else _find_openings(blocks)
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        expression = write_block(block, writing)
        if expression:
            is_kept = place in opening or _announces(block, after) or _is_remarked(blocks[place : place + 3], writing)
            written.append(call("keep", expression) if is_kept else expression)
    return sequence(*written)


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
        case (Table() as table, Paragraph(inlines), *rest) if stands_whole(table, writing):
            return len(plain_text(inlines)) <= _REMARK and not isinstance(next(iter(rest), None), Paragraph)
        case (ChartBlock(), Paragraph(inlines), *rest) if not writing.flow.is_large:
            return len(plain_text(inlines)) <= _REMARK and not isinstance(next(iter(rest), None), Paragraph)
        case _:
            return False


def _announces(block: Written, after: Written | None) -> bool:
    """Tell whether a block is nothing without the next: a sentence and its list, ticks in a row, a figure's source."""
    match block:
        case Paragraph(inlines):
            return isinstance(after, Field) or (
                isinstance(after, _LEADS_TO) and plain_text(inlines).rstrip().endswith(":")
            )
        case Field(kind=FieldKind.TICK):
            return isinstance(after, Field) and after.kind is FieldKind.TICK
        case Picture() | MockupBlock() | StepsBlock() | Drawing():
            return isinstance(after, Aside)
        case _:
            return False


def write_block(block: Written, writing: Writing) -> str:
    """Return one block as an expression, empty when it holds nothing to show."""
    match block:
        case Paragraph() | Heading() | Subheading() | Quote() | CodeBlock() | Aside() | Contents() | PageBreak():
            return _write_text(block, writing)
        case List():
            return write_list(block, writing)
        case Table():
            return write_table(block, writing) if block.header else ""
        case Grid():
            return write_grid(block, writing) if block.header else ""
        case Picture() | Drawing() | ChartBlock() | StepsBlock() | MockupBlock():
            return _write_figure(block, writing)
        case Field():
            return write_field(block, writing)
        case Break():
            return ""
        case Panel() | Container() | Columns() | Details() | Definitions():
            return _write_group(block, writing)
        case _:
            assert_never(block)


def _write_text(
    block: Paragraph | Heading | Subheading | Quote | CodeBlock | Aside | Contents | PageBreak, writing: Writing
) -> str:
    match block:
        case Paragraph(inlines):
            return write_paragraph(inlines, writing)
        case Heading():
            return write_heading(block, writing)
        case Subheading(inlines, level):
            return write_heading(Heading(min(4, level), inlines), writing)
        case Quote(blocks):
            return call("cited", write_blocks(blocks, writing)) if blocks else ""
        case CodeBlock(text):
            # Each line on its own, since a string literal holds no control character.
            lines = [string(line.expandtabs(4)) for line in text.splitlines()]
            return call("code-block", array(lines)) if lines else ""
        case Aside(inlines):
            return call("aside", write_inlines(inlines, writing)) if inlines else ""
        case Contents(depth):
            titles = listed_headings(writing.flow.blocks, depth)
            return call("contents", str(depth), *(words(plain_text(each.inlines)) for each in titles))
        case PageBreak():
            return call("pagebreak", weak="true")
        case _:
            assert_never(block)


def write_paragraph(inlines: Inlines, writing: Writing) -> str:
    """Return a paragraph, then the pictures and the lines to write on that stand in it."""
    below = [write_picture(each, writing) for each in inlines if isinstance(each, InlinePicture)]
    below += [write_room(each) for each in inlines if isinstance(each, Room) and stands_below(each)]
    text = write_inlines(inlines, writing)
    shown = [each for each in below if each]
    paragraph = call("par", text)
    expressions = ([] if text == EMPTY else [call("keep", paragraph) if shown else paragraph]) + shown
    return _join(expressions)


def _join(expressions: Sequence[str]) -> str:
    """Return expressions as one, empty for none."""
    return expressions[0] if len(expressions) == 1 else sequence(*expressions) if expressions else ""


def write_heading(heading: Heading, writing: Writing) -> str:
    """Return a heading; only the first of its identifier can be linked to, and one without text is left out."""
    text = write_inlines(heading.inlines, writing)
    if text == EMPTY:
        return ""
    named = {}
    if heading.identifier and heading.identifier not in writing.placed:
        writing.placed.add(heading.identifier)
        named["id"] = unseen(heading.identifier)
    if heading.before:
        named["before"] = write_inlines(heading.before, writing)
    is_listed = boolean(id(heading) in writing.listed)
    level = str(writing.open_heading(heading))
    return call("title-of", level, text, as_level=str(heading.level), in_contents=is_listed, **named)


def write_list(block: List, writing: Writing) -> str:
    """Return a list; items to tick are lists of their own, since their mark differs."""
    if not block.items:
        return ""
    written = _write_marked(block, writing)
    # A low list is not cut: its last line would be lost at the head of the next page.
    return call("whole", written) if writing.is_low(estimate((block,), writing.gauge)) else written


def _write_marked(block: List, writing: Writing) -> str:
    if block.ordered:
        items = (write_blocks(item.blocks, writing) for item in block.items)
        return call("enum", *items, start=str(block.start))
    return _join([_write_items(is_checked, tuple(items), writing) for is_checked, items in _by_mark(block)])


def _by_mark(block: List) -> list[tuple[bool | None, list[ListItem]]]:
    return [(checked, list(items)) for checked, items in groupby(block.items, key=lambda item: item.checked)]


def _write_items(is_checked: bool | None, items: Sequence[ListItem], writing: Writing) -> str:
    bodies = [write_blocks(item.blocks, writing) for item in items]
    return call("list", *bodies) if is_checked is None else call("tasks", boolean(is_checked), *bodies)


def _write_figure(block: Picture | Drawing | ChartBlock | StepsBlock | MockupBlock, writing: Writing) -> str:
    match block:
        case Picture():
            return write_picture(block, writing)
        case Drawing():
            return write_drawing(block, writing)
        case ChartBlock():
            return write_chart(block, writing)
        case StepsBlock():
            return write_steps(block, writing) if block.steps.steps else ""
        case MockupBlock():
            return write_mockup(block, writing)
        case _:
            assert_never(block)


def _write_group(block: Panel | Container | Columns | Details | Definitions, writing: Writing) -> str:
    match block:
        case Panel(role, label, blocks, details):
            body = write_blocks(blocks, writing)
            named = write_inlines(label, writing)
            if body == EMPTY and not details:
                return ""
            pairs, is_whole = write_pairs(details, writing), _stands_whole(block, writing)
            return call("panel", string(role.value), named, pairs, body, is_whole=is_whole)
        case Container(_, blocks):
            body = write_blocks(blocks, writing)
            is_whole = _stands_whole(block, writing)
            plain = string(Role.PLAIN.value)
            return call("panel", plain, EMPTY, "()", body, is_whole=is_whole) if body != EMPTY else ""
        case Columns():
            return _write_columns(block, writing) if block.columns else ""
        case Details(rows, is_inline):
            return call("details", write_pairs(rows, writing), is_inline=boolean(is_inline)) if rows else ""
        case Definitions(entries):
            return call("definitions", *(array(_pair(entry, writing)) for entry in entries)) if entries else ""
        case _:
            assert_never(block)


def _stands_whole(block: Panel | Container | Columns, writing: Writing) -> str:
    return boolean(writing.is_low(estimate((block,), writing.gauge)))


def _write_columns(block: Columns, writing: Writing) -> str:
    """Return parts side by side; a column without a share counts for one."""
    shares = zip_longest(block.shares[: len(block.columns)], block.columns, fillvalue=1)
    widths = array(str(max(1, share)) for share, _ in shares)
    parts = (write_blocks(column, writing) for column in block.columns)
    return call("columns-of", widths, *parts, is_whole=_stands_whole(block, writing))


def write_pairs(pairs: Pairs, writing: Writing) -> str:
    """Return names and values as an array of pairs."""
    return array(array(_pair(pair, writing)) for pair in pairs)


def _pair(pair: tuple[Inlines, Inlines], writing: Writing) -> tuple[str, str]:
    return write_inlines(pair[0], writing), write_inlines(pair[1], writing)
