"""Whether labels have room on a plot: what decides between values on the marks and values on an axis."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from chevalet.emit.pptx.chart.plot import LINE, Plot, measure
from chevalet.emit.pptx.chart.shades import PIES
from chevalet.model.diagram import ChartKind

HORIZONTAL = (ChartKind.BAR, ChartKind.STACKED_BAR)


def values(plot: Plot) -> list[float]:
    """Return every value there is."""
    return [value for series in plot.chart.series for value in series.values if value is not None]


def totals(plot: Plot) -> list[float]:
    """Return the length of each bar when the series are stacked."""
    return [sum(value or 0 for value in bar) for bar in zip(*(s.values for s in plot.chart.series), strict=True)]


def label_width(plot: Plot) -> float:
    """Return a bound of the width of any value's label, in EMU."""
    longest = max((len(f"{value:,.{plot.chart.decimals}f}") for value in values(plot)), default=1)
    return measure(plot, "0" * longest + "  " + plot.chart.unit)


def gap_width(plot: Plot) -> int:
    """Return the gap between two groups of bars, in per cent of a bar: few bars are kept from becoming slabs."""
    length = 0.85 * (plot.box.height if plot.chart.kind in HORIZONTAL else plot.box.width)
    pitch = length / max(1, len(plot.chart.categories))
    wanted = 2.8 * plot.em
    least = 0.45 if _bars_in_group(plot) == 1 else 0.7
    return round(100 * min(1.5, max(least, pitch / wanted - _bars_in_group(plot))))


def _bars_in_group(plot: Plot) -> int:
    return 1 if plot.chart.kind is ChartKind.STACKED_BAR else len(plot.chart.series)


def labels_fit(plot: Plot) -> bool:
    """Tell whether a value can be written on each mark without touching its neighbour."""
    categories = max(1, len(plot.chart.categories))
    across = _bars_in_group(plot) + gap_width(plot) / 100
    match plot.chart.kind:
        case ChartKind.BAR:
            return 0.85 * plot.box.height / categories / across >= plot.em
        case ChartKind.COLUMN:
            pitch = 0.95 * plot.box.width / categories
            return (pitch / across if plot.is_compared else pitch) >= label_width(plot)
        case ChartKind.LINE:
            return not plot.is_compared and 0.9 * plot.box.width / categories >= label_width(plot)
        case ChartKind.STACKED_BAR | ChartKind.PIE | ChartKind.DOUGHNUT:
            return True
        case _:
            assert_never(plot.chart.kind)


def ends_named(plot: Plot) -> bool:
    """Tell whether each line carries its name at its end: it does unless two ends are too near for two names."""
    if plot.chart.kind is not ChartKind.LINE or not plot.is_compared:
        return False
    drawn = values(plot)
    span = max(drawn, default=0) - min(0, *drawn)
    ends = sorted(series.values[end] or 0 for series in plot.chart.series if (end := last_point(series.values)) >= 0)
    least = LINE * plot.em / (0.7 * plot.box.height) * span
    return all(above - below > least for below, above in pairwise(ends))


def last_point(series: tuple[float | None, ...]) -> int:
    """Return the place of the last value there is, -1 when there is none."""
    return max((place for place, value in enumerate(series) if value is not None), default=-1)


def needs_legend(plot: Plot) -> bool:
    """Tell whether names are to be read beside the plot, there being no place for them on the marks."""
    if plot.chart.kind is ChartKind.DOUGHNUT:
        return True
    return plot.chart.kind not in PIES and plot.is_compared and not ends_named(plot)
