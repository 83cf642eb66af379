"""What a YAML file may hold, declared once: the kinds of value, and the keys of a record.

A record is a struct whose fields carry a `Key`; `read` makes it from YAML nodes, `schema` describes it to editors.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import cast, get_args

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from chevalet.span import Span


class Text(Struct, frozen=True):
    """Text that `pattern`, if any, matches whole; `code` says that it does not, `example` shows one that does."""

    pattern: str = ""
    code: str = "wrong-value"
    example: str = ""


class Date(Struct, frozen=True):
    """A day of the calendar, written `2026-11-22`."""


class Whole(Struct, frozen=True):
    """A whole number between two bounds, both allowed."""

    minimum: int
    maximum: int


class Flag(Struct, frozen=True):
    """`true` or `false`."""


class Choice(Struct, frozen=True):
    """One of a few words."""

    options: tuple[str, ...]


class ListOf(Struct, frozen=True):
    item: Kind


class MapOf(Struct, frozen=True):
    """Names chosen by the author, each with a value."""

    name: Text
    value: Kind


class RecordOf(Struct, frozen=True):
    """A mapping whose keys are those of a record."""

    record: type[Written]


class TextOr(Struct, frozen=True):
    """A text, or a mapping with the keys of a record."""

    text: Text
    record: type[Written]


Kind = Text | Date | Whole | Flag | Choice | ListOf | MapOf | RecordOf | TextOr

PLAIN = Text()
IDENTIFIER = Text("[a-z0-9-]+", "invalid-id", "mon-nom-2")
# Values of facts are named after what they count: `Val-d'Or`, `75+`; a dot or a brace would end `{{fact.id.key}}`.
VALUE_NAME = Text(r"[^\s.{}|]+", example="part_2018")
LANGUAGE = Text("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", example="fr-CA")
CLOCK = Text("([01]?[0-9]|2[0-3]):[0-5][0-9]", example="18:30")
ADDRESS = Text(r"https?://\S+", example="https://exemple.ca")
MINUTES = Whole(1, 480)


class Key(Struct, frozen=True):
    """A record's key: the kind of its value and, for editors, its meaning in French; `name` if not the field's own."""

    kind: Kind
    description: str
    name: str = ""


class Written(Struct, frozen=True, kw_only=True):
    """What every record keeps of its place: `spans` has each value's under its key, each item's under `key.item`."""

    span: Span
    spans: Mapping[str, Span]


class Field(Struct, frozen=True):
    """A key of a record as declared: `attribute` receives its value, `default` stands for it when it is left out."""

    name: str
    attribute: str
    kind: Kind
    description: str
    required: bool
    default: object


def fields_of(record: type[Written]) -> Mapping[str, Field]:
    """Return the declared keys of a record, by name; a field without a default is required."""
    return _declare(cast(Hashable, record))  # mypy takes a class for one of its instances here


@cache
def _declare(record: type[Written]) -> Mapping[str, Field]:
    declared = {}
    for field in fields(record):
        key = next((part for part in get_args(field.type) if isinstance(part, Key)), None)
        if key is not None:
            required = field.default is NODEFAULT and field.default_factory is NODEFAULT
            default = stand_in(key.kind) if field.default is NODEFAULT else field.default
            name = key.name or field.name
            declared[name] = Field(name, field.name, key.kind, key.description, required, default)
    return declared


def stand_in(kind: Kind) -> object:
    """Return what stands for a required value that is missing or wrong, so that reading goes on."""
    match kind:
        case Whole():
            return 0
        case Flag():
            return False
        case ListOf():
            return ()
        case MapOf():
            return {}
        case RecordOf(record):
            return record(
                span=Span(""), spans={}, **{each.attribute: each.default for each in fields_of(record).values()}
            )
        case Text() | Date() | Choice() | TextOr():
            return ""
