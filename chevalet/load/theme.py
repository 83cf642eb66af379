"""Reads a theme: its geometry and its metrics, both plain data made beforehand, and the parts of its template."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import TypeVar
from zipfile import BadZipFile

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.load.template import find_layouts, read_template
from chevalet.load.text import read_file
from chevalet.load.theme_layouts import read_box, read_layouts
from chevalet.load.theme_metrics import read_characters, read_faces
from chevalet.load.theme_shape import decode_metrics, decode_theme
from chevalet.load.tree import PICTURE_LIMIT, Tree
from chevalet.model.theme import Color, Face, Level, Theme, Typeface
from chevalet.span import Span
from chevalet.units import Size

DEFAULT_FOLDER = "themes/chevalet"
FILES = ("theme.json", "metrics.json", "template.pptx")
# What reading JSON, XML or a zip raises, and what is made of their values.
UNREADABLE = (
    ValueError,
    LookupError,
    RuntimeError,
    SyntaxError,
    OSError,
    EOFError,
    BadZipFile,
    zlib.error,
    struct.error,
)
Measured = tuple[Mapping[tuple[Typeface, bool, bool], Face], frozenset[int]]
Value = TypeVar("Value")


def load_theme(tree: Tree, folder: str = DEFAULT_FOLDER) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a folder, or None with a diagnostic for each file that is missing or is not a theme's."""
    sink = Sink()
    geometry, metrics, template = (read_file(tree, f"{folder}/{name}", sink, limit=PICTURE_LIMIT) for name in FILES)
    measured = _decode(f"{folder}/metrics.json", metrics, _read_metrics, sink)
    parts = _decode(f"{folder}/template.pptx", template, read_template, sink)
    digest = _digest(geometry or b"", metrics or b"", parts or {})
    theme = _decode(
        f"{folder}/theme.json", geometry, lambda content: _make_theme(content, measured, parts, digest), sink
    )
    if theme is not None and parts is not None:
        _check_parts(theme, f"{folder}/template.pptx", sink)
    if sink.found or theme is None:
        return None, tuple(sink.found)
    return replace(theme, font_folder=tree.place(f"{folder}/fonts")), ()


def _decode(path: str, content: bytes | None, decode: Callable[[bytes], Value], sink: Sink) -> Value | None:
    """Return what a file that could be read means; None, said once, when it means nothing."""
    if content is None:
        return None
    try:
        return decode(content)
    except UNREADABLE as error:
        sink.add("invalid-template", Span(path), path=path, part=error.args[0] if error.args else type(error).__name__)
        return None


def _read_metrics(content: bytes) -> Measured:
    metrics = decode_metrics(content)
    return read_faces(metrics), read_characters(metrics)


def _check_parts(theme: Theme, path: str, sink: Sink) -> None:
    """Report each layout whose part the template lacks."""
    known = find_layouts(theme.parts)
    for layout in theme.layouts.values():
        if layout.part not in known:
            sink.add("invalid-template", Span(path), path=path, part=layout.part)


def _make_theme(content: bytes, measured: Measured | None, parts: Mapping[str, bytes] | None, digest: str) -> Theme:
    """Return the theme of `theme.json`; one whose faces or parts could not be read is only made to check the rest."""
    described = decode_theme(content)
    faces, characters = measured or ({}, frozenset())
    return Theme(
        name=described["name"],
        slide=Size(*described["slide"]),
        content=read_box(described["content"]),
        columns=described["columns"],
        gutter=described["gutter"],
        layouts=read_layouts(described["layouts"]),
        levels=tuple(Level(level["margin"], level["indent"]) for level in described["levels"]),
        fonts={Typeface(name): font for name, font in described["fonts"].items()},
        faces=faces,
        colors={Color(name): value for name, value in described["colors"].items()},
        accents=tuple(described["accents"]),
        parts=parts or {},
        digest=digest,
        table_style=described["table_style"],
        characters=characters,
    )


def _digest(geometry: bytes, metrics: bytes, parts: Mapping[str, bytes]) -> str:
    """Return the hash of a theme's content, however its template is packed."""
    total = sha256(geometry + b"\0" + metrics)
    for name, content in parts.items():
        total.update(f"\0{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
