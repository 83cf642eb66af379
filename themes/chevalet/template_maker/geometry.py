"""Resolves a theme description to plain data in EMU: the content of `theme.json`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from chevalet.model.color import palette
from chevalet.units import inches

SCHEME_NAMES = {"paper": "bg1", "ink": "tx1", "muted": "tx2", "panel": "bg2", "rule": "accent5"}
FOOTERS = ("date", "footer", "number")


class Grid:
    """The columns of the slide, in EMU; columns count from 1 and may be fractions."""

    def __init__(self, width: int, grid: Mapping[str, Any]) -> None:
        self.left = inches(grid["left"])
        self.gutter = inches(grid["gutter"])
        self.columns: int = grid["columns"]
        inside = width - self.left - inches(grid["right"])
        self.pitch = (inside + self.gutter) / self.columns

    def place(self, at: list[float]) -> list[int]:
        """Return `[x, y, width, height]` of `[column, columns, y, height]`."""
        column, span, top, height = at
        x = round(self.left + (column - 1) * self.pitch)
        return [x, inches(top), round(span * self.pitch) - self.gutter, inches(height)]

    def box(self, entry: Mapping[str, Any]) -> list[int]:
        """Return the box of an entry placed on the grid (`at`) or freely (`box`)."""
        return self.place(entry["at"]) if "at" in entry else [inches(length) for length in entry["box"]]


def resolve_placeholder(entry: Mapping[str, Any], grid: Grid, background: str) -> dict[str, Any]:
    """Return one placeholder of one layout, nothing left to look up; `above` is room its first line's accents need."""
    x, y, width, height = grid.box(entry)
    above = inches(entry.get("above", 0))
    resolved = {
        "kind": entry["kind"],
        "index": entry["index"],
        "box": [x, y - above, width, height + above],
        "insets": [0, above, 0, 0],
        "sizes": [round(size * 100) for size in entry["sizes"]],
        "typeface": entry.get("typeface", "body"),
        "line_spacing": entry.get("spacing", 100),
        "bold": entry.get("bold", False),
        "anchor": entry.get("anchor", "top"),
        "color": entry.get("color", "ink"),
        "background": entry.get("background", background),
        "align": entry.get("align", "left"),
        "bulleted": entry.get("list", False),
        "prompt": entry.get("prompt", ""),
    }
    if "alone" in entry:
        resolved["alone"] = grid.place(entry["alone"])
    return resolved


def resolve_shape(entry: Mapping[str, Any], grid: Grid, middle: float = 0) -> dict[str, Any]:
    """Return a drawn shape of a layout; `middle` (inches) moves it to the right."""
    kept = {key: value for key, value in entry.items() if key not in ("at", "box", "line")}
    if "line" in entry:
        x, y, end_x, end_y = (inches(length) for length in entry["line"])
        kept |= {"box": [min(x, end_x), min(y, end_y), abs(end_x - x), abs(end_y - y)], "flip": end_x < x, "line": True}
    else:
        kept |= {"box": grid.box(entry)}
    return {**kept, "box": [kept["box"][0] + inches(middle), *kept["box"][1:]]}


def resolve_shapes(entry: Mapping[str, Any], theme: Mapping[str, Any], grid: Grid) -> list[dict[str, Any]]:
    """Return the shapes of a layout, back to front: its own, the easel, the two rules it shares with the others."""
    shapes = [resolve_shape(shape, grid) for shape in entry.get("shapes", [])]
    if "easel" in entry:
        shapes += [resolve_shape(shape, grid, entry["easel"]) for shape in theme["easel"]]
    for name in ("hang_rule", "foot_rule"):
        if entry.get(name, {}) is not False:
            shapes.append(resolve_shape({**theme[name], **entry.get(name, {})}, grid))
    return shapes


def resolve_layout(role: str, number: int, theme: Mapping[str, Any], grid: Grid) -> dict[str, Any]:
    """Return a layout with its placeholders (footers last, as they are read) and its shapes."""
    entry, defaults = theme["layouts"][role], theme["placeholders"]
    background = entry.get("background", "paper")
    own = {**entry["placeholders"], **{name: entry.get("footers", {}).get(name, {}) for name in FOOTERS}}
    return {
        "name": entry["name"],
        "part": f"ppt/slideLayouts/slideLayout{number}.xml",
        "background": background,
        "content": grid.box(entry["content"]) if "content" in entry else None,
        "roomier": entry.get("roomier", ""),
        "shapes": resolve_shapes(entry, theme, grid),
        "placeholders": {
            name: resolve_placeholder({**defaults[name], **changes}, grid, background) for name, changes in own.items()
        },
    }


def read_color(written: object) -> str:
    """Return a colour of six hexadecimal digits; unquoted, YAML makes a number of some."""
    if not isinstance(written, str) or not re.fullmatch("[0-9A-F]{6}", written):
        raise ValueError(f"{written!r} is not six hexadecimal digits between quotes")
    return written


def resolve_levels(theme: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return nine list levels: those given, the last one again for the deeper ones."""
    given = theme["levels"]
    levels = given + [given[-1]] * (9 - len(given))
    return [{**level, "margin": inches(level["margin"]), "indent": inches(level["indent"])} for level in levels]


def resolve_theme(theme: Mapping[str, Any]) -> dict[str, Any]:
    """Return the theme description as plain data: EMU, hundredths of a point, hexadecimal colours."""
    grid = Grid(theme["slide"]["width"], theme["grid"])
    accents = [read_color(accent["value"]) for accent in theme["accents"]]
    scheme = {name: read_color(value) for name, value in theme["colors"].items()}
    base = {SCHEME_NAMES[name]: value for name, value in scheme.items() if name in SCHEME_NAMES}
    return {
        "name": theme["name"],
        "language": theme["language"],
        "slide": [theme["slide"]["width"], theme["slide"]["height"]],
        "content": grid.box(theme["content"]),
        "columns": grid.columns,
        "gutter": grid.gutter,
        "fonts": theme["fonts"],
        "scheme": scheme,
        "colors": {color.value: value for color, value in palette(base, accents[0]).items()},
        "accents": accents,
        "levels": resolve_levels(theme),
        "table_style": theme["table_style"]["identifier"],
        "table_style_name": theme["table_style"]["name"],
        "layouts": {
            role: resolve_layout(role, number, theme, grid) for number, role in enumerate(theme["layouts"], start=1)
        },
    }
