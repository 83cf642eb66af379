"""A chain: numbered cards joined by arrows, on as few rows as keep their text large."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import (
    NO_INSETS,
    SCALE,
    Sizes,
    all_fit,
    ease,
    highest,
    insets_of,
    set_step,
)
from chevalet.layout.diagrams.grid import Grid
from chevalet.layout.diagrams.shapes import STROKE, draw_arrow, draw_card, draw_line, tone_of
from chevalet.layout.ruler import Ruler
from chevalet.model.deck import Align, Anchor, PlacedShape, Run, TextBody, TextParagraph
from chevalet.model.diagram import Steps
from chevalet.model.theme import Color
from chevalet.units import Box, Size, points

GAPS = Size(points(34), points(32))
"""Room for the arrows between cards and between rows."""
LIST_GAP = points(17)
"""Room for the arrows of a single column."""
CLEARANCE = points(5)
"""Between an arrow and the card it leaves or meets."""
LIST_CLEARANCE = points(3)
TICKET_GAP = points(3)
"""Between a number's tile and its card."""
TURN_COST = 3
"""How many sizes of text a chain gives up rather than turn once more to a new row."""
TICKET_COST = 2
"""How many sizes of text a chain gives up rather than set its numbers beside the text."""
NUMERALS = range(280, 139, -10)
"""Size of a tower's number in per cent of its title's, the largest first."""


class Plan(Struct, frozen=True):
    """One way to lay a chain: its rows, its sizes, the number above the text (a tower) or beside it (a ticket)."""

    rows: int
    columns: int
    is_tower: bool
    sizes: Sizes


def draw_chain(steps: Steps, box: Box, ruler: Ruler) -> list[PlacedShape]:
    """Return the cards and arrows of a chain, in order; nothing when no plan fits."""
    for plan in _plans(len(steps.steps)):
        gaps = GAPS if plan.columns > 1 else Size(0, LIST_GAP)
        grid = Grid(box, plan.columns, plan.rows, gaps)
        draw = _draw_towers if plan.is_tower else _draw_tickets
        shapes = draw(steps, plan, grid, ruler)
        if shapes:
            return shapes
    return []


def _plans(count: int) -> list[Plan]:
    """Return every plan, the best first: large text, few rows."""
    plans = [
        (rank + _cost(rows, columns, is_tower), Plan(rows, columns, is_tower, sizes))
        for is_tower in (True, False)
        for rows, columns in sorted(_shapes(count))
        for rank, sizes in enumerate(SCALE)
        if columns > 1 or not is_tower
    ]
    plans.sort(key=lambda each: each[0])
    return [plan for _, plan in plans]


