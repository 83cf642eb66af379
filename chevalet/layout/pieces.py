"""Pieces: what a slide is placed by — text together, each other thing alone."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chevalet.layout.drafts import Draft, Drafts
from chevalet.model.block import ChartBlock, MockupBlock, Picture, StepsBlock, Table

Figure = Table | Picture | ChartBlock | StepsBlock | MockupBlock
"""What is placed as a whole in a box of its own."""


class TextPiece(Struct, frozen=True):
    drafts: Drafts


class FigurePiece(Struct, frozen=True):
    figure: Figure


class Column(Struct, frozen=True):
    """One column: the subheading it begins with, if any, what follows it, and its share of the width."""

    heading: Draft | None
    pieces: tuple[Piece, ...]
    share: int = 1

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """Return the column's pieces, its heading the first of them."""
        return join_texts((TextPiece((self.heading,)), *self.pieces)) if self.heading else self.pieces


class ColumnsPiece(Struct, frozen=True):
    """Columns side by side."""

    columns: tuple[Column, ...]


class BreakPiece(Struct, frozen=True):
    """What follows stands on another page."""


Piece = TextPiece | FigurePiece | ColumnsPiece | BreakPiece


def join_texts(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return `pieces` with neighbouring texts as one."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, TextPiece) and isinstance(last, TextPiece):
            joined[-1] = TextPiece(last.drafts + piece.drafts)
        else:
            joined.append(piece)
    return tuple(joined)


def announces(piece: Piece) -> bool:
    """Return whether a text ends in words that must stand with what follows, as a subheading does."""
    return isinstance(piece, TextPiece) and piece.drafts[-1].keeps_next


def part_announcement(drafts: Drafts) -> tuple[Drafts, Drafts]:
    """Return a text without its last paragraphs that must stand with what follows, and those."""
    place = len(drafts)
    while place and drafts[place - 1].keeps_next:
        place -= 1
    return drafts[:place], drafts[place:]
