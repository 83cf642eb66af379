"""The colours of workbooks, all from the theme: white paper, ink, and pale tints that print apart in grey."""

from __future__ import annotations

from msgspec import Struct

from chevalet.model.theme import Color, Theme

_WHITE = "FFFFFF"


class Palette(Struct, frozen=True):
    """Colours as `#RRGGBB`."""

    ink: str
    muted: str
    panel: str
    rule: str
    accent: str
    pale: str
    tint: str
    warning: str
    warning_tint: str
    white: str = "#FFFFFF"


def make_palette(theme: Theme, number: int) -> Palette:
    """Return the colours under the accent of a workshop, by its number from 1; those of the whole course are at 0."""
    accent = theme.accents[(max(number, 1) - 1) % len(theme.accents)]
    warning = theme.accents[0]
    return Palette(
        ink=f"#{theme.colors[Color.INK]}",
        muted=f"#{theme.colors[Color.MUTED]}",
        panel=mix(theme.colors[Color.PANEL], 0.6),
        rule=f"#{theme.colors[Color.RULE]}",
        accent=f"#{accent}",
        pale=mix(accent, 0.07),
        tint=mix(accent, 0.16),
        warning=f"#{warning}",
        warning_tint=mix(warning, 0.14),
    )


def mix(color: str, share: float) -> str:
    """Return `share` of a colour on white, as `#RRGGBB`."""
    pairs = zip(_channels(color), _channels(_WHITE), strict=True)
    return "#" + "".join(f"{round(own * share + white * (1 - share)):02X}" for own, white in pairs)


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[place : place + 2], 16) for place in (0, 2, 4))
