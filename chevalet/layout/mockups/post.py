"""A post: who wrote it and when, its text, what others made of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import NO_INSETS
from chevalet.layout.diagrams.shapes import draw_block
from chevalet.layout.mockups.sheet import Sheet, draw_dots, set_lines
from chevalet.model.deck import Align, Anchor, Geometry, PlacedShape, Run, TextBody, TextParagraph
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.theme import Color
from chevalet.units import Box

BUTTONS = 3


def fill_post(sheet: Sheet, fields: Mapping[str, Inlines]) -> None:
    """Draw a post on `sheet`."""
    sheet.y += sheet.em(0.9)
    _head(sheet, fields)
    sheet.y += sheet.em(0.6)
    sheet.write(set_lines(fields.get("text", ()), sheet.size, Run("", color=Color.INK)))
    sheet.y += sheet.em(0.7)
    reactions = set_lines(fields.get("reactions", ()), sheet.meta, Run("", color=Color.MUTED))
    if reactions:
        sheet.write(reactions)
        sheet.y += sheet.em(0.4)
        sheet.rule()
        _buttons(sheet)
    sheet.close()


def _head(sheet: Sheet, fields: Mapping[str, Inlines]) -> None:
    """Draw the disc with the author's initial, the name and the date beside it, the dots of a menu."""
    inner, disc, dot = sheet.inner, sheet.em(2.4), sheet.em(0.2)
    left = disc + sheet.em(0.6)
    width = inner.width - left - 8 * dot
    lines = (
        *set_lines(fields.get("author", ()), sheet.size, Run("", bold=True, color=Color.INK)),
        *set_lines(fields.get("when", ()), sheet.meta, Run("", color=Color.MUTED)),
    )
    lines = tuple(replace(line, space_before=0) for line in lines)
    height = max(disc, sheet.measure(lines, width))
    sheet.shapes.append(_avatar(sheet, Box(inner.x, sheet.y + (height - disc) // 2, disc, disc), fields))
    if lines:
        sheet.place(lines, Box(inner.x + left, sheet.y, width, height), Anchor.MIDDLE)
    sheet.shapes.extend(draw_dots(inner.right - 5 * dot, sheet.y + disc // 2, dot))
    sheet.y += height


def _avatar(sheet: Sheet, box: Box, fields: Mapping[str, Inlines]) -> PlacedShape:
    """Return the disc that stands for a portrait, with the first letter or digit of the author's name."""
    name = plain_text(fields.get("author", ()))
    initial = next((character.upper() for character in name if character.isalnum()), "")
    disc = draw_block(Geometry.ELLIPSE, box, Color.ACCENT)
    if not initial:
        return disc
    paragraph = TextParagraph((Run(initial, bold=True, color=Color.PAPER),), sheet.size, align=Align.CENTER)
    return replace(disc, body=TextBody((paragraph,), NO_INSETS, Anchor.MIDDLE), decorative=False)


def _buttons(sheet: Sheet) -> None:
    """Draw the buttons below a post, which say nothing here."""
    inner, gap, height = sheet.inner, sheet.em(0.6), sheet.em(0.8)
    width = (inner.width - (BUTTONS - 1) * gap) // BUTTONS
    sheet.y += sheet.em(0.5)
    for number in range(BUTTONS):
        box = Box(inner.x + number * (width + gap), sheet.y, width, height)
        pill = draw_block(Geometry.ROUNDED, box, Color.PANEL)
        sheet.shapes.append(replace(pill, adjustments=(("adj", 50_000),)))
    sheet.y += height + sheet.em(0.6)
