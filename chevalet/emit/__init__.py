"""From what layout decided to bytes: one package a format, no decision and no disk."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic
from chevalet.emit.pptx import write_presentation
from chevalet.model.deck import Deck
from chevalet.model.theme import Theme

__all__ = ["emit"]


def emit(deck: Deck, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the PowerPoint file of a deck; there is nothing left to complain of at this stage."""
    return write_presentation(deck, theme), ()
