"""Speaker notes: labelled paragraphs, kept whole, made smaller when the notes page would not hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from chevalet.layout.containers import open_containers
from chevalet.layout.describing import describe
from chevalet.layout.drafts import Draft, Part
from chevalet.layout.frame import free_bullets
from chevalet.layout.pieces import BreakPiece, ColumnsPiece, FigurePiece, Piece, TextPiece
from chevalet.layout.splitting import split_pieces
from chevalet.layout.typesetter import Paragraphs, Room, Typesetter, paragraphs_of, total_height
from chevalet.model.course import Note
from chevalet.model.deck import Run
from chevalet.units import inches

SIZES = (1200, 1100, 1000, 900)
ROOM = Room(inches(6.6), inches(4.9), SIZES[-1])
"""What the notes master's text box holds, insets taken off."""


def set_notes(notes: tuple[Note, ...], typesetter: Typesetter, words: Mapping[str, str]) -> tuple[Paragraphs, bool]:
    """Return the notes' paragraphs at the largest size that fits the notes page, and whether one does."""
    drafts = [draft for note in notes for draft in _draft_note(note, words)]
    for size in SIZES:
        measured = typesetter.set(drafts, size, ROOM)
        fits = total_height(measured) <= ROOM.height
        if fits:
            break
    return free_bullets(paragraphs_of(measured)), fits


def _draft_note(note: Note, words: Mapping[str, str]) -> Iterator[Draft]:
    drafts = list(_draft_pieces(split_pieces(open_containers(note.blocks, words))))
    label = note.label
    if not label:
        yield from drafts
        return
    if note.minutes:
        label += f" ({words['minutes'].format(minutes=note.minutes)})"
    head = Run(words["note-label"].format(label=label), bold=True)
    if drafts and drafts[0].part is Part.TEXT:
        yield replace(drafts[0], runs=(head, *drafts[0].runs))
        yield from drafts[1:]
    else:
        yield Draft((replace(head, text=head.text.rstrip()),), Part.TEXT, keeps_next=True)
        yield from drafts


def _draft_pieces(pieces: Sequence[Piece]) -> Iterator[Draft]:
    """Yield everything as text, figures in words: notes hold text only."""
    for piece in pieces:
        match piece:
            case TextPiece(drafts):
                yield from drafts
            case FigurePiece(figure):
                yield from describe(figure)
            case ColumnsPiece(columns):
                for column in columns:
                    yield from _draft_pieces(column.all_pieces)
            case BreakPiece():
                pass
