"""The scale of values: where it begins and ends, and its round steps."""

from __future__ import annotations

from math import ceil, floor, log10

from msgspec import Struct

from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.pptx.chart.room import label_width, labels_fit, totals, values
from chevalet.model.diagram import ChartKind

_HEADROOM = 0.05
_FLAT = 1 / 6
"""Lines whose values differ by less than that share of the highest do not begin at zero: Office's own rule."""


class Scale(Struct, frozen=True):
    """A linear scale from `least` to `most`, with a line of the grid every `step`."""

    least: float
    most: float
    step: float

    def place(self, value: float) -> float:
        """Return where a value stands, from 0 to 1."""
        return (value - self.least) / (self.most - self.least)

    @property
    def steps(self) -> list[float]:
        first, last = ceil(self.least / self.step - 1e-9), floor(self.most / self.step + 1e-9)
        return [number * self.step for number in range(first, last + 1)]


def make_scale(plot: Plot) -> Scale:
    """Return the scale of a bar, column or line chart; bars begin at zero, shares stacked make a whole."""
    is_stacked = plot.chart.kind is ChartKind.STACKED_BAR
    drawn = [*(totals(plot) if is_stacked else []), *values(plot)] or [0.0]
    lowest, highest = min(0.0, *drawn), max(0.0, *drawn)
    if plot.chart.kind is ChartKind.LINE and min(drawn) > 0 and highest - min(drawn) < _FLAT * highest:
        lowest = min(drawn) - (highest - min(drawn)) / 2
    span = (highest - lowest) or 1.0
    step = _round_step(span / (5 if labels_fit(plot) else 4))
    if is_stacked:
        whole = 100.0 if plot.chart.unit == "%" and highest <= 100 else highest or 1.0
        return Scale(lowest, whole, step)
    least = floor((lowest - _HEADROOM * span * (lowest < 0)) / step) * step if lowest else 0.0
    if plot.chart.kind is ChartKind.BAR and lowest < 0 and labels_fit(plot):
        least = lowest - 2 * label_width(plot) / plot.box.width * span
    return Scale(least, max(least + step, ceil((highest + _HEADROOM * span) / step) * step), step)


def _round_step(least: float) -> float:
    magnitude = 10.0 ** floor(log10(least))
    return next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= least * (1 - 1e-9))
