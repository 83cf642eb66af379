"""Pies and rings: slices clockwise from the top, their values outside or on the ring."""

from __future__ import annotations

from math import cos, pi, sin

from chevalet.emit.pptx.chart.labels import LabelLook, point_label, usual_label
from chevalet.emit.pptx.chart.shades import shade_point
from chevalet.emit.svg.chart.canvas import MIDDLE, Canvas
from chevalet.emit.svg.units import write_length
from chevalet.model.deck import Align
from chevalet.model.diagram import ChartKind
from chevalet.model.theme import Color

_HOLE = 0.58
_OUTSIDE = 0.6
_SIDE = 0.3


def draw_slices(canvas: Canvas) -> None:
    """Draw the slices of the only series; those of no value, or of less, are left out."""
    chart = canvas.plot.chart
    drawn = [max(0.0, value or 0.0) for value in chart.series[0].values]
    total, reached = sum(drawn) or 1.0, 0.0
    usual = usual_label(canvas.plot)
    for point, value in enumerate(drawn):
        if value <= 0:
            continue
        ends = reached / total, (reached + value) / total
        color = canvas.color(shade_point(canvas.plot, 0, point))
        paper = canvas.palette.colors[Color.PAPER]
        canvas.marks.append(f'<path d="{_slice(canvas, ends)}" fill="#{color}" stroke="#{paper}"/>')
        _write(canvas, sum(ends) / 2, point, point_label(canvas.plot, 0, point, usual))
        reached += value


def _round(canvas: Canvas) -> tuple[float, float, float]:
    """Return the middle and the radius."""
    area = canvas.area
    return area.x + area.width / 2, area.y + area.height / 2, min(area.width, area.height) / 2


def _slice(canvas: Canvas, ends: tuple[float, float]) -> str:
    x, y, radius = _round(canvas)
    hole = _HOLE * radius if canvas.plot.chart.kind is ChartKind.DOUGHNUT else 0.0
    # A slice that is the whole would begin and end at one place, and not be drawn.
    first, last = ends[0], min(ends[1], ends[0] + 0.9999)
    large = int(last - first > 0.5)

    def place(part: float, far: float) -> str:
        turned = 2 * pi * part
        return f"{write_length(x + far * sin(turned))} {write_length(y - far * cos(turned))}"

    outer, inner = write_length(radius), write_length(hole)
    back = f"L{place(last, hole)}A{inner} {inner} 0 {large} 0 {place(first, hole)}z" if hole else f"L{place(0, 0)}z"
    return f"M{place(first, radius)}A{outer} {outer} 0 {large} 1 {place(last, radius)}{back}"


def _write(canvas: Canvas, middle: float, point: int, look: LabelLook) -> None:
    """Write the value of a slice: on a ring, else outside below the name of its category."""
    if not look.has_value:
        return
    x, y, radius = _round(canvas)
    em, turned = canvas.plot.em, 2 * pi * middle
    is_ring = canvas.plot.chart.kind is ChartKind.DOUGHNUT
    far = radius * (1 + _HOLE) / 2 if is_ring else radius + _OUTSIDE * em
    x, y = x + far * sin(turned), y - far * cos(turned)
    chart = canvas.plot.chart
    lines = [chart.categories[point]] if look.has_category else []
    lines.append(canvas.format(chart.series[0].values[point] or 0.0))
    align = Align.CENTER
    if not is_ring and abs(sin(turned)) > _SIDE:
        align = Align.LEFT if sin(turned) > 0 else Align.RIGHT
    tall = 1.2 * em * (len(lines) - 1)
    first = y - tall / 2 + MIDDLE * em - (0 if is_ring else cos(turned) * (tall / 2 + _SIDE * em))
    for number, line in enumerate(lines):
        canvas.write(line, (x, first + 1.2 * em * number), align, look)
