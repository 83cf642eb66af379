"""Panels: the role of a container in a document, its label, and what its attributes say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from chevalet.compose.writing import Desk, text
from chevalet.model.block import Container
from chevalet.model.flow import Role
from chevalet.model.inline import Inlines, Text

ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "key": Role.KEY,
        "case": Role.CASE,
        "activity": Role.ACTIVITY,
        "worksheet": Role.WORKSHEET,
        "quiz": Role.QUIZ,
        "solution": Role.ANSWER,
        "confidential": Role.PLAIN,
    }
)
"""The containers that are panels; the others are opened where they stand."""

Details = tuple[tuple[Inlines, Inlines], ...]


def label_panel(container: Container, title: str, desk: Desk) -> Inlines:
    """Return a panel's label; a worksheet named like its slide, whose `title` stands above, is not named twice."""
    attributes = container.attributes
    match container.name:
        case "case" if name := attributes.get("name"):
            return desk.say("panel-case", name=name)
        case "case":
            return desk.say("case")
        case "worksheet" if attributes["title"].casefold() != title.casefold():
            return text(attributes["title"])
        case "solution":
            return desk.say("note-solution")
        case name:
            return desk.say(f"panel-{name}")


def detail_panel(container: Container, desk: Desk) -> Details:
    """Return what a container's attributes say beside its label."""
    return tuple((desk.say(name), (Text(value),)) for name, value in _details(container.attributes, desk))


def _details(attributes: Mapping[str, str], desk: Desk) -> Iterator[tuple[str, str]]:
    if minutes := attributes.get("minutes"):
        yield "detail-minutes", desk.word("minutes", minutes=minutes)
    if group := attributes.get("group"):
        yield "detail-group", desk.word(f"group-{group}")
    if material := attributes.get("material"):
        yield "detail-material", material
    if where := ", ".join(filter(None, (attributes.get("place"), attributes.get("year")))):
        yield "detail-place", where
