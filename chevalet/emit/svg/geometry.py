"""The preset shapes as paths: outlines by the formulas of DrawingML's own presets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, pi, sin
from typing import assert_never

from chevalet.emit.svg.units import write_length
from chevalet.model.deck import Geometry, PlacedShape
from chevalet.units import Box

Point = tuple[float, float]

_DEFAULTS = {
    Geometry.ROUNDED: {"adj": 16_667},
    Geometry.CHEVRON: {"adj": 50_000},
    Geometry.PENTAGON: {"adj": 50_000},
    Geometry.TRIANGLE: {"adj": 50_000},
    Geometry.TRAPEZOID: {"adj": 25_000},
    Geometry.RIGHT_ARROW: {"adj1": 50_000, "adj2": 50_000},
    Geometry.ARC: {"adj1": 16_200_000, "adj2": 0},
}
_WHOLE = 100_000
_TURN = 21_600_000


def write_outline(shape: PlacedShape) -> str:
    """Return the element of a closed shape, or of a line, without its end and without its look."""
    box = shape.box
    adjustments = {**_DEFAULTS.get(shape.geometry, {}), **dict(shape.adjustments)}
    match shape.geometry:
        case Geometry.RECTANGLE:
            return write_rectangle(box)
        case Geometry.ROUNDED:
            radius = min(box.width, box.height) * min(adjustments["adj"], 50_000) / _WHOLE
            return f'{write_rectangle(box)} rx="{write_length(radius)}"'
        case Geometry.ELLIPSE:
            radii = f'rx="{write_length(box.width / 2)}" ry="{write_length(box.height / 2)}"'
            middle = f'cx="{write_length(box.x + box.width / 2)}" cy="{write_length(box.y + box.height / 2)}"'
            return f"<ellipse {middle} {radii}"
        case Geometry.LINE | Geometry.ARC:
            return write_path(ends_of(shape)) if shape.geometry is Geometry.LINE else _write_arc(box, adjustments)
        case _:
            return write_path(_corners(shape.geometry, box, adjustments), closed=True)


def write_rectangle(box: Box) -> str:
    """Return the beginning of a rectangle's element."""
    place = f'<rect x="{write_length(box.x)}" y="{write_length(box.y)}"' if box.x or box.y else "<rect"
    return f'{place} width="{write_length(box.width)}" height="{write_length(box.height)}"'


def write_path(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return the beginning of the element of a broken line."""
    places = "L".join(f"{write_length(x)} {write_length(y)}" for x, y in points)
    return f'<path d="M{places}{"z" if closed else ""}"'


def ends_of(shape: PlacedShape) -> tuple[Point, Point]:
    """Return where a line begins and ends, flips counted."""
    box = shape.box
    left, right = (box.right, box.x) if shape.flip_horizontal else (box.x, box.right)
    top, bottom = (box.bottom, box.y) if shape.flip_vertical else (box.y, box.bottom)
    return (left, top), (right, bottom)


def arc_end(shape: PlacedShape) -> tuple[Point, Point]:
    """Return where an arc ends, and a point on it just before."""
    end = dict(shape.adjustments).get("adj2", 0)
    return _on_ellipse(shape.box, end - _TURN / 90), _on_ellipse(shape.box, end)


def _corners(geometry: Geometry, box: Box, adjustments: Mapping[str, int]) -> list[Point]:
    left, top, right, bottom, middle = box.x, box.y, box.right, box.bottom, box.y + box.height / 2
    share = min(box.width, box.height) * adjustments.get("adj", 0) / _WHOLE
    match geometry:
        case Geometry.TRIANGLE:
            return [(left + box.width * adjustments["adj"] / _WHOLE, top), (right, bottom), (left, bottom)]
        case Geometry.TRAPEZOID:
            return [(left + share, top), (right - share, top), (right, bottom), (left, bottom)]
        case Geometry.CHEVRON | Geometry.PENTAGON:
            notch = [(left + share, middle)] if geometry is Geometry.CHEVRON else []
            point = [(right - share, top), (right, middle), (right - share, bottom)]
            return [(left, top), *point, (left, bottom), *notch]
        case Geometry.RIGHT_ARROW:
            return _arrow_corners(box, adjustments)
        case Geometry.RECTANGLE | Geometry.ROUNDED | Geometry.ELLIPSE | Geometry.LINE | Geometry.ARC:
            raise AssertionError("not a polygon")
        case _:
            assert_never(geometry)


def _arrow_corners(box: Box, adjustments: Mapping[str, int]) -> list[Point]:
    middle, half = box.y + box.height / 2, box.height * adjustments["adj1"] / _WHOLE / 2
    neck = box.right - min(box.width, box.height) * adjustments["adj2"] / _WHOLE
    head = [(neck, box.y), (box.right, middle), (neck, box.bottom)]
    return [(box.x, middle - half), (neck, middle - half), *head, (neck, middle + half), (box.x, middle + half)]


def _write_arc(box: Box, adjustments: Mapping[str, int]) -> str:
    start, end = adjustments["adj1"], adjustments["adj2"]
    (x1, y1), (x2, y2) = _on_ellipse(box, start), _on_ellipse(box, end)
    radii = f"{write_length(box.width / 2)} {write_length(box.height / 2)}"
    large = int((end - start) % _TURN > _TURN / 2)
    return f'<path d="M{write_length(x1)} {write_length(y1)}A{radii} 0 {large} 1 {write_length(x2)} {write_length(y2)}"'


def _on_ellipse(box: Box, angle: float) -> Point:
    """Return the point of an ellipse that is seen at `angle` (sixtieth-thousandths of a degree) from its middle."""
    across, down, turned = box.width / 2, box.height / 2, angle * 2 * pi / _TURN
    own = atan2(across * sin(turned), down * cos(turned))
    return box.x + across + across * cos(own), box.y + down + down * sin(own)
