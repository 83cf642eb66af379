"""The colours of a chart: the accent for what counts, quiet tints for the rest; dark and light take turns."""

from __future__ import annotations

from msgspec import Struct

from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.pptx.color import write_scheme_color
from chevalet.model.diagram import ChartKind

PIES = (ChartKind.PIE, ChartKind.DOUGHNUT)


class Shade(Struct, frozen=True):
    """A colour, and whether it is so dark that words on it are set in paper."""

    color: str
    is_dark: bool


def _shade(name: str, modulation: int = 0, *, is_dark: bool = False) -> Shade:
    """Return a shade: `modulation` is the part of the colour that is kept, in per cent, the rest being white."""
    calmed = (("satMod", 70_000),) if name == "accent1" else ()
    tint = (*calmed, ("lumMod", modulation * 1000), ("lumOff", (100 - modulation) * 1000)) if modulation else ()
    return Shade(write_scheme_color(name, tint), is_dark)


ACCENT = _shade("accent1", is_dark=True)
_DISTINCT = (
    ACCENT,
    _shade("accent1", 40),
    _shade("tx2", is_dark=True),
    _shade("tx2", 40),
    Shade(write_scheme_color("accent1", (("lumMod", 50_000),)), is_dark=True),
    _shade("accent1", 20),
)
_QUIET = (_shade("tx2", 45), _shade("tx2", 20), _shade("tx2", 62))
_LINES = (ACCENT, _shade("tx2", 62), _shade("tx1", is_dark=True), _shade("accent1", 40))


def is_highlighted(plot: Plot, series: int, point: int) -> bool:
    """Tell whether a mark is of the highlighted category or series."""
    highlight = plot.chart.highlight
    return bool(highlight) and highlight in (plot.chart.categories[point], plot.chart.series[series].label)


def shade_series(plot: Plot, series: int) -> Shade:
    """Return the colour of a series as a whole; a line has one colour, whatever category is highlighted."""
    chart = plot.chart
    if chart.highlight and chart.highlight == chart.series[series].label:
        return ACCENT
    is_line = chart.kind is ChartKind.LINE
    labels = [other.label for other in chart.series]
    if chart.highlight in labels or (chart.highlight in chart.categories and not is_line):
        return _QUIET[series % len(_QUIET)]
    palette = _LINES if is_line else _DISTINCT
    return palette[series % len(palette)]


def shade_point(plot: Plot, series: int, point: int) -> Shade:
    """Return the colour of one mark: slices differ from one another, other marks follow their series."""
    chart = plot.chart
    if chart.kind is ChartKind.LINE:
        return shade_series(plot, series)
    if is_highlighted(plot, series, point):
        return _DISTINCT[series % len(_DISTINCT)] if chart.highlight in chart.categories else ACCENT
    if chart.kind in PIES:
        palette = _QUIET if chart.highlight in chart.categories else _DISTINCT
        return palette[point % len(palette)]
    return shade_series(plot, series)
