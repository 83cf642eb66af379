"""The strokes of a drawing: cards, arrows, rules, discs; and the group that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import PLAIN, STRONG, Tone
from chevalet.model.deck import Geometry, PlacedGroup, PlacedShape, TextBody
from chevalet.model.theme import Color
from chevalet.units import Box, points

STROKE = points(2.25)
"""Width of the arrows."""
HAIRLINE = points(1)
SHARE_ABOVE = 40
"""Per cent of the free room left above a drawing: the middle as the eye sees it."""
WIDE = 2
"""Width of a wide box over its height, at least."""
QUARTER = 5_400_000
"""A right angle in sixtieth-thousandths of a degree."""


def tone_of(number: int, highlight: int) -> Tone:
    """Return the colours of the step of that number, counted from 1."""
    return STRONG if number == highlight else PLAIN


def draw_card(box: Box, body: TextBody, fill: Color | None) -> PlacedShape:
    """Return a rectangle with its text, or a bare text box when `fill` is None."""
    return PlacedShape("", Geometry.RECTANGLE, box, fill=fill, body=body)


def draw_line(start: tuple[int, int], end: tuple[int, int], color: Color, width: int = HAIRLINE) -> PlacedShape:
    """Return a straight line between two points, in EMU."""
    (left, top), (right, bottom) = start, end
    box = Box(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
    return PlacedShape(
        "",
        Geometry.LINE,
        box,
        line=color,
        line_width=width,
        decorative=True,
        flip_horizontal=right < left,
        flip_vertical=bottom < top,
    )


def draw_arrow(start: tuple[int, int], end: tuple[int, int]) -> PlacedShape:
    """Return an arrow from one point to another."""
    return replace(draw_line(start, end, Color.ACCENT, STROKE), head_arrow=True)


def draw_arc(center: tuple[int, int], radii: tuple[int, int], quarters: tuple[int, int]) -> PlacedShape:
    """Return an arrow along an ellipse, clockwise; `quarters` count right angles from three o'clock."""
    (x, y), (across, down) = center, radii
    first, last = (quarter % 4 * QUARTER for quarter in quarters)
    return PlacedShape(
        "",
        Geometry.ARC,
        Box(x - across, y - down, 2 * across, 2 * down),
        line=Color.ACCENT,
        line_width=STROKE,
        decorative=True,
        head_arrow=True,
        adjustments=(("adj1", first), ("adj2", last)),
    )


def draw_block(geometry: Geometry, box: Box, fill: Color) -> PlacedShape:
    """Return a filled shape that says nothing by itself."""
    return PlacedShape("", geometry, box, fill=fill, decorative=True)


def is_wide(box: Box) -> bool:
    """Return whether a drawing has the whole width for itself, no text beside it."""
    return box.width >= WIDE * box.height


def settle(shapes: Sequence[PlacedShape], box: Box) -> list[PlacedShape]:
    """Return `shapes`, drawn from the top of `box`, lowered to share its free room above and below.

    In a narrow box they stay at the top, on the line of the text beside it.
    """
    if not is_wide(box):
        return list(shapes)
    down = (box.bottom - max(shape.box.bottom for shape in shapes)) * SHARE_ABOVE // 100
    return [replace(shape, box=replace(shape.box, y=shape.box.y + down)) for shape in shapes]


def group_shapes(name: str, shapes: Iterable[PlacedShape], alt: str) -> PlacedGroup:
    """Return `shapes` as one drawing, each named by its place in it."""
    named = tuple(replace(shape, name=f"{name} {number}") for number, shape in enumerate(shapes, start=1))
    left, top = min(shape.box.x for shape in named), min(shape.box.y for shape in named)
    right, bottom = max(shape.box.right for shape in named), max(shape.box.bottom for shape in named)
    return PlacedGroup(name, Box(left, top, right - left, bottom - top), named, alt)
