"""Naming: the marks of origin of drawings and figures, and one item at most in each placeholder of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from chevalet.layout.frame import free_bullets
from chevalet.model.deck import (
    Geometry,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from chevalet.model.theme import Layout


def name_items(items: Iterable[Placed], key: str) -> Iterator[Placed]:
    """Yield items, drawings and figures named by a readable word and the slide's key."""
    number = 0
    for item in items:
        if isinstance(item, PlacedTable | PlacedChart | PlacedPicture | PlacedGroup):
            number += 1
            yield replace(item, name=f"{item.name} – {key}#{number}")
        else:
            yield item


def claim_placeholders(items: Iterable[Placed], layout: Layout, words: Mapping[str, str]) -> Iterator[Placed]:
    """Yield items, freed from a placeholder that the layout lacks or that an item before them has: two are invalid."""
    free = set(layout.placeholders)
    for item in items:
        if isinstance(item, PlacedShape | PlacedGroup):
            yield item
        elif item.placeholder in free:
            free.remove(item.placeholder)
            yield item
        elif isinstance(item, PlacedText):
            body = replace(item.body, paragraphs=free_bullets(item.body.paragraphs))
            yield PlacedShape(words["text"], Geometry.RECTANGLE, item.box, body=body)
        else:
            yield replace(item, placeholder="")