def _shapes(count: int) -> set[tuple[int, int]]:
    """Return the rows and columns that hold `count` cards, the rows as even as can be."""
    rows = {-(-count // columns) for columns in range(1, count + 1)}
    return {(each, -(-count // each)) for each in rows}


def _cost(rows: int, columns: int, is_tower: bool) -> int:
    turns = rows - 1 if columns > 1 else 0
    return TURN_COST * turns + (0 if is_tower else TICKET_COST)


def _draw_towers(steps: Steps, plan: Plan, grid: Grid, ruler: Ruler) -> list[PlacedShape]:
    """Return cards with the number above the text, as large as the tallest card leaves it room."""
    cell = grid.cell
    bodies = _towers(steps, plan.sizes, NUMERALS[-1])
    if not all_fit(ruler, bodies, cell):
        return []
    for share in NUMERALS:
        larger = _towers(steps, plan.sizes, share)
        if highest(ruler, larger, cell.width) <= cell.height:
            bodies = larger
            break
    grid = _shorten(grid, ease(highest(ruler, bodies, cell.width), cell.width, cell.height))
    shapes: list[PlacedShape] = []
    for number, body in zip(_numbers(steps), bodies, strict=True):
        shapes.extend(_lead_to(grid, number))
        shapes.append(draw_card(grid.place(number - 1), body, tone_of(number, steps.highlight).fill))
    return shapes


def _draw_tickets(steps: Steps, plan: Plan, grid: Grid, ruler: Ruler) -> list[PlacedShape]:
    """Return low cards, each with its number on a tile at its left."""
    tile = points(plan.sizes.title * 2 / 100)
    width = grid.cell.width - tile - TICKET_GAP
    tiles = [_tile(steps, number, plan.sizes) for number in _numbers(steps)]
    bodies = [_ticket(steps, number, plan.sizes) for number in _numbers(steps)]
    high = grid.cell.height
    if not all_fit(ruler, tiles, Size(tile, high)) or not all_fit(ruler, bodies, Size(width, high)):
        return []
    needed = max(highest(ruler, bodies, width), highest(ruler, tiles, tile))
    grid = _shorten(grid, ease(needed, width, high))
    shapes: list[PlacedShape] = []
    for number, body in zip(_numbers(steps), bodies, strict=True):
        fill = tone_of(number, steps.highlight).fill
        cell = grid.place(number - 1)
        shapes.extend(_lead_to(grid, number, tile))
        shapes.append(draw_card(replace(cell, width=tile), tiles[number - 1], fill))
        shapes.append(draw_card(Box(cell.x + tile + TICKET_GAP, cell.y, width, cell.height), body, fill))
    return shapes


def _numbers(steps: Steps) -> range:
    return range(1, len(steps.steps) + 1)


def _shorten(grid: Grid, height: int) -> Grid:
    """Return `grid` with cells of that height, from the same top."""
    whole = grid.rows * height + (grid.rows - 1) * grid.gaps.height
    return replace(grid, box=replace(grid.box, height=whole))


def _towers(steps: Steps, sizes: Sizes, share: int) -> list[TextBody]:
    """Return every card's text, the number at its head in `share` per cent of the title's size."""
    return [_tower(steps, number, sizes, share) for number in _numbers(steps)]


def _tower(steps: Steps, number: int, sizes: Sizes, share: int) -> TextBody:
    tone = tone_of(number, steps.highlight)
    run = Run(str(number), color=tone.mark)
    numeral = TextParagraph((run,), sizes.title * share // 10_000 * 100, line_spacing=90)
    return TextBody((numeral, *set_step(steps.steps[number - 1], sizes, tone.text)), insets_of(sizes, 55, 40))


def _ticket(steps: Steps, number: int, sizes: Sizes) -> TextBody:
    words = set_step(steps.steps[number - 1], sizes, tone_of(number, steps.highlight).text)
    return TextBody(words, insets_of(sizes, 60, 22), Anchor.MIDDLE)


def _tile(steps: Steps, number: int, sizes: Sizes) -> TextBody:
    run = Run(str(number), bold=True, color=tone_of(number, steps.highlight).mark)
    return TextBody((TextParagraph((run,), sizes.title, align=Align.CENTER),), NO_INSETS, Anchor.MIDDLE)


def _lead_to(grid: Grid, number: int, tile: int = 0) -> Iterator[PlacedShape]:
    """Yield the arrow that leads to the card of that number, counted from 1, in strokes where it changes rows."""
    if number == 1:
        return
    start, end = grid.place(number - 2), grid.place(number - 1)
    if grid.columns == 1:
        x = start.x + tile // 2
        yield draw_arrow((x, start.bottom + LIST_CLEARANCE), (x, end.y - LIST_CLEARANCE))
    elif start.y == end.y:
        y = start.y + start.height // 2
        yield draw_arrow((start.right + CLEARANCE, y), (end.x - CLEARANCE, y))
    else:
        yield from _turn(start, end)


def _turn(start: Box, end: Box) -> Iterator[PlacedShape]:
    """Yield the strokes that lead from the end of a row to the beginning of the next."""
    right, left = start.x + start.width // 2, end.x + end.width // 2
    middle = (start.bottom + end.y) // 2
    yield draw_line((right, start.bottom + CLEARANCE), (right, middle), Color.ACCENT, STROKE)
    yield draw_line((right + STROKE // 2, middle), (left - STROKE // 2, middle), Color.ACCENT, STROKE)
    yield draw_arrow((left, middle), (left, end.y - CLEARANCE))
