"""Reads the layouts of `theme.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chevalet.model.theme import Color, Layout, Placeholder, Typeface
from chevalet.units import Box, Insets


def read_layouts(entries: Mapping[str, Any]) -> dict[str, Layout]:
    """Return the layouts by role; raises KeyError, TypeError or ValueError for what is not a layout."""
    return {role: _read_layout(role, entry) for role, entry in entries.items()}


def read_box(lengths: list[int]) -> Box:
    """Return the box of `[x, y, width, height]`."""
    x, y, width, height = lengths
    return Box(x, y, width, height)


def _read_layout(role: str, entry: Mapping[str, Any]) -> Layout:
    return Layout(
        role=role,
        name=entry["name"],
        part=entry["part"],
        placeholders={name: _read_placeholder(name, value) for name, value in entry["placeholders"].items()},
        background=Color(entry["background"]),
        content=read_box(entry["content"]) if entry["content"] else None,
        roomier=entry["roomier"],
    )


def _read_placeholder(name: str, entry: Mapping[str, Any]) -> Placeholder:
    alone = entry.get("alone")
    return Placeholder(
        name=name,
        kind=entry["kind"],
        index=entry["index"],
        box=read_box(entry["box"]),
        insets=Insets(*entry["insets"]),
        sizes=tuple(entry["sizes"]),
        typeface=Typeface(entry["typeface"]),
        line_spacing=entry["line_spacing"],
        bold=entry["bold"],
        anchor=entry["anchor"],
        color=Color(entry["color"]),
        background=Color(entry["background"]),
        alone=read_box(alone) if alone else None,
        bulleted=entry["bulleted"],
        align=entry["align"],
    )
