"""Cells in rows and columns, filled from left to right, then downwards."""

from __future__ import annotations

from msgspec import Struct

from chevalet.units import Box, Size


class Grid(Struct, frozen=True):
    """Columns and rows of equal cells in `box`; `gaps` are the free widths between columns and between rows, in EMU."""

    box: Box
    columns: int
    rows: int
    gaps: Size

    @property
    def cell(self) -> Size:
        """Return the size of every cell, nothing when the gaps leave no room."""
        width = (self.box.width - self.gaps.width * (self.columns - 1)) // self.columns
        height = (self.box.height - self.gaps.height * (self.rows - 1)) // self.rows
        return Size(max(0, width), max(0, height))

    def place(self, number: int) -> Box:
        """Return the cell of that number, counted from 0."""
        row, column = divmod(number, self.columns)
        cell = self.cell
        left = self.box.x + column * (cell.width + self.gaps.width)
        top = self.box.y + row * (cell.height + self.gaps.height)
        return Box(left, top, cell.width, cell.height)
