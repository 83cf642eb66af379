"""What the files of a theme must hold: the names, types and bounds that the rest of the compiler relies on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import msgspec
from msgspec import Meta

from chevalet.model.theme import Color, Typeface

# ECMA-376 part 1, 20.1.10.19: a text's size; 20.1.10.16: a coordinate, here kept where sums stay exact in any reader.
Size = Annotated[int, Meta(ge=100, le=400_000)]
Length = Annotated[int, Meta(ge=0, le=51_206_400)]
Place = tuple[Length, Length, Length, Length]
Indent = Annotated[int, Meta(ge=-51_206_400, le=51_206_400)]
# 19.7.15: a slide's width or height.
Side = Annotated[int, Meta(ge=914_400, le=51_206_400)]
Text = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"^[^<>&\"\x00-\x1f\ud800-\udfff\ufffe\uffff]*$")]
Hex = Annotated[str, Meta(pattern="^[0-9A-Fa-f]{6}$")]
Point = Annotated[int, Meta(ge=0, le=0x10FFFF)]
Width = Annotated[int, Meta(ge=0, le=1_000_000)]
Kind = Literal["title", "ctrTitle", "subTitle", "body", "tbl", "chart", "pic", "dt", "ftr", "sldNum", "obj", "media"]
LEVELS = 9


class PlaceholderShape(TypedDict):
    kind: Kind
    index: Annotated[int, Meta(ge=0, lt=2**32)]
    box: Place
    insets: Place
    sizes: Annotated[list[Size], Meta(min_length=1)]
    typeface: Typeface
    line_spacing: Annotated[int, Meta(ge=10, le=1000)]
    bold: bool
    anchor: Literal["top", "middle", "bottom"]
    color: Color
    background: Color
    align: Literal["left", "center", "right"]
    bulleted: bool
    alone: NotRequired[Place | None]


class LayoutShape(TypedDict):
    name: Text
    part: Text
    background: Color
    content: Place | None
    roomier: str
    placeholders: dict[str, PlaceholderShape]


class LevelShape(TypedDict):
    margin: Length
    indent: Indent


class ThemeShape(TypedDict):
    """The content of `theme.json`."""

    name: Text
    slide: tuple[Side, Side]
    content: Place
    columns: Annotated[int, Meta(ge=1, le=100)]
    gutter: Length
    layouts: dict[str, LayoutShape]
    levels: Annotated[list[LevelShape], Meta(min_length=LEVELS)]
    fonts: Annotated[dict[Typeface, Text], Meta(min_length=len(Typeface))]
    colors: Annotated[dict[Color, Hex], Meta(min_length=len(Color))]
    accents: Annotated[list[Hex], Meta(min_length=1)]
    table_style: Annotated[str, Meta(pattern="^([{][0-9A-F-]{36}[}])?$")]


class AdvancesShape(TypedDict):
    regular: list[Width]
    bold: list[Width]
    italic: list[Width]
    bold_italic: list[Width]


class FamilyShape(TypedDict):
    units_per_em: Annotated[int, Meta(ge=1, le=1_000_000)]
    fallback: Width
    runs: list[tuple[Point, Point]]
    advances: AdvancesShape


class MetricsShape(TypedDict):
    """The content of `metrics.json`."""

    heading: FamilyShape
    body: FamilyShape
    code: FamilyShape
    characters: list[tuple[Point, Point]]


# The placeholders without which a layout cannot hold what it is for.
_NEEDED = {
    "title": (), "section": (), "text": ("body",), "text-wide": ("body",), "two-columns": ("body", "body2"),
    "comparison": ("heading", "heading2", "body", "body2"), "table": ("body",), "chart": ("chart", "body"),
    "picture-text": ("picture", "body"), "full-picture": ("picture",), "quote": ("body",), "statement": ("body",),
    "steps": ("body",), "mockup": ("body",), "activity": ("heading", "body"), "case": ("heading", "body"),
    "agenda": ("body",), "recap": ("body",), "sources": ("body",), "closing": ("body",), "drawing": ("body",),
}  # fmt: skip
_EVERYWHERE = ("title", "footer")


def decode_theme(content: bytes) -> Any:
    """Return what `theme.json` holds; raises ValueError, saying what is wrong and where, or KeyError for a layout."""
    theme = _decode(content, ThemeShape)
    for role, names in _NEEDED.items():
        placeholders = theme["layouts"][role]["placeholders"]
        for name in (*_EVERYWHERE, *names):
            if name not in placeholders:
                raise ValueError(f"layouts.{role}.placeholders.{name}")
    for role, layout in theme["layouts"].items():
        if layout["roomier"] and layout["roomier"] not in theme["layouts"]:
            raise ValueError(f"layouts.{role}.roomier")
    return theme


def decode_metrics(content: bytes) -> Any:
    """Return what `metrics.json` holds; raises ValueError, saying what is wrong and where."""
    metrics = _decode(content, MetricsShape)
    for runs in (metrics["heading"]["runs"], metrics["body"]["runs"], metrics["code"]["runs"], metrics["characters"]):
        if not _are_apart(runs):
            raise ValueError("runs")
    return metrics


def _decode(content: bytes, shape: type[ThemeShape] | type[MetricsShape]) -> Any:
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.ValidationError as error:
        raise ValueError(_locate(str(error))) from error


def _locate(message: str) -> str:
    """Return the key that msgspec names: "Object missing required field `gutter` - at `$.levels[0]`"."""
    place = re.search(r"`\$\.?(.*)`$", message)
    missing = re.search("required field `(.*?)`", message)
    return ".".join(filter(None, (place and place[1], missing and missing[1]))) or message


def _are_apart(runs: Iterable[tuple[int, int]]) -> bool:
    """Say whether each run of characters begins after the one before: else a short file could count to no end."""
    end = -1
    for first, last in runs:
        if not end < first <= last:
            return False
        end = last
    return True
