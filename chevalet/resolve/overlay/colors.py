"""The region's colours in place of the theme's accents, made as dark as text on paper needs."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.model.color import contrast, modify
from chevalet.model.region import Region
from chevalet.model.theme import Color, Theme

LEAST_CONTRAST = 4.5
"""WCAG 2.2, level AA, for text: accents are set as text on paper, and paper as text on accents."""
_DARKER = (("lumMod", 95_000),)
_STEPS = 60


def overlay_theme(theme: Theme, region: Region, sink: Sink) -> Theme:
    """Return the theme with the region's accents; one that had to be darkened is told."""
    if not region.look.accents:
        return theme
    paper = theme.colors[Color.PAPER]
    shown = tuple(darken(color, paper) for color in region.look.accents)
    for rank, (color, dark) in enumerate(zip(region.look.accents, shown, strict=True)):
        if color != dark:
            span = region.span_of("theme", "accents", str(rank))
            sink.add("color-too-light", span, color=color, used=dark)
    return replace(theme, accents=shown)


def darken(color: str, paper: str) -> str:
    """Return a colour, as six hexadecimal digits, or the nearest darker one that can be read on `paper`."""
    for _ in range(_STEPS):
        if contrast(color, paper) >= LEAST_CONTRAST:
            break
        color = modify(color, _DARKER)
    return color
