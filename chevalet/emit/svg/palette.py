"""The colours of one deck as they are seen: the theme's own under the workshop's accent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from chevalet.emit.pptx.relationships import read_relationships, relationships_part, resolve_target
from chevalet.model.color import SCHEME, modify
from chevalet.model.theme import Color, Layout, Theme

_SLOT = re.compile(r'<a:(\w+)>\s*<a:(?:srgbClr val|sysClr val="\w+" lastClr)="([0-9A-Fa-f]{6})"')
_COLOR = re.compile(
    r'<a:schemeClr val="(\w+)"\s*(?:/>|>(.*?)</a:schemeClr>)|<a:srgbClr val="([0-9A-Fa-f]{6})"', re.DOTALL
)
_MODIFIER = re.compile(r'<a:(lumMod|lumOff|satMod) val="(\d+)"')
_SLOTS = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


class Palette(Struct, frozen=True):
    """The scheme's colours by DrawingML name, the deck's accent in the first; all in six hexadecimal digits."""

    scheme: Mapping[str, str]
    colors: Mapping[Color, str]

    @property
    def link(self) -> str:
        return self.scheme.get("hlink", self.colors[Color.ACCENT_DARK])

    def read(self, drawing: str) -> str:
        """Return the first colour that a piece of DrawingML names, empty when it names none."""
        found = _COLOR.search(drawing)
        if found is None:
            return ""
        name, inner, plain = found.groups()
        if plain:
            return plain.upper()
        modifiers = tuple((modifier, int(value)) for modifier, value in _MODIFIER.findall(inner or ""))
        return _modify(self.scheme[_SLOTS.get(name, name)], modifiers)


_modify = cache(modify)


def read_palette(theme: Theme, accent: str) -> Palette:
    """Return the palette of a deck, read from the theme part of its template."""
    part = _theme_part(theme)
    scheme = {**_plain_scheme(theme), **dict(_SLOT.findall(theme.parts[part].decode())), "accent1": accent}
    base = {**scheme, **{name: scheme[slot] for name, slot in _SLOTS.items()}}
    return Palette(scheme, {color: _modify(base[slot.name], slot.modifiers) for color, slot in SCHEME.items()})


def related_part(theme: Theme, part: str, kind: str) -> str:
    """Return the first part of that kind that a part of the template points at, empty when there is none."""
    content = theme.parts.get(relationships_part(part))
    entries = read_relationships(content) if content else ()
    return next((resolve_target(part, each.target) for each in entries if each.kind.endswith(f"/{kind}")), "")


def master_part(theme: Theme, layout: Layout) -> str:
    """Return the slide master of a layout."""
    return related_part(theme, layout.part, "slideMaster")


def _theme_part(theme: Theme) -> str:
    layout = next(iter(theme.layouts.values()))
    return related_part(theme, master_part(theme, layout), "theme")


def _plain_scheme(theme: Theme) -> dict[str, str]:
    colors = theme.colors
    names = {"lt1": Color.PAPER, "dk1": Color.INK, "lt2": Color.PANEL, "dk2": Color.MUTED, "accent5": Color.RULE}
    return {slot: colors[color] for slot, color in names.items()}
