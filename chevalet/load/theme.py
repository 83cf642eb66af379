"""Reads a theme: its geometry and its metrics, both plain data made beforehand, and the parts of its template."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.load.text import read_file
from chevalet.load.theme_layouts import read_box, read_layouts
from chevalet.load.theme_metrics import read_faces
from chevalet.load.tree import Tree
from chevalet.model.theme import Color, Face, Level, Theme, Typeface
from chevalet.span import Span
from chevalet.units import Size

DEFAULT_FOLDER = "themes/chevalet"
FILES = ("theme.json", "metrics.json", "template.pptx")
# What reading JSON, a zip or a value of the wrong shape raises.
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RuntimeError, BadZipFile, EOFError, zlib.error)
Faces = Mapping[tuple[Typeface, bool, bool], Face]
Value = TypeVar("Value")


def load_theme(tree: Tree, folder: str = DEFAULT_FOLDER) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a folder, or None with a diagnostic for each file that is missing or is not a theme's."""
    sink = Sink()
    geometry, metrics, template = (read_file(tree, f"{folder}/{name}", sink) for name in FILES)
    faces = _decode(f"{folder}/metrics.json", metrics, lambda content: read_faces(json.loads(content)), sink)
    parts = _decode(f"{folder}/template.pptx", template, _unzip, sink)
    digest = _digest(geometry or b"", metrics or b"", parts or {})
    theme = _decode(f"{folder}/theme.json", geometry, lambda content: _make_theme(content, faces, parts, digest), sink)
    if theme is not None and parts is not None:
        _check_parts(theme, f"{folder}/template.pptx", sink)
    return (None if sink.found else theme), tuple(sink.found)


def _decode(path: str, content: bytes | None, decode: Callable[[bytes], Value], sink: Sink) -> Value | None:
    """Return what a file that could be read means; None, said once, when it means nothing."""
    if content is None:
        return None
    try:
        return decode(content)
    except UNREADABLE as error:
        sink.add("invalid-template", Span(path), path=path, part=error.args[0] if error.args else type(error).__name__)
        return None


def _unzip(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _check_parts(theme: Theme, path: str, sink: Sink) -> None:
    """Report each layout whose part the template lacks."""
    for layout in theme.layouts.values():
        if layout.part not in theme.parts:
            sink.add("invalid-template", Span(path), path=path, part=layout.part)


def _make_theme(content: bytes, faces: Faces | None, parts: Mapping[str, bytes] | None, digest: str) -> Theme:
    """Return the theme of `theme.json`; one whose faces or parts could not be read is only made to check the rest."""
    described = json.loads(content)
    return Theme(
        name=described["name"],
        slide=Size(*described["slide"]),
        content=read_box(described["content"]),
        columns=described["columns"],
        gutter=described["gutter"],
        layouts=read_layouts(described["layouts"]),
        levels=tuple(Level(level["margin"], level["indent"]) for level in described["levels"]),
        fonts={Typeface(name): font for name, font in described["fonts"].items()},
        faces=faces or {},
        colors={Color(name): value for name, value in described["colors"].items()},
        accents=tuple(described["accents"]),
        parts=parts or {},
        digest=digest,
        table_style=described["table_style"],
    )


def _digest(geometry: bytes, metrics: bytes, parts: Mapping[str, bytes]) -> str:
    """Return the hash of a theme's content, however its template is packed."""
    total = sha256(geometry + b"\0" + metrics)
    for name, content in parts.items():
        total.update(f"\0{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
