"""The colours of a chart on paper: the accent for what counts, quiet tints for the rest, all apart in grey."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.model.color import modify, relative_luminance
from chevalet.model.diagram import Chart, ChartKind
from chevalet.model.theme import Color

PIES = (ChartKind.PIE, ChartKind.DOUGHNUT)
_DARK = 0.3
"""Luminance below which words on a colour are set in white."""


def shade_marks(chart: Chart, colors: Mapping[Color, str]) -> list[list[str]]:
    """Return the colour of each mark, by series then by category."""
    palette = Shades(colors)
    return [
        [palette.shade(chart, series, point) for point in range(len(chart.categories))]
        for series in range(len(chart.series))
    ]


def is_dark(color: str) -> bool:
    """Tell whether words on a colour are set in white."""
    return relative_luminance(color) < _DARK


def is_highlighted(chart: Chart, series: int, point: int) -> bool:
    """Tell whether a mark is of the highlighted category or series."""
    return bool(chart.highlight) and chart.highlight in (chart.categories[point], chart.series[series].label)


class Shades:
    """The palettes of one accent: distinct colours where every mark counts, quiet ones beside a highlighted mark."""

    def __init__(self, colors: Mapping[Color, str]) -> None:
        accent, muted, ink = colors[Color.ACCENT], colors[Color.MUTED], colors[Color.INK]
        self.accent = accent
        self.distinct = (
            accent,
            _tint(accent, 20),
            _tint(muted, 62),
            _tint(muted, 40),
            ink,
            _tint(accent, 60),
        )
        self.quiet = (_tint(muted, 45), _tint(muted, 20), _tint(muted, 62), _tint(muted, 32))
        self.lines = (accent, _tint(muted, 62), ink, _tint(accent, 40))

    def shade(self, chart: Chart, series: int, point: int) -> str:
        """Return the colour of a mark: slices differ from one another, other marks follow their series."""
        if chart.kind is ChartKind.LINE:
            return self.shade_series(chart, series)
        is_category = chart.highlight in chart.categories
        if is_highlighted(chart, series, point):
            return self.distinct[series % len(self.distinct)] if is_category else self.accent
        if chart.kind in PIES:
            palette = self.quiet if is_category else self.distinct
            return palette[point % len(palette)]
        return self.shade_series(chart, series)

    def shade_series(self, chart: Chart, series: int) -> str:
        """Return the colour of a series as a whole; a line has one, whatever category is highlighted."""
        labels = [other.label for other in chart.series]
        is_line = chart.kind is ChartKind.LINE
        if chart.highlight and chart.highlight == labels[series]:
            return self.accent
        if chart.highlight in labels or (chart.highlight in chart.categories and not is_line):
            return self.quiet[series % len(self.quiet)]
        palette = self.lines if is_line else self.distinct
        return palette[series % len(palette)]


def _tint(color: str, share: int) -> str:
    """Return a colour of which `share` per cent is kept, the rest being white."""
    return modify(color, (("satMod", 70_000), ("lumMod", share * 1000), ("lumOff", (100 - share) * 1000)))
