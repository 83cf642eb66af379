"""Charts drawn from the same values, rooms, shades and labels as the deck's native ones."""

from __future__ import annotations

from typing import assert_never

from chevalet.emit.pptx.chart.numbers import format_code
from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.svg.chart.axes import draw_axes, draw_legend
from chevalet.emit.svg.chart.bars import draw_bars
from chevalet.emit.svg.chart.canvas import Canvas
from chevalet.emit.svg.chart.curves import draw_curves
from chevalet.emit.svg.chart.scale import make_scale
from chevalet.emit.svg.chart.slices import draw_slices
from chevalet.emit.svg.palette import Palette
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import PlacedChart
from chevalet.model.diagram import ChartKind
from chevalet.model.theme import Typeface

__all__ = ["draw_chart"]


def draw_chart(placed: PlacedChart, language: str, palette: Palette, breaker: Breaker) -> Canvas:
    """Return a chart drawn: its marks and its words."""
    face = breaker.theme.faces[Typeface.BODY, False, False]
    canvas = Canvas(Plot(placed, language, format_code(placed, language), face), palette, breaker)
    draw_legend(canvas)
    match placed.chart.kind:
        case ChartKind.BAR | ChartKind.STACKED_BAR | ChartKind.COLUMN:
            scale = make_scale(canvas.plot)
            draw_axes(canvas, scale)
            draw_bars(canvas, scale)
        case ChartKind.LINE:
            scale = make_scale(canvas.plot)
            draw_axes(canvas, scale)
            draw_curves(canvas, scale)
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            draw_slices(canvas)
        case _:
            assert_never(placed.chart.kind)
    return canvas
