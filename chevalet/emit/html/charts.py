"""Charts as SVG inside the page: the deck's own drawing, made narrow enough to be read on a telephone."""

from __future__ import annotations

from chevalet.emit.palette import WHITE, pick_accent
from chevalet.emit.pptx.markup import escape
from chevalet.emit.svg.chart import draw_chart
from chevalet.emit.svg.palette import Palette, read_palette
from chevalet.emit.svg.units import write_length
from chevalet.emit.svg.writing import write_label
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import PlacedChart
from chevalet.model.diagram import Chart, ChartKind
from chevalet.model.flow import Flow
from chevalet.model.theme import Color, Theme
from chevalet.units import Box, inches

_WIDTH, _WIDEST = inches(5.6), inches(7.5)
_LABEL_SIZE = 1200  # hundredths of a point: 7 points still when the page is a telephone's
_LEGEND_CHARACTER = inches(0.095)
_SWATCH = inches(0.45)  # of a legend, and the space between two names
_HORIZONTAL = (ChartKind.BAR, ChartKind.STACKED_BAR)


def draw_figure(chart: Chart, flow: Flow, theme: Theme) -> str:
    """Return a chart as an `svg` element with its alternative text."""
    box = Box(0, 0, _width(chart), _height(chart))
    locale = flow.locale
    placed = PlacedChart("", box, "", chart.alt, chart, _LABEL_SIZE, locale.decimal, locale.thousands)
    canvas = draw_chart(placed, flow.language, _palette(flow, theme), Breaker(theme))
    inner = "".join((*canvas.marks, *map(write_label, canvas.labels)))
    size = f"0 0 {write_length(box.width)} {write_length(box.height)}"
    return f'<svg viewBox="{size}" role="img" aria-label="{escape(chart.alt)}">{inner}</svg>'


def _width(chart: Chart) -> int:
    """Return the width: the legend of many series is one line."""
    legend = sum(_SWATCH + len(series.label) * _LEGEND_CHARACTER for series in chart.series)
    return max(_WIDTH, min(_WIDEST, round(legend)))


def _height(chart: Chart) -> int:
    """Return the height: bars need a line each, what stands or turns a constant."""
    if chart.kind not in _HORIZONTAL:
        return inches(3)
    in_group = 1 if chart.kind is ChartKind.STACKED_BAR else 1 + 0.55 * (len(chart.series) - 1)
    return inches(max(1.5, 0.36 * len(chart.categories) * in_group + 0.5))


def _palette(flow: Flow, theme: Theme) -> Palette:
    read = read_palette(theme, pick_accent(flow, theme))
    return Palette({**read.scheme, "lt1": WHITE}, {**read.colors, Color.PAPER: WHITE})
