"""Blocks of a document, one after the other, as calls of the style's functions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest
from typing import assert_never

from chevalet.emit.headings import listed_headings
from chevalet.emit.pdf.charts import write_chart
from chevalet.emit.pdf.fields import write_field, write_room
from chevalet.emit.pdf.figures import write_drawing, write_mockup, write_picture, write_steps
from chevalet.emit.pdf.heights import estimate
from chevalet.emit.pdf.inlines import stands_below, write_inlines
from chevalet.emit.pdf.keeping import list_kept
from chevalet.emit.pdf.literal import EMPTY, array, boolean, call, sequence, string, unseen, words
from chevalet.emit.pdf.tables import write_grid, write_table
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
_FIRST_LINES = 4
_EASE_OF_COLUMNS = 1.5


def write_blocks(blocks: Sequence[Written], writing: Writing, *, is_announced: bool = False) -> str:
    """Return blocks as one content; what announces the next block stays on its page, as a label's first line does."""
    kept = list_kept(blocks, writing, is_announced=is_announced)
    expressions = ((place, block, write_block(block, writing)) for place, block in enumerate(blocks))
    written = (_keep(block, each) if place in kept else each for place, block, each in expressions if each)
    return sequence(*written)


def _keep(block: Written, expression: str) -> str:
    """Return a block that stays on the page of the next, the space above it being that of its kind."""
    above = 1.3 if isinstance(block, Table) else 2.2 if isinstance(block, ChartBlock | StepsBlock) else 1
    return call("keep", expression, above=str(above))


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
    is_low = writing.is_low(estimate((block,), writing.gauge))
    return (
        call("whole", written)
        if is_low
        else call("begin", f"{(_FIRST_LINES - 2 * writing.flow.is_large) * writing.gauge.line:.0f}pt", written)
    )


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
            body = write_blocks(blocks, writing, is_announced=bool(label))
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
    """Tell whether a group is not cut; what stands side by side answers line to line."""
    ease = _EASE_OF_COLUMNS if isinstance(block, Columns) else 1
    return boolean(writing.is_low(estimate((block,), writing.gauge), ease))


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
