"""The containers `:::` as records: their attributes, where they may stand, which may wrap whole slides."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct


class AttributeKind(Enum):
    """TEXT is any text, NUMBER a whole number from 1, CHOICE a word of a list, FLAG a word alone."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"


class AttributeRule(Struct, frozen=True):
    name: str
    kind: AttributeKind = AttributeKind.TEXT
    is_required: bool = False
    choices: tuple[str, ...] = ()


class ContainerRule(Struct, frozen=True):
    """A container that exists.

    `has_facets` lets it take any facet as attribute, at least one; resolve knows which are declared. `inside` names the
    container it must directly stand in; it may stand at no depth in those of `never_in`. `keeps_breaks` tells that a
    `---` in it still breaks the slide.
    """

    name: str
    attributes: tuple[AttributeRule, ...] = ()
    has_facets: bool = False
    wraps_slides: bool = False
    inside: str = ""
    never_in: tuple[str, ...] = ()
    keeps_breaks: bool = False


GROUPS = ("solo", "pairs", "trios", "small-groups", "room")

_MINUTES = AttributeRule("minutes", AttributeKind.NUMBER)

CONTAINERS: Mapping[str, ContainerRule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            ContainerRule("notes", never_in=("notes", "handout")),
            ContainerRule("slide", never_in=("notes", "handout", "slide"), keeps_breaks=True),
            ContainerRule("handout", never_in=("notes", "handout", "slide")),
            ContainerRule("columns", never_in=("notes", "columns")),
            ContainerRule("column", (AttributeRule("width", AttributeKind.NUMBER),), inside="columns"),
            ContainerRule("key", never_in=("notes", "key")),
            ContainerRule(
                "case",
                (AttributeRule("name"), AttributeRule("place"), AttributeRule("year")),
                never_in=("notes", "case"),
            ),
            ContainerRule("quiz", never_in=("notes", "quiz")),
            ContainerRule(
                "activity",
                (
                    AttributeRule("minutes", AttributeKind.NUMBER, is_required=True),
                    AttributeRule("group", AttributeKind.CHOICE, choices=GROUPS),
                    AttributeRule("material"),
                ),
                never_in=("notes", "activity", "worksheet"),
            ),
            ContainerRule(
                "worksheet",
                (AttributeRule("title", is_required=True), _MINUTES),
                never_in=("notes", "worksheet"),
            ),
            ContainerRule("solution", (AttributeRule("reveal", AttributeKind.FLAG),), never_in=("solution",)),
            ContainerRule("confidential", wraps_slides=True, keeps_breaks=True),
            ContainerRule("only", has_facets=True, wraps_slides=True, keeps_breaks=True),
        )
    }
)
