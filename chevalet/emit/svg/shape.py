"""Drawn shapes as SVG elements: fills, lines, arrow heads."""

from __future__ import annotations

from math import hypot

from chevalet.emit.svg.geometry import Point, arc_end, ends_of, write_outline, write_path
from chevalet.emit.svg.palette import Palette
from chevalet.emit.svg.units import write_length
from chevalet.model.deck import Geometry, PlacedShape

_HEAD = 3
"""Length and width of a medium arrow head, in widths of its line: ECMA-376 leaves it open, Office draws this."""
_OPEN = (Geometry.LINE, Geometry.ARC)


def write_shape(shape: PlacedShape, palette: Palette) -> str:
    """Return the outline of a shape, empty when neither its fill nor its line shows."""
    if shape.fill is None and shape.line is None:
        return ""
    fill = f"#{palette.colors[shape.fill]}" if shape.fill and shape.geometry is not Geometry.LINE else "none"
    look = f' fill="{fill}"'
    if shape.line is not None:
        look += f' stroke="#{palette.colors[shape.line]}" stroke-width="{write_length(shape.line_width)}"'
    element = f"{write_outline(shape)}{look}{_write_turn(shape)}/>"
    return element + _write_head(shape, palette) if shape.head_arrow and shape.line else element


def _write_turn(shape: PlacedShape) -> str:
    """Return how a shape is turned and mirrored about its middle; a line's flips are in its ends."""
    box, steps = shape.box, ""
    x, y = write_length(box.x + box.width / 2), write_length(box.y + box.height / 2)
    if shape.rotation:
        steps = f"rotate({shape.rotation / 60_000:g} {x} {y})"
    if (shape.flip_horizontal or shape.flip_vertical) and shape.geometry is not Geometry.LINE:
        across, down = -1 if shape.flip_horizontal else 1, -1 if shape.flip_vertical else 1
        steps += f"translate({x} {y})scale({across} {down})translate(-{x} -{y})"
    return f' transform="{steps}"' if steps else ""


def _write_head(shape: PlacedShape, palette: Palette) -> str:
    """Return the head at the end of an open shape, its point where the line ends."""
    if shape.geometry not in _OPEN or shape.line is None:
        return ""
    before, end = ends_of(shape) if shape.geometry is Geometry.LINE else arc_end(shape)
    corners = head_corners(before, end, shape.line_width)
    return f'{write_path(corners, closed=True)} fill="#{palette.colors[shape.line]}"{_write_turn(shape)}/>'


def head_corners(before: Point, end: Point, width: float) -> tuple[Point, Point, Point]:
    """Return the corners of an arrow head that points from `before` to `end`."""
    across, down = end[0] - before[0], end[1] - before[1]
    length = hypot(across, down) or 1
    along = (across / length * width, down / length * width)
    base = (end[0] - _HEAD * along[0], end[1] - _HEAD * along[1])
    side = (-along[1] * _HEAD / 2, along[0] * _HEAD / 2)
    return end, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1])
