"""From what layout decided to bytes: one package a format, no decision and no disk."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic
from chevalet.emit.pptx import write_presentation
from chevalet.model.deck import Deck
from chevalet.model.spread import Spread
from chevalet.model.theme import Theme

__all__ = ["emit"]


def emit(deck: Deck, theme: Theme, spread: Spread = map) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the PowerPoint file of a deck; there is nothing left to complain of at this stage.

    `spread` writes the slides, each alone.
    """
    return write_presentation(deck, theme, spread), ()
