"""Axes and legends: names of categories, values where no label gives them, names of series."""

from __future__ import annotations

from math import ceil

from chevalet.emit.pptx.chart.axes import arrange_labels
from chevalet.emit.pptx.chart.labels import LabelLook
from chevalet.emit.pptx.chart.place import LEGEND_ENTRY, RING_TO_LEGEND
from chevalet.emit.pptx.chart.plot import LINE, QUIET_INK, measure
from chevalet.emit.pptx.chart.room import HORIZONTAL, labels_fit, needs_legend
from chevalet.emit.pptx.chart.shades import shade_point, shade_series
from chevalet.emit.svg.chart.canvas import MIDDLE, Canvas
from chevalet.emit.svg.chart.scale import Scale
from chevalet.emit.svg.geometry import Point, write_path
from chevalet.model.deck import Align
from chevalet.model.diagram import ChartKind
from chevalet.model.theme import Color
from chevalet.units import Box

_HAIRLINE, _BASELINE = "0.5", "0.75"


def draw_axes(canvas: Canvas, scale: Scale) -> None:
    """Draw the grid and its values where labels do not serve, the line that bars stand on, and the categories."""
    area, is_flat = canvas.area, canvas.plot.chart.kind in HORIZONTAL
    for value in [] if labels_fit(canvas.plot) else scale.steps:
        _draw_step(canvas, scale.place(value), canvas.format(value))
    zero = scale.place(max(scale.least, 0))
    if is_flat:
        x = area.x + zero * area.width
        _draw_rule(canvas, ((x, area.y), (x, area.bottom)), _BASELINE)
    else:
        y = area.bottom - zero * area.height
        _draw_rule(canvas, ((area.x, y), (area.right, y)), _BASELINE)
    _write_categories(canvas)


def _draw_rule(canvas: Canvas, ends: tuple[Point, Point], width: str) -> None:
    color = canvas.palette.colors[Color.RULE]
    canvas.marks.append(f'{write_path(ends)} stroke="#{color}" stroke-width="{width}"/>')


def _draw_step(canvas: Canvas, share: float, text: str) -> None:
    area, em, quiet = canvas.area, canvas.plot.em, LabelLook(QUIET_INK)
    if canvas.plot.chart.kind in HORIZONTAL:
        x = area.x + share * area.width
        _draw_rule(canvas, ((x, area.y), (x, area.bottom)), _HAIRLINE)
        canvas.write(text, (x, area.bottom + 1.2 * em), Align.CENTER, quiet)
    else:
        y = area.bottom - share * area.height
        _draw_rule(canvas, ((area.x, y), (area.right, y)), _HAIRLINE)
        canvas.write(text, (area.x - 0.5 * em, y + MIDDLE * em), Align.RIGHT, quiet)


def _write_categories(canvas: Canvas) -> None:
    """Write the names of categories: at the left of bars, below columns and points."""
    area, plot, em = canvas.area, canvas.plot, round(canvas.plot.em)
    count = max(1, len(plot.chart.categories))
    if plot.chart.kind in HORIZONTAL:
        pitch = area.height // count
        for number, category in enumerate(plot.chart.categories):
            left = plot.box.x
            canvas.write_column(
                category, Box(left, area.y + pitch * number, area.x - left - em // 2, pitch), Align.RIGHT
            )
        return
    pitch = area.width // count
    skip, is_upright = arrange_labels(plot)
    for number, category in enumerate(plot.chart.categories):
        if number % skip:
            continue
        wide = pitch * skip if is_upright or skip > 1 else max(pitch, ceil(measure(plot, category)))
        lines = len(canvas.wrap(category, wide))
        box = Box(area.x + pitch * number + (pitch - wide) // 2, area.bottom + em // 3, wide, round(1.2 * em * lines))
        canvas.write_column(category, box, Align.CENTER)


def draw_legend(canvas: Canvas) -> None:
    """Draw the legend: above the plot and flush with it, or beside a ring, half-way up."""
    if not needs_legend(canvas.plot):
        return
    plot, area, em = canvas.plot, canvas.area, canvas.plot.em
    if plot.chart.kind is ChartKind.DOUGHNUT:
        shades = [shade_point(plot, 0, point) for point in range(len(plot.chart.categories))]
        pitch = LEGEND_ENTRY * em
        x = area.right + RING_TO_LEGEND * plot.box.width
        y = area.y + (area.height - pitch * len(shades)) / 2
        for number, (name, shade) in enumerate(zip(plot.chart.categories, shades, strict=True)):
            _draw_entry(canvas, (x, y + pitch * (number + 0.5)), name, canvas.color(shade))
        return
    x = float(area.x)
    for number, series in enumerate(plot.chart.series):
        color = canvas.color(shade_series(plot, number))
        _draw_entry(canvas, (x, plot.box.y + LINE * em / 2), series.label, color)
        x += measure(plot, series.label) + 2.5 * em


def _draw_entry(canvas: Canvas, place: Point, name: str, color: str) -> None:
    x, middle = place
    side = round(0.6 * canvas.plot.em)
    canvas.fill(Box(round(x), round(middle - side / 2), side, side), color)
    canvas.write(name, (x + 1.5 * side, middle + MIDDLE * canvas.plot.em), Align.LEFT)
