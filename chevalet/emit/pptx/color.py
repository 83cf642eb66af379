"""Colours as DrawingML: always a colour of the theme, so that changing the theme changes the deck."""

from __future__ import annotations

from functools import cache

from chevalet.model.color import SCHEME
from chevalet.model.theme import Color


@cache
def write_color(color: Color) -> str:
    """Return a colour as a scheme colour with its modifiers."""
    slot = SCHEME[color]
    return write_scheme_color(slot.name, slot.modifiers)


def write_scheme_color(name: str, modifiers: tuple[tuple[str, int], ...] = ()) -> str:
    """Return a scheme colour by its DrawingML name; modifiers are in thousandths of a per cent."""
    if not modifiers:
        return f'<a:schemeClr val="{name}"/>'
    inner = "".join(f'<a:{modifier} val="{value}"/>' for modifier, value in modifiers)
    return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>'


@cache
def write_fill(color: Color | None) -> str:
    """Return a solid fill, or the absence of one."""
    return "<a:noFill/>" if color is None else f"<a:solidFill>{write_color(color)}</a:solidFill>"
