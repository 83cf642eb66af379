"""Mock-ups: a search result, a post, a message, drawn as the plain interface of no brand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chevalet.layout.diagrams.shapes import group_shapes, settle
from chevalet.layout.frame import Frame
from chevalet.layout.mockups.message import fill_message
from chevalet.layout.mockups.post import fill_post
from chevalet.layout.mockups.search import fill_search
from chevalet.layout.mockups.sheet import Sheet
from chevalet.model.deck import PlacedGroup
from chevalet.model.diagram import Mockup, MockupKind
from chevalet.model.inline import Inlines, plain_text
from chevalet.units import Box, points

__all__ = ["draw_mockup"]

SIZES = (2400, 2200, 2000, 1800, 1600, 1400)
"""Type sizes of what a mock-up says, in hundredths of a point; what surrounds it is smaller, 12 pt at least."""
LEAST_WIDTH = points(150)
FILLERS: Mapping[MockupKind, Callable[[Sheet, Mapping[str, Inlines]], None]] = {
    MockupKind.SEARCH: fill_search,
    MockupKind.POST: fill_post,
    MockupKind.MESSAGE: fill_message,
}
EMS = {MockupKind.SEARCH: 42, MockupKind.POST: 33, MockupKind.MESSAGE: 36}
"""Width of each kind in ems of its text, as on a screen: about 80, 62 and 68 characters a line."""


def draw_mockup(mockup: Mockup, box: Box, frame: Frame) -> PlacedGroup | None:
    """Return `mockup` drawn inside `box`, as large as fits; None when it does not fit at its floor."""
    if box.width < LEAST_WIDTH:
        return None
    for size in SIZES:
        width = min(box.width, points(size * EMS[mockup.kind] / 100))
        sheet = Sheet(frame.typesetter.ruler, Box(box.x, box.y, width, box.height), size, frame.words)
        FILLERS[mockup.kind](sheet, mockup.fields)
        # A word longer than a line (an address) is cut, as a screen does, rather than refuse the drawing.
        if sheet.y <= box.bottom and not (sheet.cuts_words and size != SIZES[-1]):
            return group_shapes(frame.words["mockup"], settle(sheet.shapes, box), plain_text(mockup.alt))
    return None
