"""A timeline: a rule with a mark for each step, its date above, its words below; upright in a narrow box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import (
    BARE,
    NO_INSETS,
    SCALE,
    Sizes,
    all_fit,
    ease,
    highest,
    insets_of,
    natural_width,
    set_line,
    set_step,
)
from chevalet.layout.diagrams.grid import Grid
from chevalet.layout.diagrams.shapes import STROKE, draw_arrow, draw_card, is_wide, tone_of
from chevalet.layout.ruler import Ruler
from chevalet.model.deck import Anchor, Geometry, PlacedShape, Run, TextBody
from chevalet.model.diagram import Steps
from chevalet.model.theme import Color
from chevalet.units import Box, Size, points

GAP = points(11)
"""Between two cards side by side."""
LOW_GAP = points(4)
"""Between two cards one above the other."""
MARK = points(17)
"""Diameter of a mark."""
AIR = points(10)
"""Between the dates, the rule and the cards."""
DATE_SHARE = 30
"""Per cent of the width that a column of dates takes at most."""
LEVEL_MARGIN, UPRIGHT_MARGIN = 42, 22
"""What is left free above and below the words of a card, in per cent of the text's size."""


class Moments(Struct, frozen=True):
    """The text of every step at one size: its date, without paragraphs when it has none, and its words."""

    dates: Sequence[TextBody]
    words: Sequence[TextBody]


class Places(Struct, frozen=True):
    """Where a timeline's parts stand: its rule from end to end, then a date, a mark and a card for each step.

    `anchors` are those of the dates and of the words in their boxes.
    """

    rule: tuple[tuple[int, int], tuple[int, int]]
    dates: Sequence[Box]
    marks: Sequence[Box]
    cards: Sequence[Box]
    anchors: tuple[Anchor, Anchor]


def draw_timeline(steps: Steps, box: Box, ruler: Ruler) -> list[PlacedShape]:
    """Return the rule, the dates, marks and cards of a timeline, in order; nothing when no plan fits."""
    ways = [(_place_level, LEVEL_MARGIN), (_place_upright, UPRIGHT_MARGIN)]
    if not is_wide(box):
        ways.reverse()
    for sizes in SCALE:
        for place, margin in ways:
            moments = Moments(_dates(steps, sizes), _words(steps, sizes, margin))
            places = place(moments, box, ruler)
            if places:
                return list(_draw(moments, places, steps.highlight))
    return []


def _dates(steps: Steps, sizes: Sizes) -> list[TextBody]:
    look = Run("", bold=True, color=BARE.mark)
    return [TextBody(set_line(step.when, sizes.text, look), NO_INSETS) for step in steps.steps]


def _words(steps: Steps, sizes: Sizes, margin: int) -> list[TextBody]:
    insets = insets_of(sizes, 45, margin)
    return [
        TextBody(set_step(step, sizes, tone_of(number, steps.highlight).text), insets)
        for number, step in enumerate(steps.steps, start=1)
    ]


def _place_level(moments: Moments, box: Box, ruler: Ruler) -> Places | None:
    """Return the places of a rule from left to right, dates above it and cards below it."""
    count = len(moments.words)
    cells = [Grid(box, count, 1, Size(GAP, 0)).place(number) for number in range(count)]
    width = cells[0].width
    dated = [date for date in moments.dates if date.paragraphs]
    above = highest(ruler, dated, width) + AIR if dated else 0
    top = box.y + above + MARK + AIR
    room = Size(width, box.bottom - top)
    if not all_fit(ruler, dated, Size(width, above)) or not all_fit(ruler, moments.words, room):
        return None
    height = ease(highest(ruler, moments.words, width), width, room.height)
    axis = box.y + above + MARK // 2
    return Places(
        ((box.x, axis), (box.right, axis)),
        [Box(cell.x, box.y, width, max(0, above - AIR)) for cell in cells],
        [Box(cell.x, axis - MARK // 2, MARK, MARK) for cell in cells],
        [Box(cell.x, top, width, height) for cell in cells],
        (Anchor.BOTTOM, Anchor.TOP),
    )


def _place_upright(moments: Moments, box: Box, ruler: Ruler) -> Places | None:
    """Return the places of a rule from top to bottom, dates at its left and cards at its right."""
    count = len(moments.words)
    dated = [date for date in moments.dates if date.paragraphs]
    beside = min(max((natural_width(ruler, date) for date in dated), default=0), box.width * DATE_SHARE // 100)
    mark_left = box.x + (beside + AIR if beside else 0)
    left = mark_left + MARK + AIR
    room = Size(box.right - left, Grid(box, 1, count, Size(0, LOW_GAP)).cell.height)
    if not all_fit(ruler, dated, Size(beside, room.height)) or not all_fit(ruler, moments.words, room):
        return None
    least = max(highest(ruler, moments.words, room.width), highest(ruler, dated, beside))
    height = max(least, ease(least, room.width, room.height))
    gap = min(GAP, (box.height - height * count) // (count - 1))
    tops = [box.y + number * (height + gap) for number in range(count)]
    axis = mark_left + MARK // 2
    return Places(
        ((axis, box.y), (axis, tops[-1] + height)),
        [Box(box.x, top, beside, height) for top in tops],
        [Box(mark_left, top + (height - MARK) // 2, MARK, MARK) for top in tops],
        [Box(left, top, room.width, height) for top in tops],
        (Anchor.MIDDLE, Anchor.MIDDLE),
    )


def _draw(moments: Moments, places: Places, highlight: int) -> Iterator[PlacedShape]:
    yield draw_arrow(*places.rule)
    above, below = places.anchors
    for number, (date, words) in enumerate(zip(moments.dates, moments.words, strict=True)):
        is_strong = number + 1 == highlight
        if date.paragraphs:
            yield draw_card(places.dates[number], replace(date, anchor=above), None)
        yield _mark(places.marks[number], is_strong)
        yield draw_card(places.cards[number], replace(words, anchor=below), tone_of(number + 1, highlight).fill)


def _mark(box: Box, is_strong: bool) -> PlacedShape:
    fill = Color.ACCENT if is_strong else Color.PAPER
    return PlacedShape("", Geometry.ELLIPSE, box, fill=fill, line=Color.ACCENT, line_width=STROKE, decorative=True)
