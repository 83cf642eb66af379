"""The line of sources and footnotes at the bottom of a page, and the room kept for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from chevalet.layout.drafts import Draft
from chevalet.layout.frame import GAP, SLACK, Frame, place_text_box
from chevalet.layout.ruler import vertical
from chevalet.layout.typesetter import Room, paragraphs_of, total_height
from chevalet.model.deck import Anchor, PlacedShape, PlacedText, TextBody
from chevalet.units import Box

SOURCE = "source"
SIZES = (1400, 1300, 1200)
"""Type sizes where the layout has no place for sources, in hundredths of a point."""
MOST_OF_AREA = 40
"""Per cent of the area beyond which footnotes would leave no slide."""


def place_source(frame: Frame, drafts: Sequence[Draft]) -> PlacedText | PlacedShape:
    """Return `drafts` in the layout's place for sources, made higher upwards if need be, else at the area's bottom."""
    placeholder = frame.layout.placeholders.get(SOURCE)
    area = frame.area
    home = placeholder.box if placeholder else Box(area.x, area.bottom, area.width, 0)
    sizes = placeholder.sizes if placeholder else SIZES
    insets = placeholder.insets if placeholder else frame.body.insets
    room = Room(home.width - insets.left - insets.right, home.height, sizes[-1])
    for size in sizes:
        measured = frame.typesetter.set(drafts, size, room)
        height = total_height(measured) + vertical(insets) + SLACK
        if height <= home.height:
            break
    box = home if height <= home.height else Box(home.x, home.bottom - height, home.width, height)
    if placeholder is None:
        return place_text_box(frame, box, paragraphs_of(measured), Anchor.BOTTOM)
    return PlacedText(SOURCE, box, TextBody(paragraphs_of(measured), insets, Anchor(placeholder.anchor)))


def reserve_source(frame: Frame, drafts: Sequence[Draft]) -> Frame | None:
    """Return what the line leaves of `frame`, None when it would leave too little."""
    if not drafts:
        return frame
    area, line = frame.area, place_source(frame, drafts)
    if line.box.y >= area.bottom:
        return frame
    height = max(0, line.box.y - GAP // 2 - area.y)
    if height < area.height * (100 - MOST_OF_AREA) // 100:
        return None
    return frame.with_area(replace(area, height=height))
