"""Logos of the chamber and of its partners: a row under the text of the cover and of the closing slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from chevalet.model.deck import PlacedPicture
from chevalet.model.patch import Partner
from chevalet.model.picture import PictureData
from chevalet.model.theme import Layout
from chevalet.units import Box, inches

ROLES = ("title", "closing")
"""The layouts that show them."""
LEAST_HEIGHT = inches(0.25)
"""Smaller than that, nobody reads a logo: it is then left to the slide of thanks."""
MOST_HEIGHT = inches(0.5)
GAP = inches(0.25)
_MARGIN = inches(0.03)
_SIDEWAYS = range(5, 9)
"""The orientations of EXIF in which a picture is shown turned on its side."""


def place_logos(partners: Iterable[Partner], layout: Layout, words: Mapping[str, str]) -> Iterator[PlacedPicture]:
    """Yield the logos side by side between a layout's text and its footer, those that have room there."""
    row = _find_row(layout)
    if row is None:
        return
    x = row.x
    for partner in partners:
        if partner.logo is None:
            continue
        width = _width(partner.logo, row.height)
        if x + width > row.right:
            return
        alt = words["logo"].format(name=partner.name)
        yield PlacedPicture("", Box(x, row.y, width, row.height), words["picture"], alt, False, partner.logo)
        x += width + GAP


def _find_row(layout: Layout) -> Box | None:
    """Return the box below the layout's text, None when there is not enough room above its footer."""
    places = layout.placeholders
    text, foot = places.get("subtitle") or places.get("body"), places.get("footer")
    if text is None or foot is None:
        return None
    top = text.box.bottom + _MARGIN
    height = min(foot.box.y - _MARGIN - top, MOST_HEIGHT)
    return Box(text.box.x, top, text.box.width, height) if height >= LEAST_HEIGHT else None


def _width(logo: PictureData, height: int) -> int:
    size = (logo.height, logo.width) if logo.orientation in _SIDEWAYS else (logo.width, logo.height)
    return max(1, height * size[0] // max(1, size[1]))
