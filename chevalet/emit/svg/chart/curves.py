"""Line charts: lines with a dot at each value, parted where one is missing."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.emit.pptx.chart.labels import point_label, usual_label
from chevalet.emit.pptx.chart.shades import shade_series
from chevalet.emit.svg.chart.canvas import MIDDLE, Canvas
from chevalet.emit.svg.chart.scale import Scale
from chevalet.emit.svg.geometry import Point, write_path
from chevalet.emit.svg.units import write_length
from chevalet.model.deck import Align
from chevalet.units import points

_WIDTH, _DOT = "2.5", points(3.5)
_PLAIN = 2  # the others are dashed too, as in the deck
_ABOVE, _AFTER = 0.55, 0.5


def draw_curves(canvas: Canvas, scale: Scale) -> None:
    """Draw every line, then its dots and the values written at them."""
    usual = usual_label(canvas.plot)
    for number, series in enumerate(canvas.plot.chart.series):
        places = _places(canvas, scale, series.values)
        color = canvas.color(shade_series(canvas.plot, number))
        dash = ' stroke-dasharray="7.5 2.5"' if number >= _PLAIN else ""
        for stretch in _stretches(places):
            look = f'fill="none" stroke="#{color}" stroke-width="{_WIDTH}" stroke-linejoin="round"{dash}'
            canvas.marks.append(f"{write_path(stretch)} {look}/>")
        for point, place in enumerate(places):
            value = series.values[point]
            if place is None or value is None:
                continue
            x, y = place
            middle = f'cx="{write_length(x)}" cy="{write_length(y)}"'
            canvas.marks.append(f'<circle {middle} r="{write_length(_DOT)}" fill="#{color}"/>')
            look_of_label = point_label(canvas.plot, number, point, usual)
            em = canvas.plot.em
            if look_of_label.has_series:
                text = f"{series.label} {canvas.format(value)}"
                canvas.write(text, (x + _AFTER * em, y + MIDDLE * em), Align.LEFT, look_of_label)
            elif look_of_label.has_value:
                canvas.write_value(value, (x, y - _ABOVE * em), Align.CENTER, look_of_label)


def _places(canvas: Canvas, scale: Scale, values: tuple[float | None, ...]) -> list[Point | None]:
    area = canvas.area
    pitch = area.width / max(1, len(values))
    return [
        None if value is None else (area.x + pitch * (place + 0.5), area.bottom - scale.place(value) * area.height)
        for place, value in enumerate(values)
    ]


def _stretches(places: list[Point | None]) -> Iterator[list[Point]]:
    """Yield the points between two gaps, two at least."""
    stretch: list[Point] = []
    for place in (*places, None):
        if place is not None:
            stretch.append(place)
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = []
