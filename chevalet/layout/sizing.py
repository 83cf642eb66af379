"""Sizing: from drafts to paragraphs at their size, with the margins of their lists."""

from __future__ import annotations

from msgspec import Struct

from chevalet.layout.drafts import Draft, Part
from chevalet.measure.pitch import EMU_PER_HUNDREDTH
from chevalet.model.deck import TextParagraph
from chevalet.model.theme import Level

SMALLER = 200
"""How much smaller than the base sub-items are, in hundredths of a point."""
MARKER_GAP = 350
"""What is left between a number and its text, in thousandths of an em."""
LARGEST_MARGIN = 40
"""Per cent of the width that the margins of nested lists may take."""


class Sizing(Struct, frozen=True):
    """The base size of a body and its floor, in hundredths of a point, the theme's list levels, the width in EMU."""

    base: int
    floor: int
    levels: tuple[Level, ...]
    width: int

    @property
    def smaller(self) -> int:
        return max(self.floor, self.base - SMALLER)


def set_draft(draft: Draft, sizing: Sizing) -> TextParagraph:
    """Return `draft` at its size: sub-items and code are a step smaller than the base, never below the floor."""
    base = sizing.base
    match draft.part:
        case Part.TEXT:
            return TextParagraph(draft.runs, base, space_before=base * 2 // 5)
        case Part.SUBHEADING:
            return TextParagraph(draft.runs, base, space_before=base * 3 // 5)
        case Part.QUOTE:
            return TextParagraph(draft.runs, base, margin=sizing.levels[0].margin, space_before=base * 2 // 5)
        case Part.CODE:
            before = base // 3 if draft.is_first_of_block else 0
            return TextParagraph(draft.runs, sizing.floor, space_before=before)
        case Part.CONTINUED | Part.ITEM:
            return _set_item(draft, sizing)


def _set_item(draft: Draft, sizing: Sizing) -> TextParagraph:
    base, level = sizing.base, draft.level
    size, before = (sizing.smaller, base // 6) if level else (base, base * 2 // 5)
    margin, indent = _margins(draft, sizing)
    if draft.part is Part.CONTINUED:
        return TextParagraph(draft.runs, size, level=level, margin=margin, space_before=base // 5)
    return TextParagraph(draft.runs, size, level, draft.bullet, draft.start, margin, indent, before)


def _margins(draft: Draft, sizing: Sizing) -> tuple[int, int]:
    """Return the margin and the indent of an item: its level's, made wider for numbers that need more."""
    own = _level(sizing.levels, draft.level)
    margin, indent = own.margin, own.indent
    if any(draft.markers):
        for level, marker in enumerate(draft.markers):
            size = sizing.smaller if level else sizing.base
            hang = -_level(sizing.levels, level).indent
            needed = (marker + MARKER_GAP) * size * EMU_PER_HUNDREDTH // 1000 if marker else 0
            extra = max(0, needed - hang)
            margin += extra
        indent -= extra
    largest = max(-indent, sizing.width * LARGEST_MARGIN // 100)
    return min(margin, largest), indent


def _level(levels: tuple[Level, ...], number: int) -> Level:
    """Return a list level; where the theme's no longer stand further in, they go on as those before began."""
    level = levels[min(number, len(levels) - 1)]
    if not number or level.margin > levels[min(number, len(levels)) - 1].margin:
        return level
    above = _level(levels, number - 1)
    step = above.margin - _level(levels, number - 2).margin if number > 1 else above.margin
    return Level(above.margin + step, level.indent)
