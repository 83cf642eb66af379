"""Finding the activities and worksheets of a workshop, wherever they stand in their slides."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.tree import find_all
from chevalet.model.block import Container
from chevalet.model.course import Segment, Slide


def find_containers(slide: Slide, name: str) -> Iterator[Container]:
    """Yield the containers of a name in a slide, in order."""
    if slide.reading:
        yield from (found for found in find_all(slide.reading.blocks, Container) if found.name == name)


def find_activities(segment: Segment) -> Iterator[Container]:
    """Yield the activities of a module."""
    for slide in segment.slides:
        yield from find_containers(slide, "activity")


def count_minutes(container: Container) -> int:
    """Return the minutes of an activity or a worksheet, 0 when it tells none."""
    minutes = container.attributes.get("minutes", "")
    return int(minutes) if minutes.isdecimal() else 0
