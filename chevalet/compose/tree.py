"""Walking a flow whatever its nodes: what it holds of a kind, and its hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from hashlib import sha256
from typing import TypeVar

from msgspec import Struct

from chevalet.span import Span

T = TypeVar("T")
LENGTH = 8
"""Hexadecimal digits of a fingerprint: enough to tell two printings apart by eye."""


def find_all(value: object, kind: type[T]) -> Iterator[T]:
    """Yield every node of a kind in a tree, in reading order."""
    if isinstance(value, kind):
        yield value
    for child in _children(value):
        yield from find_all(child, kind)


def fingerprint(value: object) -> str:
    """Return a short hash of a tree, its places in the sources left out."""
    hashed = sha256()
    for part in _parts(value):
        hashed.update(part)
        hashed.update(b"\x1f")
    return hashed.hexdigest()[:LENGTH]


def _parts(value: object) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
        return
    children = _children(value)
    yield (type(value).__name__ if children else _atom(value)).encode()
    for child in children:
        yield from _parts(child)


def _atom(value: object) -> str:
    return "" if isinstance(value, Span) else str(value.value if isinstance(value, Enum) else value)


def _children(value: object) -> tuple[object, ...]:
    match value:
        case Span():
            return ()
        case tuple():
            return value
        case Mapping():
            return tuple(part for name in sorted(value) for part in (name, value[name]))
        case Struct():
            return tuple(getattr(value, name) for name in value.__struct_fields__)
        case _:
            return ()
