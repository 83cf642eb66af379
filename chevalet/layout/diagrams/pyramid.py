"""A pyramid: bands of equal height, the first step at the top, each step's words beside its band."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import BARE, SCALE, Sizes, fits, insets_of, set_line, set_step
from chevalet.layout.diagrams.shapes import draw_block, draw_card, draw_line, tone_of
from chevalet.layout.ruler import Ruler
from chevalet.model.deck import Anchor, Geometry, PlacedShape, Run, TextBody, TextParagraph
from chevalet.model.diagram import Steps
from chevalet.model.theme import Color
from chevalet.units import Box, Size, points

SHARE = 42
"""Per cent of the width that the pyramid takes at most."""
FLATTEST, STEEPEST = 130, 84
"""Base of the pyramid in per cent of its height; a steeper one is drawn only where the words need the height."""
STEEP_COST = 3
SPLIT_COST = 1
"""How many sizes of text are given up rather than part titles and texts in two columns."""
SEAM = points(4)
"""What is left free between two bands."""
MARGIN = points(16)
"""Between the pyramid and its words, and between two columns of words."""
TITLE_SHARE = 46
"""Per cent of the words' width that a column of titles takes at most."""


class Slope(Struct, frozen=True):
    """A pyramid of `count` bands at the left of `box`: `base` EMU wide, all its height."""

    box: Box
    base: int
    count: int

    @property
    def height(self) -> int:
        """Return the height of a band."""
        return (self.box.height - SEAM * (self.count - 1)) // self.count

    def top(self, number: int) -> int:
        """Return where a band begins, counted from 0."""
        return self.box.y + number * (self.height + SEAM)

    def width_at(self, y: int) -> int:
        """Return how wide the pyramid is at a height of the slide."""
        return self.base * (y - self.box.y) // (self.top(self.count) - SEAM - self.box.y)


class Words(Struct, frozen=True):
    """The words of every step as bodies side by side, in columns of `widths` EMU."""

    rows: tuple[tuple[TextBody, ...], ...]
    widths: tuple[int, ...]


class Plan(Struct, frozen=True):
    """One way to draw a pyramid: titles above texts, or beside them when it is `split`."""

    slope: Slope
    sizes: Sizes
    is_split: bool

    @property
    def room(self) -> Size:
        """Return the room for words beside each band."""
        return Size(self.slope.box.width - self.slope.base - MARGIN, self.slope.height)


def draw_pyramid(steps: Steps, box: Box, ruler: Ruler) -> list[PlacedShape]:
    """Return the bands of a pyramid, each followed by its words, from the top; nothing when no plan fits."""
    for plan in _plans(steps, box):
        words = _split(steps, plan, ruler) if plan.is_split else _stack(steps, plan)
        if all(
            fits(ruler, body, Size(width, plan.slope.height))
            for row in words.rows
            for body, width in zip(row, words.widths, strict=True)
        ):
            return list(_draw(steps, words, plan.slope))
    return []


def _plans(steps: Steps, box: Box) -> list[Plan]:
    """Return every plan, the best first: large text, a fair slope, titles above texts."""
    count = len(steps.steps)
    base = min(box.width * SHARE // 100, box.height * FLATTEST // 100)
    fair = Slope(replace(box, height=min(box.height, base * 100 // STEEPEST)), base, count)
    plans = [
        (rank + cost + SPLIT_COST * is_split, Plan(slope, sizes, is_split))
        for cost, slope in ((0, fair), (STEEP_COST, Slope(box, base, count)))
        for is_split in (False, True)
        for rank, sizes in enumerate(SCALE)
    ]
    plans.sort(key=lambda each: each[0])
    return [plan for _, plan in plans]


def _stack(steps: Steps, plan: Plan) -> Words:
    insets = insets_of(plan.sizes, 0, 12)
    rows = tuple((TextBody(set_step(step, plan.sizes, BARE.text), insets, Anchor.MIDDLE),) for step in steps.steps)
    return Words(rows, (plan.room.width,))


def _split(steps: Steps, plan: Plan, ruler: Ruler) -> Words:
    """Return titles in a column as wide as the widest, at most its share, and texts in another."""
    sizes, insets = plan.sizes, insets_of(plan.sizes, 0, 12)
    title, text = Run("", bold=True, color=BARE.text), Run("", color=BARE.text)
    lines = [(set_line(step.title, sizes.title, title), set_line(step.text, sizes.text, text)) for step in steps.steps]
    natural = max((ruler.natural_width(line) for titles, _ in lines for line in titles), default=0)
    left = min(natural, plan.room.width * TITLE_SHARE // 100)

    def body(paragraphs: tuple[TextParagraph, ...]) -> TextBody:
        return TextBody(paragraphs, insets, Anchor.MIDDLE)

    return Words(tuple((body(first), body(second)) for first, second in lines), (left, plan.room.width - left - MARGIN))


def _draw(steps: Steps, words: Words, slope: Slope) -> Iterator[PlacedShape]:
    for number, row in enumerate(words.rows):
        top = slope.top(number)
        if number:
            yield _rule(slope, top - SEAM // 2)
        yield _band(slope, number, tone_of(number + 1, steps.highlight).fill)
        left = slope.box.x + slope.base + MARGIN
        for body, width in zip(row, words.widths, strict=True):
            if body.paragraphs:
                yield draw_card(Box(left, top, width, slope.height), body, None)
            left += width + MARGIN


def _rule(slope: Slope, y: int) -> PlacedShape:
    """Return the hairline that goes on from the seam between two bands to the end of their words."""
    edge = slope.box.x + (slope.base + slope.width_at(y)) // 2
    return draw_line((edge + MARGIN // 2, y), (slope.box.right, y), Color.RULE)


def _band(slope: Slope, number: int, fill: Color) -> PlacedShape:
    top = slope.top(number)
    upper, lower = slope.width_at(top), slope.width_at(top + slope.height)
    box = Box(slope.box.x + (slope.base - lower) // 2, top, lower, slope.height)
    if not number:
        return draw_block(Geometry.TRIANGLE, box, fill)
    # ECMA-376 presetShapeDefinitions: the trapezoid's `adj` is its inset over its shorter side.
    adjustment = (lower - upper) * 50_000 // min(box.width, box.height)
    return replace(draw_block(Geometry.TRAPEZOID, box, fill), adjustments=(("adj", adjustment),))
