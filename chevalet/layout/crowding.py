"""Crowding: whether the labels of a chart can be told apart in its box."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, combinations
from math import ceil, cos, pi, sin
from typing import assert_never

from chevalet.layout.frame import Frame
from chevalet.measure.pitch import EMU_PER_HUNDREDTH
from chevalet.model.deck import Run, TextParagraph
from chevalet.model.diagram import Chart, ChartKind
from chevalet.model.quantity import show_value
from chevalet.units import Box

MOST_SLICES = 8
MOST_LINES = 6
LINE = 1.2
"""The height of a line of labels, in ems."""
PLOT_HEIGHT, PLOT_WIDTH = 0.85, 0.95
"""The parts of the box that are left to bars and to columns."""
PIE, RING = (0.6, 0.74), (0.5, 0.94)
"""The parts of the box, across and down, in which a pie and a ring are drawn."""
APART = 0.5
"""What is left free between two labels, in ems."""
LABEL_WIDTH = 0.2
"""The part of the box beyond which the label of a slice goes to another line."""
RING_MIDDLE = 0.8
"""How far from its centre the labels of a ring stand, in radii."""

Label = tuple[float, float, float, float]
"""The middle of a label and its size."""


def is_crowded(chart: Chart, box: Box, size: int, frame: Frame) -> bool:
    """Return whether labels of `size` hundredths of a point would meet, or marks be too many to be told apart."""
    line = LINE * size * EMU_PER_HUNDREDTH
    count = max(1, len(chart.categories))
    match chart.kind:
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return PLOT_HEIGHT * box.height / count < line
        case ChartKind.COLUMN:
            return PLOT_WIDTH * box.width / count < line
        case ChartKind.LINE:
            return len(chart.series) > MOST_LINES
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            labels = _labels(chart, box, size, frame)
            return count > MOST_SLICES or any(_meet(*pair) for pair in combinations(labels, 2))
    assert_never(chart.kind)


def _meet(one: Label, other: Label) -> bool:
    apart_across = abs(one[0] - other[0]) >= (one[2] + other[2]) / 2
    return not apart_across and abs(one[1] - other[1]) < (one[3] + other[3]) / 2


def _labels(chart: Chart, box: Box, size: int, frame: Frame) -> Iterator[Label]:
    """Yield the labels of slices: outside a pie, its category above its value; in a ring, its value."""
    is_pie = chart.kind is ChartKind.PIE
    across, down = PIE if is_pie else RING
    radius = min(across * box.width, down * box.height) / 2
    most = LABEL_WIDTH * box.width
    values = chart.series[0].values
    ends = list(accumulate(value or 0 for value in values))
    for category, value, end in zip(chart.categories, values, ends, strict=True):
        if value is None:
            continue
        texts = [category] * is_pie + [show_value(value, chart.unit, frame.words)]
        widths = [frame.typesetter.ruler.natural_width(TextParagraph((Run(text),), size)) for text in texts]
        width = min(most, max(widths)) + APART * size * EMU_PER_HUNDREDTH
        height = sum(ceil(each / most) for each in widths) * LINE * size * EMU_PER_HUNDREDTH
        angle = 2 * pi * (end - value / 2) / (ends[-1] or 1)
        away = (radius + width / 2, radius + height / 2) if is_pie else (RING_MIDDLE * radius, RING_MIDDLE * radius)
        yield away[0] * sin(angle), away[1] * cos(angle), width, height
