"""Bars and columns: side by side, or stacked."""

from __future__ import annotations

from chevalet.emit.pptx.chart.labels import LabelLook, point_label, usual_label
from chevalet.emit.pptx.chart.place import bar_length
from chevalet.emit.pptx.chart.room import HORIZONTAL, gap_width
from chevalet.emit.pptx.chart.shades import shade_point
from chevalet.emit.svg.chart.canvas import MIDDLE, Canvas
from chevalet.emit.svg.chart.scale import Scale
from chevalet.model.deck import Align
from chevalet.model.diagram import ChartKind
from chevalet.model.theme import Color
from chevalet.units import Box

_LABEL_GAP = 0.35
"""Between the end of a bar and its value, in ems."""


def draw_bars(canvas: Canvas, scale: Scale) -> None:
    """Draw all bars with their values, category by category."""
    chart = canvas.plot.chart
    is_stacked = chart.kind is ChartKind.STACKED_BAR
    usual = usual_label(canvas.plot)
    for category in range(len(chart.categories)):
        reached = 0.0
        for number, series in enumerate(chart.series):
            value = series.values[category]
            if value is None:
                continue
            box = _bar(canvas, scale, (category, number), (reached, reached + value))
            color = canvas.color(shade_point(canvas.plot, number, category))
            divider = f' stroke="#{canvas.palette.colors[Color.PAPER]}"' if is_stacked else ""
            canvas.fill(box, color, divider)
            _write_value(canvas, box, value, point_label(canvas.plot, number, category, usual))
            reached += value if is_stacked else 0


def _bar(canvas: Canvas, scale: Scale, place: tuple[int, int], ends: tuple[float, float]) -> Box:
    """Return the box of one bar: its category and series, and the values between which it lies."""
    area, chart = canvas.area, canvas.plot.chart
    is_flat = chart.kind in HORIZONTAL
    together = 1 if chart.kind is ChartKind.STACKED_BAR else len(chart.series)
    pitch = (area.height if is_flat else area.width) / len(chart.categories)
    thick = pitch / (together + gap_width(canvas.plot) / 100)
    number = 0 if together == 1 else place[1]
    start = pitch * place[0] + (pitch - together * thick) / 2 + thick * number
    low, high = sorted(scale.place(end) for end in ends)
    if is_flat:
        across = round(low * area.width), round(high * area.width)
        return Box(area.x + across[0], area.y + round(start), across[1] - across[0], round(thick))
    down = round((1 - high) * area.height), round((1 - low) * area.height)
    return Box(area.x + round(start), area.y + down[0], round(thick), down[1] - down[0])


def _write_value(canvas: Canvas, box: Box, value: float, look: LabelLook) -> None:
    if not look.has_value:
        return
    em, middle = canvas.plot.em, box.y + box.height / 2
    if look.position == "ctr":
        if bar_length(canvas.plot, value):
            canvas.write_value(value, (box.x + box.width / 2, middle + MIDDLE * em), Align.CENTER, look)
    elif canvas.plot.chart.kind in HORIZONTAL:
        x = box.right + _LABEL_GAP * em if value >= 0 else box.x - _LABEL_GAP * em
        canvas.write_value(value, (x, middle + MIDDLE * em), Align.LEFT if value >= 0 else Align.RIGHT, look)
    else:
        y = box.y - _LABEL_GAP * em if value >= 0 else box.bottom + em
        canvas.write_value(value, (box.x + box.width / 2, y), Align.CENTER, look)
