"""How high blocks will be, about: enough to say which of them may be cut between two pages, before anything is set."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from chevalet.model.block import (
    ChartBlock,
    CodeBlock,
    Container,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Table,
)
from chevalet.model.flow import Columns, Definitions, Details, Drawing, Field, FieldKind, Grid, Panel
from chevalet.model.inline import InlinePicture, Inlines, Room, plain_text

MILLIMETRE = 72 / 25.4
_CHARACTER, _CELL_PADDING = 0.46, 1.2
"""Width of a character of text, on an average, and of the space around a cell, in ems."""
_FIGURE, _ROW_OF_FIGURE = 9.0, 1.8
"""Height in ems of a drawing, and of one of its rows where it has some."""


class Gauge(Struct, frozen=True):
    """What blocks are set in: the size and width of the text in points, and whether it is large print."""

    size: float
    width: float
    is_large: bool

    @property
    def line(self) -> float:
        return self.size * (1.5 if self.is_large else 1.36)

    @property
    def gap(self) -> float:
        return self.size * 0.75

    @property
    def pitch(self) -> float:
        """Return the distance between two lines to write on."""
        return (12 if self.is_large else 8) * MILLIMETRE

    def narrow(self, width: float) -> Gauge:
        return Gauge(self.size, max(4 * self.size, width), self.is_large)

    def text(self, inlines: Inlines) -> float:
        """Return the height of a paragraph, its room to write and its pictures included."""
        rooms = sum(each.lines for each in inlines if isinstance(each, Room)) * self.pitch
        pictures = _FIGURE * self.size * sum(isinstance(each, InlinePicture) for each in inlines)
        lines = ceil(len(plain_text(inlines)) * _CHARACTER * self.size / self.width)
        return lines * self.line + rooms + pictures


def estimate(blocks: Sequence[object], gauge: Gauge) -> float:
    """Return the height that blocks take one below the other, in points."""
    return sum(_estimate(block, gauge) + gauge.gap for block in blocks)


def _estimate(block: object, gauge: Gauge) -> float:
    match block:
        case Paragraph(inlines):
            return gauge.text(inlines)
        case List(items):
            inner = gauge.narrow(gauge.width - 1.3 * gauge.size)
            return sum(estimate(item.blocks, inner) - 0.3 * gauge.size for item in items)
        case Quote(blocks) | Container(_, blocks):
            return estimate(blocks, gauge)
        case CodeBlock(text):
            return (text.count("\n") + 2) * gauge.line
        case Table() | Grid():
            return estimate_table(block, gauge)
        case Field():
            return _estimate_field(block, gauge)
        case Panel() | Columns() | Details() | Definitions():
            return _estimate_group(block, gauge)
        case ChartBlock() | StepsBlock() | MockupBlock() | Picture() | Drawing():
            return _estimate_figure(block, gauge)
        case _:
            return gauge.line


def estimate_table(table: Table | Grid, gauge: Gauge) -> float:
    """Return the height of a table, wide columns being those of long texts."""
    return sum(estimate_rows(table, gauge))


def estimate_rows(table: Table | Grid, gauge: Gauge) -> list[float]:
    """Return the height of each row, the header's first."""
    rows = (table.header, *table.rows)
    columns = range(len(table.header))
    longest = [max(1, *(len(plain_text(row[column])) for row in rows if column < len(row))) for column in columns]
    room = gauge.width - len(longest) * _CELL_PADDING * gauge.size
    lines = room / (_CHARACTER * gauge.size * sum(longest))
    cells = [gauge.narrow(room * each / sum(longest)) for each in longest]
    least = table.lines * gauge.pitch if isinstance(table, Grid) else 0.0
    heights = [gauge.line if lines >= 1 else _row(row, cells) for row in rows]
    return [max(least if place else 0.0, height) + 0.6 * gauge.size for place, height in enumerate(heights)]


def _row(row: Sequence[Inlines], cells: Sequence[Gauge]) -> float:
    return max((cell.text(inlines) for inlines, cell in zip(row, cells, strict=False)), default=0.0)


def _estimate_field(field: Field, gauge: Gauge) -> float:
    match field.kind:
        case FieldKind.TICK:
            return gauge.text(field.label)
        case FieldKind.LINES:
            return gauge.text(field.label) + field.lines * gauge.pitch
        case _:
            return gauge.line + gauge.pitch


def _estimate_group(block: Panel | Columns | Details | Definitions, gauge: Gauge) -> float:
    match block:
        case Panel(_, _, blocks):
            return estimate(blocks, gauge.narrow(gauge.width - 2 * gauge.size)) + gauge.line + 1.6 * gauge.size
        case Columns(columns):
            if gauge.is_large:
                return sum(estimate(column, gauge) for column in columns)
            inner = gauge.narrow(gauge.width / max(1, len(columns)) - 1.8 * gauge.size)
            return max((estimate(column, inner) for column in columns), default=0.0)
        case Details(rows, is_inline):
            return gauge.line * (1 if is_inline else len(rows))
        case Definitions(entries):
            return sum(gauge.line + gauge.text(meaning) + gauge.gap for _, meaning in entries)


def _estimate_figure(block: ChartBlock | StepsBlock | MockupBlock | Picture | Drawing, gauge: Gauge) -> float:
    match block:
        case ChartBlock(chart):
            return (_FIGURE + _ROW_OF_FIGURE * len(getattr(chart, "categories", ()))) * gauge.size
        case StepsBlock(steps):
            return max(_FIGURE, 2 * _ROW_OF_FIGURE * len(steps.steps)) * gauge.size
        case _:
            return 2 * _FIGURE * gauge.size
