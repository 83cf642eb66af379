"""Lengths in whole English Metric Units (EMU), the only unit of layout."""

from dataclasses import dataclass

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def points(value: float) -> int:
    """Return `value` points in EMU."""
    return round(value * EMU_PER_POINT)


def inches(value: float) -> int:
    """Return `value` inches in EMU."""
    return round(value * EMU_PER_INCH)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in EMU."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Insets:
    """The space kept inside a box on each side, in EMU."""

    left: int
    top: int
    right: int
    bottom: int
