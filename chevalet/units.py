"""Lengths in whole English Metric Units (EMU), the only unit of layout."""

from msgspec import Struct

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def points(value: float) -> int:
    """Return `value` points in EMU."""
    return round(value * EMU_PER_POINT)


def inches(value: float) -> int:
    """Return `value` inches in EMU."""
    return round(value * EMU_PER_INCH)


class Size(Struct, frozen=True):
    """A width and a height in EMU."""

    width: int
    height: int


class Box(Struct, frozen=True):
    """A rectangle in EMU, its origin at the slide's top left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


class Insets(Struct, frozen=True):
    """The space kept inside a box on each side, in EMU."""

    left: int
    top: int
    right: int
    bottom: int
