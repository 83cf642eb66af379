"""The hash of a slide as written: what a translation or a region's change is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from hashlib import sha256
from operator import attrgetter
from typing import get_args
from unicodedata import normalize

from msgspec import Struct

from chevalet.model.block import Block, ListItem
from chevalet.model.diagram import Chart, ChartSource, Mockup, Step, Steps
from chevalet.model.document import SlideSource
from chevalet.model.inline import Inline, Text

LENGTH = 16
"""Hexadecimal digits kept: enough to tell a course's slides apart."""

_OPEN, _CLOSE, _END = "\x1d", "\x1e", "\x1f"


def digest(slide: SlideSource) -> str:
    """Return the hash of a slide's tree before any substitution: its places do not count, nor how it is composed."""
    parts: list[str] = []
    _add((slide.title, slide.layout, slide.fit, slide.blocks), parts)
    return sha256(normalize("NFC", _END.join(parts)).encode(errors="surrogatepass")).hexdigest()[:LENGTH]


def _add(values: Iterable[object], parts: list[str]) -> None:
    """Write values one after the other, so that no two trees give the same characters."""
    for value in values:
        if isinstance(value, Text):  # first, as most of a slide is text: its turn in the table below costs more
            parts += ("Text", value.text)
        elif isinstance(value, str):
            parts.append(value)
        elif isinstance(value, tuple):
            parts.append(_OPEN)
            _add(value, parts)
            parts.append(_CLOSE)
        elif read := _READERS.get(type(value)):
            parts.append(type(value).__name__)
            _add(read(value), parts)
        elif isinstance(value, Mapping):
            _add(sorted(value.items()), parts)
        else:
            parts.append(value.value if isinstance(value, Enum) else repr(value))


def _reader(kind: type[Struct]) -> Callable[[object], tuple[object, ...]]:
    """Return what reads the fields of a node but its place in the file."""
    names = [name for name in kind.__struct_fields__ if name != "span"]
    read = attrgetter(*names) if names else lambda _node: ()
    # Of one name, `attrgetter` gives the value alone.
    return read if len(names) != 1 else lambda node: (read(node),)


_READERS: Mapping[type, Callable[[object], tuple[object, ...]]] = {
    kind: _reader(kind)
    for kind in (*get_args(Block), *get_args(Inline), ListItem, Chart, ChartSource, Steps, Step, Mockup)
}
