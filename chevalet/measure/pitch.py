"""How high a line stands and how wide it may be: what a paragraph's size and margins say."""

from __future__ import annotations

from chevalet.measure.line import FILL
from chevalet.model.deck import TextParagraph
from chevalet.units import EMU_PER_POINT

EMU_PER_HUNDREDTH = EMU_PER_POINT // 100
LINE_PITCH = 12_117
"""Ten-thousandths of the type size: PowerPoint's line height at single spacing, whatever the font."""


def rooms(paragraph: TextParagraph, width: int) -> tuple[int, int]:
    """Return the room of the first line and of the others, in ten-thousandths of an em of the paragraph's size."""
    em = paragraph.size * EMU_PER_HUNDREDTH
    room = max(1, (width - paragraph.margin) * FILL // 1000)
    rest = max(1, room * 10_000 // em)
    first = max(1, (room - paragraph.indent) * 10_000 // em) if paragraph.indent > 0 else rest
    return first, rest


def line_height(paragraph: TextParagraph) -> int:
    """Return the height of one line of `paragraph` in EMU, rounded up."""
    return -(-paragraph.size * EMU_PER_HUNDREDTH * LINE_PITCH * paragraph.line_spacing // 1_000_000)
