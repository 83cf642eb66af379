"""Diagrams: steps drawn as native shapes, their text measured, set as large as fits and never below its floor."""

from __future__ import annotations

from typing import assert_never

from chevalet.layout.diagrams.chain import draw_chain
from chevalet.layout.diagrams.cycle import draw_cycle
from chevalet.layout.diagrams.pyramid import draw_pyramid
from chevalet.layout.diagrams.shapes import group_shapes, settle
from chevalet.layout.diagrams.timeline import draw_timeline
from chevalet.layout.frame import Frame
from chevalet.model.deck import PlacedGroup, PlacedShape
from chevalet.model.diagram import Steps, StepsKind
from chevalet.model.inline import plain_text
from chevalet.units import Box

__all__ = ["draw_steps"]


def draw_steps(steps: Steps, box: Box, frame: Frame) -> PlacedGroup | None:
    """Return `steps` drawn inside `box`, in their order; None when the box is too small for them at their floor."""
    shapes = _draw(steps, box, frame)
    if not shapes:
        return None
    group = group_shapes(frame.words["steps"], settle(shapes, box), plain_text(steps.alt))
    return group if _is_inside(group.box, box) else None


def _is_inside(inner: Box, outer: Box) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def _draw(steps: Steps, box: Box, frame: Frame) -> list[PlacedShape]:
    ruler = frame.typesetter.ruler
    match steps.kind:
        case StepsKind.CHAIN:
            return draw_chain(steps, box, ruler)
        case StepsKind.CYCLE:
            return draw_cycle(steps, box, ruler)
        case StepsKind.PYRAMID:
            return draw_pyramid(steps, box, ruler)
        case StepsKind.TIMELINE:
            return draw_timeline(steps, box, ruler)
    assert_never(steps.kind)
