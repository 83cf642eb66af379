"""Links inside a document: those that lead to a slide it does not print keep their text alone."""

from __future__ import annotations

from collections.abc import Set
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from chevalet.compose.tree import find_all
from chevalet.model.flow import Flow, Heading
from chevalet.model.inline import Link
from chevalet.model.locale import Locale
from chevalet.span import Span

T = TypeVar("T")


def keep_links(flow: Flow) -> Flow:
    """Return a document all of whose links lead somewhere."""
    known = {f"#{heading.identifier}" for heading in find_all(flow, Heading)}
    return _keep(flow, known)


def _keep(value: T, known: Set[str]) -> T:
    if isinstance(value, tuple):
        kept = tuple(part for each in value for part in _open(each, known))
        return value if all(map(_is, kept, value)) and len(kept) == len(value) else cast(T, kept)
    if isinstance(value, Struct) and not isinstance(value, Span | Locale):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: kept for name, each in fields.items() if (kept := _keep(each, known)) is not each}
        return replace(value, **changed) if changed else value
    return value


def _open(value: object, known: Set[str]) -> tuple[object, ...]:
    """Return a value as it is kept, or the content of a link that leads nowhere."""
    if isinstance(value, Link) and value.target.startswith("#") and value.target not in known:
        return _keep(value.children, known)
    return (_keep(value, known),)


def _is(one: object, other: object) -> bool:
    return one is other
