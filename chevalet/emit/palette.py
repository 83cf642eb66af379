"""The colours of a document: those of the theme under the workshop's accent, on white paper."""

from __future__ import annotations

from chevalet.model.color import SCHEME, palette
from chevalet.model.flow import Flow
from chevalet.model.theme import Color, Theme

WHITE = "FFFFFF"


def pick_accent(flow: Flow, theme: Theme) -> str:
    """Return the accent of the document's workshop, hexadecimal; the course's own documents take the first."""
    return theme.accents[(max(flow.number, 1) - 1) % len(theme.accents)]


def color_document(flow: Flow, theme: Theme) -> dict[Color, str]:
    """Return the value of every colour; paper is white, for an office printer prints no other."""
    return color_paper(pick_accent(flow, theme), theme)


def color_paper(accent: str, theme: Theme) -> dict[Color, str]:
    """Return the value of every colour on white paper under an accent."""
    plain = {slot.name: theme.colors[color] for color, slot in SCHEME.items() if not slot.modifiers}
    return palette({**plain, SCHEME[Color.PAPER].name: WHITE}, accent)
