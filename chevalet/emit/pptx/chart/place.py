"""Where the plot and its legend stand in the chart's frame: on the frame's left edge, under the slide's title."""

from __future__ import annotations

from math import ceil
from typing import assert_never

from chevalet.emit.pptx.chart.plot import LINE, Plot, measure
from chevalet.emit.pptx.chart.room import ends_named, label_width, labels_fit, needs_legend, totals
from chevalet.model.diagram import ChartKind

_WIDEST_CATEGORIES = 0.4  # of the chart's width: longer names wrap
_WIDEST_NAMES = 0.3
_EDGE = 0.01
RING_TO_LEGEND = 0.04
LEGEND_ENTRY = 1.45  # height of an entry, in ems


def write_plot_layout(plot: Plot) -> str:
    """Return the place of the plot without its words, in parts of the frame."""
    left, top, width, height = plot_area(plot)
    places = (("x", left), ("y", top), ("w", width), ("h", height))
    return _write_layout('<c:layoutTarget val="inner"/>', places)


def write_legend_layout(plot: Plot) -> str:
    """Return the place of the legend: above the plot and flush with it, or beside a ring, half-way up."""
    left, top, width, height = plot_area(plot)
    if plot.chart.kind is not ChartKind.DOUGHNUT:
        return _write_layout("", (("x", left), ("y", 0)))
    tall = len(plot.chart.categories) * LEGEND_ENTRY * plot.em / plot.box.height
    return _write_layout("", (("x", left + width + RING_TO_LEGEND), ("y", max(0, top + (height - tall) / 2))))


def bar_length(plot: Plot, value: float) -> float:
    """Return about how long the piece of a stacked bar is that stands for `value`, in EMU."""
    _, _, width, _ = _bars(plot)
    return abs(value) / (max(totals(plot), default=0) or 1) * 0.9 * width * plot.box.width


def labels_skipped(plot: Plot) -> int:
    """Return one label in how many an upright chart can show without cutting a word: 1 shows them all."""
    _, _, width, _ = _uprights(plot)
    pitch = width * plot.box.width / max(1, len(plot.chart.categories))
    words = (word for category in plot.chart.categories for word in category.split())
    return max(1, ceil(max((measure(plot, word) for word in words), default=0) / pitch))


def plot_area(plot: Plot) -> tuple[float, float, float, float]:
    """Return the place of the plot without its words, in parts of the frame: left, top, width, height."""
    match plot.chart.kind:
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return _bars(plot)
        case ChartKind.COLUMN | ChartKind.LINE:
            return _uprights(plot)
        case ChartKind.PIE:
            return 0.2, 0.13, 0.6, 0.74
        case ChartKind.DOUGHNUT:
            return _ring(plot)
        case _:
            assert_never(plot.chart.kind)


def _ring(plot: Plot) -> tuple[float, float, float, float]:
    """Return the place of a ring that stands, with its legend, in the middle."""
    width = min(0.5, 0.94 * plot.box.height / plot.box.width)
    names = max((measure(plot, category) for category in plot.chart.categories), default=0) + 2 * plot.em
    left = (1 - width - RING_TO_LEGEND - names / plot.box.width) / 2
    return max(_EDGE, left), 0.03, width, 0.94


def _bars(plot: Plot) -> tuple[float, float, float, float]:
    widest = max((measure(plot, category) for category in plot.chart.categories), default=0)
    left = min(_WIDEST_CATEGORIES, (widest + plot.em) / plot.box.width)
    right = _EDGE if plot.chart.kind is ChartKind.STACKED_BAR else label_width(plot) / plot.box.width
    top = _legend_height(plot)
    bottom = _EDGE if labels_fit(plot) else 2 * LINE * plot.em / plot.box.height
    return left, top, 1 - left - right, 1 - top - bottom


def _uprights(plot: Plot) -> tuple[float, float, float, float]:
    left = _EDGE if labels_fit(plot) else (label_width(plot) + plot.em) / plot.box.width
    width = 1 - left - _name_width(plot)
    pitch = width * plot.box.width / max(1, len(plot.chart.categories))
    lines = max((ceil(1.1 * measure(plot, category) / pitch) for category in plot.chart.categories), default=1)
    bottom = (min(3, lines) * LINE + 0.6) * plot.em / plot.box.height
    top = _legend_height(plot) + (1.6 if labels_fit(plot) else 0.6) * plot.em / plot.box.height
    return left, top, width, 1 - top - bottom


def _name_width(plot: Plot) -> float:
    """Return the room the names of lines need after their ends, which stand half a category before the edge."""
    if not ends_named(plot):
        return _EDGE
    widest = max(measure(plot, series.label) for series in plot.chart.series) + label_width(plot)
    half_pitch = 0.5 / max(1, len(plot.chart.categories))
    return min(_WIDEST_NAMES, max(_EDGE, (widest + plot.em) / plot.box.width - half_pitch))


def _legend_height(plot: Plot) -> float:
    return 2 * plot.em / plot.box.height if needs_legend(plot) else _EDGE


def _write_layout(target: str, places: tuple[tuple[str, float], ...]) -> str:
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    written = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in places)
    return f"<c:layout><c:manualLayout>{target}{modes}{written}</c:manualLayout></c:layout>"
