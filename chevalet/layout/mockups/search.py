"""A search result: the words that were looked for, and the page that was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from chevalet.layout.diagrams.shapes import draw_block, draw_line
from chevalet.layout.mockups.sheet import Sheet, draw_disc, draw_frame, set_lines
from chevalet.model.deck import Anchor, Geometry, PlacedShape, Run
from chevalet.model.inline import Inlines
from chevalet.model.theme import Color
from chevalet.units import Box, points

TITLE_SHARE = 140
"""Size of a result's title in per cent of its description's, as on a screen."""
LARGEST_TITLE = 2800
GHOSTS = 2
"""How many further results are hinted at, where there is room."""


def fill_search(sheet: Sheet, fields: Mapping[str, Inlines]) -> None:
    """Draw a search result on `sheet`."""
    sheet.y += sheet.em(0.9)
    _query(sheet, fields.get("query", ()))
    sheet.y += sheet.em(0.9)
    _address(sheet, fields.get("address", ()))
    title = min(LARGEST_TITLE, sheet.size * TITLE_SHARE // 10_000 * 100)
    sheet.write(set_lines(fields.get("title", ()), title, Run("", color=Color.ACCENT_DARK)))
    sheet.y += sheet.em(0.2)
    sheet.write(set_lines(fields.get("description", ()), sheet.size, Run("", color=Color.INK)))
    sheet.y += sheet.em(0.9)
    _ghosts(sheet)
    sheet.close()


def _query(sheet: Sheet, query: Inlines) -> None:
    """Draw the bar of a search with its glass, and what was typed in it."""
    inner, glass = sheet.inner, sheet.em(0.62)
    side = sheet.em(0.8)
    left = side + glass + sheet.em(0.7)
    lines = set_lines(query, sheet.size, Run("", color=Color.INK))
    width = inner.width - left - side
    text = sheet.measure(lines, width) if lines else 0
    height = max(text, sheet.em(1.3)) + sheet.em(0.5)
    bar = Box(inner.x, sheet.y, inner.width, height)
    sheet.shapes.append(draw_frame(bar, sheet.em(0.95)))
    sheet.shapes.extend(_glass(bar.x + side, bar.y + (height - glass) // 2, glass))
    if lines:
        sheet.place(lines, Box(bar.x + left, bar.y, width, height), Anchor.MIDDLE)
    sheet.y += height


def _glass(left: int, top: int, size: int) -> Iterator[PlacedShape]:
    """Yield a magnifying glass."""
    lens, stroke = size * 7 // 10, points(1.5)
    disc = draw_disc(left, top, lens, Color.PAPER)
    yield replace(disc, line=Color.MUTED, line_width=stroke)
    edge = lens * 85 // 100
    yield draw_line((left + edge, top + edge), (left + size, top + size), Color.MUTED, stroke)


def _address(sheet: Sheet, address: Inlines) -> None:
    """Draw the address of the page, its emblem before it."""
    lines = set_lines(address, sheet.meta, Run("", color=Color.MUTED))
    if not lines:
        return
    emblem, line = points(sheet.meta * 0.76 / 100), points(sheet.meta * 1.2 / 100)
    sheet.shapes.append(draw_disc(sheet.inner.x, sheet.y + (line - emblem) // 2, emblem, Color.ACCENT_TINT))
    sheet.write(lines, emblem + sheet.em(0.35))
    sheet.y += sheet.em(0.1)


def _ghosts(sheet: Sheet) -> None:
    """Draw the results that follow as bars that say nothing, as many as there is room for."""
    inner, thin, thick = sheet.inner, sheet.em(0.4), sheet.em(0.6)
    step = thick + 2 * thin + sheet.em(1.9)
    for _ in range(GHOSTS):
        if sheet.y + step > sheet.box.bottom:
            return
        for share, height in ((46, thick), (88, thin), (71, thin)):
            bar = Box(inner.x, sheet.y, inner.width * share // 100, height)
            sheet.shapes.append(draw_block(Geometry.RECTANGLE, bar, Color.PANEL))
            sheet.y += height + sheet.em(0.4)
        sheet.y += sheet.em(0.7)
