"""A message: who it is from, whom it is for, what it is about, what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from chevalet.layout.diagrams.shapes import HAIRLINE, draw_block, draw_line
from chevalet.layout.mockups.sheet import Sheet, draw_dots, set_lines
from chevalet.model.deck import Geometry, PlacedShape, Run, TextParagraph
from chevalet.model.inline import Inlines, Text
from chevalet.model.theme import Color
from chevalet.units import Box


def fill_message(sheet: Sheet, fields: Mapping[str, Inlines]) -> None:
    """Draw a message on `sheet`."""
    draw_bar(sheet)
    sheet.shapes.extend(_envelope(sheet))
    sheet.y += sheet.em(0.2)
    _head(sheet, fields)
    sheet.y += sheet.em(0.7)
    sheet.write(set_lines(fields.get("text", ()), sheet.size, Run("", color=Color.INK)))
    sheet.y += sheet.em(0.9)
    sheet.close()


def draw_bar(sheet: Sheet) -> None:
    """Draw the upper edge of a window: its three dots and the hairline below them."""
    height, dot = sheet.em(1.3), sheet.em(0.36)
    sheet.shapes.extend(draw_dots(sheet.inner.x, sheet.y + height // 2, dot))
    sheet.y += height
    sheet.shapes.append(draw_line((sheet.box.x, sheet.y), (sheet.box.right, sheet.y), Color.RULE))


def _envelope(sheet: Sheet) -> Iterator[PlacedShape]:
    """Yield an envelope at the right of the bar."""
    width, height = sheet.em(1.05), sheet.em(0.7)
    left, top = sheet.inner.right - width, sheet.box.y + (sheet.em(1.3) - height) // 2
    fold = (left + width // 2, top + height * 55 // 100)
    outline = draw_block(Geometry.RECTANGLE, Box(left, top, width, height), Color.PAPER)
    yield replace(outline, line=Color.MUTED, line_width=HAIRLINE)
    yield draw_line((left, top), fold, Color.MUTED)
    yield draw_line((left + width, top), fold, Color.MUTED)


def _head(sheet: Sheet, fields: Mapping[str, Inlines]) -> None:
    """Draw a row for each field that is given, a hairline below each."""
    words = sheet.words
    label, value = Run("", color=Color.MUTED), Run("", color=Color.INK)
    rows = [
        (words["mockup-from"], set_lines(fields.get("from", ()), sheet.size, value)),
        (words["mockup-to"], set_lines(fields.get("to", ()), sheet.size, value)),
        (words["mockup-subject"], set_lines(fields.get("subject", ()), sheet.size, replace(value, bold=True))),
    ]
    labels = [set_lines((Text(name),), sheet.meta, label) for name, _ in rows]
    left = max(sheet.ruler.natural_width(line) for lines in labels for line in lines) + sheet.em(0.8)
    for name, (_, lines) in zip(labels, rows, strict=True):
        if lines:
            _row(sheet, name, lines, left)


def _row(sheet: Sheet, label: tuple[TextParagraph, ...], lines: tuple[TextParagraph, ...], left: int) -> None:
    """Draw a label and its value, the first line of both on one base line, and the hairline below."""
    sheet.y += sheet.em(0.35)
    inner = sheet.inner
    # Base lines stand at the same share of a line's height, so the smaller type goes down by the difference.
    lower = sheet.em((sheet.size - sheet.meta) / sheet.size * 0.95)
    height = sheet.measure(label, left)
    sheet.place(label, Box(inner.x, sheet.y + lower, left, height))
    bottom = sheet.y + lower + height
    sheet.write(lines, left)
    sheet.y = max(bottom, sheet.y) + sheet.em(0.35)
    sheet.rule()
