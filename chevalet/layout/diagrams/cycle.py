"""A cycle: cards around a ring, clockwise from the top, in two columns with one card at the top between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from chevalet.layout.diagrams.fitting import SCALE, Sizes, all_fit, ease, highest, insets_of, natural_width, set_step
from chevalet.layout.diagrams.shapes import draw_arc, draw_arrow, draw_card, tone_of
from chevalet.layout.ruler import Ruler
from chevalet.model.deck import Align, Anchor, PlacedShape, TextBody
from chevalet.model.diagram import Steps
from chevalet.units import Box, Size, points

Point = tuple[int, int]

GAP = points(24)
"""Room for an arrow between two rows."""
WIDEST_GAP = points(84)
BEND = points(32)
"""How far a bent arrow reaches beyond the card it leaves."""
WIDEST_BEND = points(96)
CLEARANCE = points(5)
CARD_SHAPE = 2
"""Width of a card over its height, where its text asks for less."""


class Ring(Struct, frozen=True):
    """Cards of one size, counted from 0, clockwise: one at the top, then two a row, the last of an even count alone."""

    box: Box
    card: Size
    count: int

    @property
    def rows(self) -> int:
        return self.count // 2 + 1

    def place(self, number: int) -> Box:
        """Return the box of a card."""
        row = min(number, self.count - number)
        halves = 1 if 2 * row in (0, self.count) else 2 if number == row else 0
        left = (self.box.width - self.card.width) * halves // 2
        top = row * (self.box.height - self.card.height) // (self.rows - 1)
        return Box(self.box.x + left, self.box.y + top, self.card.width, self.card.height)


def draw_cycle(steps: Steps, box: Box, ruler: Ruler) -> list[PlacedShape]:
    """Return the cards and arrows of a cycle, in order; nothing when no size fits."""
    count = len(steps.steps)
    rows = count // 2 + 1
    width = box.width // 2 - BEND if count > 2 else box.width - 2 * BEND
    room = Size(width, (box.height - GAP * (rows - 1)) // rows)
    for sizes in SCALE:
        bodies = [_body(steps, number, sizes) for number in range(1, count + 1)]
        if all_fit(ruler, bodies, room):
            return list(_draw(steps, bodies, _ring(bodies, _card(bodies, room, ruler), box)))
    return []


def _body(steps: Steps, number: int, sizes: Sizes) -> TextBody:
    color = tone_of(number, steps.highlight).text
    words = set_step(steps.steps[number - 1], sizes, color, Align.CENTER)
    return TextBody(words, insets_of(sizes, 50, 22), Anchor.MIDDLE)


def _card(bodies: Sequence[TextBody], room: Size, ruler: Ruler) -> Size:
    """Return the size of the cards: no wider than their text asks, so that what is left goes to the ring."""
    natural = max(natural_width(ruler, body) for body in bodies)
    width = min(room.width, max(natural, room.height * CARD_SHAPE))
    return Size(width, ease(highest(ruler, bodies, width), width, room.height))


def _ring(bodies: Sequence[TextBody], card: Size, box: Box) -> Ring:
    """Return a ring at the top of the box, in the middle of its width."""
    count = len(bodies)
    rows = count // 2 + 1
    bend = min(WIDEST_BEND, (box.width - card.width * min(2, count - 1)) // 2)
    width = card.width * min(2, count - 1) + 2 * bend
    height = min(box.height, rows * card.height + (rows - 1) * WIDEST_GAP)
    return Ring(Box(box.x + (box.width - width) // 2, box.y, width, height), card, count)


def _draw(steps: Steps, bodies: Sequence[TextBody], ring: Ring) -> Iterator[PlacedShape]:
    for number, body in enumerate(bodies):
        yield draw_card(ring.place(number), body, tone_of(number + 1, steps.highlight).fill)
        yield _arrow(ring, number)


def _arrow(ring: Ring, number: int) -> PlacedShape:
    """Return the arrow from a card to the next one, clockwise."""
    start, end = ring.place(number), ring.place((number + 1) % ring.count)
    if ring.count == 2:
        return _half_turn(ring, start, end)
    if start.x == end.x or start.y == end.y:
        return _straight(start, end)
    return _quarter_turn(start, end)


def _straight(start: Box, end: Box) -> PlacedShape:
    (x, y) = _center(start)
    if start.y == end.y:
        return draw_arrow((start.x - CLEARANCE, y), (end.right + CLEARANCE, y))
    if end.y > start.y:
        return draw_arrow((x, start.bottom + CLEARANCE), (x, end.y - CLEARANCE))
    return draw_arrow((x, start.y - CLEARANCE), (x, end.bottom + CLEARANCE))


def _quarter_turn(start: Box, end: Box) -> PlacedShape:
    """Return the arrow around one corner of the ring: it leaves one card by its side and meets the other square."""
    (x, y), (next_x, next_y) = _center(start), _center(end)
    match next_x > x, next_y > y:
        case True, True:
            return _bend((start.right, end.y), (next_x, y), 3)
        case False, True:
            return _bend((end.right, start.bottom), (x, next_y), 0)
        case False, False:
            return _bend((start.x, end.bottom), (next_x, y), 1)
        case _:
            return _bend((end.x, start.y), (x, next_y), 2)


def _bend(center: Point, corner: Point, quarter: int) -> PlacedShape:
    """Return a quarter of an ellipse around `center` that would touch the sides of `corner`, clear of both cards."""
    (x, y), (across, down) = center, corner
    x += CLEARANCE if across > x else -CLEARANCE
    y += CLEARANCE if down > y else -CLEARANCE
    return draw_arc((x, y), (abs(across - x), abs(down - y)), (quarter, quarter + 1))


def _half_turn(ring: Ring, start: Box, end: Box) -> PlacedShape:
    """Return the arrow between two cards one above the other."""
    y, next_y = _center(start)[1], _center(end)[1]
    radii = ((ring.box.width - ring.card.width) // 2 - CLEARANCE, abs(next_y - y) // 2)
    if next_y > y:
        return draw_arc((start.right + CLEARANCE, (y + next_y) // 2), radii, (3, 5))
    return draw_arc((start.x - CLEARANCE, (y + next_y) // 2), radii, (1, 3))


def _center(box: Box) -> Point:
    return box.x + box.width // 2, box.y + box.height // 2
