"""Splitting: a slide's blocks as pieces, each figure apart whatever it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from chevalet.layout.drafts import Draft, Nest, Part, deepen, draft_blocks
from chevalet.layout.pieces import BreakPiece, Column, ColumnsPiece, FigurePiece, Piece, TextPiece, join_texts
from chevalet.model.block import (
    Block,
    Blocks,
    Break,
    ChartBlock,
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
from chevalet.model.deck import Bullet
from chevalet.model.inline import Emphasis, Inline, InlinePicture, Inlines, Link, Strike, Strong

LETTER_WIDTH = 900
"""The width of a quiz's letters with their point, in thousandths of an em."""


def split_pieces(blocks: Blocks) -> tuple[Piece, ...]:
    """Return `blocks` as pieces, in reading order; neighbouring texts are one piece."""
    return join_texts(_pieces(blocks))


def _pieces(blocks: Iterable[Block], nest: Nest | None = None) -> Iterator[Piece]:
    for block in blocks:
        yield from _block_pieces(block, nest)


def _block_pieces(block: Block, nest: Nest | None) -> Iterator[Piece]:
    match block:
        case Table():
            yield FigurePiece(block)
            for row in (block.header, *block.rows):
                yield from _pictures(row)
        case Picture() | ChartBlock() | StepsBlock() | MockupBlock():
            yield FigurePiece(block)
        case Break():
            yield BreakPiece()
        case Container(name="columns"):
            yield from _columns(block)
        case Container(name="quiz", blocks=inner):
            yield from map(_letter_choices, _pieces(inner, nest))
        case Container(blocks=inner):
            yield from _pieces(inner, nest)
        case List() if any(_holds_figure(item.blocks) for item in block.items):
            for number, item in enumerate(block.items):
                yield from _item_pieces(replace(block, items=(), start=block.start + number), item, nest)
        case Quote(blocks=inner) if _holds_figure(inner):
            yield from _quote_pieces(block, nest)
        case _:
            yield from _text_pieces(block, nest)


def _text_pieces(block: Block, nest: Nest | None) -> Iterator[Piece]:
    drafts = tuple(draft for draft in draft_blocks((block,), nest) if _shows(draft))
    if drafts:
        yield TextPiece(drafts)
    yield from _pictures_beside(block)


def _pictures_beside(block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph(inlines) | Subheading(inlines):
            yield from _pictures((inlines,))
        case Quote(blocks):
            for inner in blocks:
                yield from _pictures_beside(inner)
        case _:
            return


def _shows(draft: Draft) -> bool:
    """Return whether a paragraph shows something: words, a line of code, a number."""
    return draft.part is Part.CODE or draft.bullet is Bullet.NUMBER or any(run.text.strip() for run in draft.runs)


def _columns(container: Container) -> Iterator[Piece]:
    """Yield a container's columns, what stands beside them outside of any before the first; without columns, that."""
    columns: list[Column] = []
    loose: list[Block] = []
    for block in container.blocks:
        if isinstance(block, Container) and block.name == "column":
            columns.append(_column(block))
        else:
            loose.append(block)
    yield from _pieces(loose)
    if columns:
        yield ColumnsPiece(tuple(columns))


def _column(container: Container) -> Column:
    width = container.attributes.get("width", "")
    share = max(1, int(width)) if width.isdecimal() else 1
    heading, blocks = None, container.blocks
    if blocks and isinstance(blocks[0], Subheading):
        heading = next((draft for draft in draft_blocks(blocks[:1]) if _shows(draft)), None)
        pictures = _pictures_beside(blocks[0])
        return Column(heading, join_texts((*pictures, *_unbroken(blocks[1:]))), share)
    return Column(heading, join_texts(_unbroken(blocks)), share)


def _unbroken(blocks: Blocks) -> Iterator[Piece]:
    """Yield the pieces of a column, in which no break can be forced."""
    return (piece for piece in _pieces(blocks) if not isinstance(piece, BreakPiece))


def _letter_choices(piece: Piece) -> Piece:
    """Letter a quiz's choices, A, B, C: a room answers by a letter, and no box says which one is right."""
    if not isinstance(piece, TextPiece):
        return piece
    drafts: list[Draft] = []
    number = 0
    for draft in piece.drafts:
        if draft.bullet is Bullet.CHECK:
            number += 1
            markers = (*draft.markers[:-1], LETTER_WIDTH)
            drafts.append(replace(draft, bullet=Bullet.LETTER, start=number, markers=markers))
        else:
            number = 0 if draft.level == 0 else number
            drafts.append(draft)
    return TextPiece(tuple(drafts))


def _holds_figure(blocks: Blocks) -> bool:
    """Return whether something among `blocks`, at any depth, is not text."""
    return any(map(_is_or_holds_figure, blocks))


def _is_or_holds_figure(block: Block) -> bool:
    match block:
        case Table() | Picture() | ChartBlock() | StepsBlock() | MockupBlock() | Container() | Break():
            return True
        case Paragraph(inlines) | Subheading(inlines):
            return _hold_picture(inlines)
        case List(items):
            return any(_holds_figure(item.blocks) for item in items)
        case Quote(blocks):
            return _holds_figure(blocks)
        case _:
            return False


def _item_pieces(holder: List, item: ListItem, nest: Nest | None) -> Iterator[Piece]:
    """Yield an item's texts and figures in their order; what follows a figure goes on without a second marker."""
    is_marked = False
    for stands_apart, group in groupby(item.blocks, _stands_apart):
        if stands_apart:
            yield from _pieces(group, deepen(nest))
            continue
        texts = replace(item, blocks=tuple(group))
        pieces = _text_pieces(replace(holder, items=(texts,)), nest)
        yield from map(_unmark, pieces) if is_marked else pieces
        is_marked = True
        for block in texts.blocks:
            yield from _pictures_beside(block)


def _quote_pieces(quote: Quote, nest: Nest | None) -> Iterator[Piece]:
    for stands_apart, group in groupby(quote.blocks, _stands_apart):
        blocks = tuple(group)
        yield from _pieces(blocks, nest) if stands_apart else _text_pieces(replace(quote, blocks=blocks), nest)


def _stands_apart(block: Block) -> bool:
    return not isinstance(block, Paragraph | Subheading) and _is_or_holds_figure(block)


def _unmark(piece: Piece) -> Piece:
    if not isinstance(piece, TextPiece):
        return piece
    first, *others = piece.drafts
    return TextPiece((replace(first, part=Part.CONTINUED, bullet=Bullet.NONE), *others))


def _pictures(texts: Iterable[Inlines]) -> Iterator[Piece]:
    for inlines in texts:
        if _hold_picture(inlines):
            for inline in inlines:
                yield from _pictures_of(inline)


def _hold_picture(inlines: Inlines) -> bool:
    for inline in inlines:
        if isinstance(inline, InlinePicture):
            return True
        if isinstance(inline, Strong | Emphasis | Strike | Link) and _hold_picture(inline.children):
            return True
    return False


def _pictures_of(inline: Inline) -> Iterator[Piece]:
    match inline:
        case InlinePicture():
            yield FigurePiece(
                Picture(inline.target, inline.alt, inline.span, inline.caption, inline.decorative, inline.data)
            )
        case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
            yield from _pictures((children,))
        case _:
            return
