"""Tables: a tinted header on an accent rule, thin rules between rows, words half-way up their cells."""

from __future__ import annotations

from chevalet.emit.svg.drawing import CellBlock, TableBlock
from chevalet.emit.svg.geometry import write_path, write_rectangle
from chevalet.emit.svg.palette import Palette
from chevalet.emit.svg.typeset import Ink, Typeset
from chevalet.emit.svg.units import write_length
from chevalet.model.deck import Anchor, PlacedTable
from chevalet.model.theme import Color
from chevalet.units import Box

_THIN, _FIRM = 9525, 19_050
"""Widths of the rules, those of the template's table style."""


def draw_table(table: PlacedTable, typeset: Typeset, palette: Palette, marks: list[str]) -> TableBlock:
    """Return the words of a table; its tints and rules are added to `marks`."""
    ink = Ink(palette.colors[Color.INK])
    width, top = sum(table.column_widths), table.box.y
    rows: list[tuple[CellBlock, ...]] = []
    rules: list[str] = []
    for number, row in enumerate(table.rows):
        left, cells = table.box.x, []
        for cell, wide in zip(row.cells, table.column_widths, strict=True):
            box = Box(left, top, wide, row.height)
            fill = cell.fill or (None if number else Color.ACCENT_TINT)
            if fill:
                marks.append(f'{write_rectangle(box)} fill="#{palette.colors[fill]}"/>')
            words = typeset.paragraphs(cell.paragraphs, box, table.insets, (Anchor.MIDDLE, ink))
            cells.append(CellBlock(box, words))
            left += wide
        rows.append(tuple(cells))
        top += row.height
        color, weight = (palette.colors[Color.RULE], _THIN) if number else (palette.colors[Color.ACCENT], _FIRM)
        ends = write_path(((table.box.x, top), (table.box.x + width, top)))
        rules.append(f'{ends} stroke="#{color}" stroke-width="{write_length(weight)}"/>')
    marks += rules
    return TableBlock(table.alt, tuple(rows))
