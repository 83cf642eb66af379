"""How each colour of the deck is written as a colour of the theme, and what it looks like under a given accent."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from chevalet.model.theme import Color


class SchemeColor(Struct, frozen=True):
    """A theme colour by its DrawingML name, and PowerPoint's own modifiers (thousandths of a per cent), in order."""

    name: str
    modifiers: tuple[tuple[str, int], ...] = ()


SCHEME: Mapping[Color, SchemeColor] = MappingProxyType(
    {
        Color.PAPER: SchemeColor("bg1"),
        Color.INK: SchemeColor("tx1"),
        Color.MUTED: SchemeColor("tx2"),
        Color.PANEL: SchemeColor("bg2"),
        Color.RULE: SchemeColor("accent5"),
        Color.ACCENT: SchemeColor("accent1"),
        Color.ACCENT_DARK: SchemeColor("accent1", (("lumMod", 75_000),)),
        Color.ACCENT_TINT: SchemeColor("accent1", (("satMod", 45_000), ("lumMod", 20_000), ("lumOff", 80_000))),
        Color.ACCENT_PALE: SchemeColor("accent1", (("satMod", 40_000), ("lumMod", 10_000), ("lumOff", 90_000))),
    }
)


def modify(color: str, modifiers: tuple[tuple[str, int], ...]) -> str:
    """Return `color` (six hexadecimal digits) after DrawingML modifiers, which act on hue, saturation and luminance."""
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, luminance, saturation = colorsys.rgb_to_hls(red, green, blue)
    for name, thousandths in modifiers:
        share = thousandths / 100_000
        match name:
            case "lumMod":
                luminance = min(1.0, luminance * share)
            case "lumOff":
                luminance = min(1.0, luminance + share)
            case "satMod":
                saturation = min(1.0, saturation * share)
            case _:
                raise ValueError(name)
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, luminance, saturation))


def palette(base: Mapping[str, str], accent: str) -> dict[Color, str]:
    """Return the hexadecimal value of every colour under one accent; `base` gives the theme's by scheme name."""
    scheme = {**base, "accent1": accent}
    return {color: modify(scheme[slot.name], slot.modifiers) for color, slot in SCHEME.items()}


def relative_luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of WCAG 2 between two colours, from 1 to 21."""
    dark, light = sorted((relative_luminance(first), relative_luminance(second)))
    return (light + 0.05) / (dark + 0.05)
