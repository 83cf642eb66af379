"""Series: their names, categories and values, each with the cells of the embedded workbook they come from."""

from __future__ import annotations

from collections.abc import Iterable

from chevalet.emit.pptx.chart.labels import write_labels
from chevalet.emit.pptx.chart.numbers import write_value
from chevalet.emit.pptx.chart.plot import PAPER, Plot
from chevalet.emit.pptx.chart.shades import PIES, Shade, shade_point, shade_series
from chevalet.emit.pptx.markup import escape
from chevalet.model.diagram import ChartKind

SHEET = "Sheet1"
_LINE_WIDTH = 31_750
_PLAIN_LINES = 2  # the others are dashed too, since colours alone are not seen by everybody
_DIVIDER_WIDTH = 12_700


def write_series(plot: Plot) -> str:
    """Return all the `c:ser` elements."""
    return "".join(_write_one(plot, number) for number in range(len(plot.chart.series)))


def _write_one(plot: Plot, number: int) -> str:
    series = plot.chart.series[number]
    column, last = column_name(number + 1), len(series.values) + 1
    name = _write_strings(f"{SHEET}!${column}$1", [series.label])
    categories = _write_strings(f"{SHEET}!$A$2:$A${last}", plot.chart.categories)
    numbers = _write_numbers(f"{SHEET}!${column}$2:${column}${last}", series.values)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{name}</c:tx>{_write_look(plot, number)}'
        f"{write_labels(plot, number)}<c:cat>{categories}</c:cat><c:val>{numbers}</c:val>{_write_end(plot)}</c:ser>"
    )


def _write_end(plot: Plot) -> str:
    return '<c:smooth val="0"/>' if plot.chart.kind is ChartKind.LINE else ""


def _write_look(plot: Plot, number: int) -> str:
    """Return the colours of a series, then of each of its points that differs."""
    shade = shade_series(plot, number)
    if plot.chart.kind is ChartKind.LINE:
        dash = '<a:prstDash val="sysDash"/>' if number >= _PLAIN_LINES else ""
        line = f'<a:ln w="{_LINE_WIDTH}" cap="rnd">{_solid(shade)}{dash}<a:round/></a:ln>'
        marker = f"<c:spPr>{_solid(shade)}<a:ln><a:noFill/></a:ln></c:spPr>"
        return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="circle"/><c:size val="7"/>{marker}</c:marker>'
    invert = "" if plot.chart.kind in PIES else '<c:invertIfNegative val="0"/>'
    points = "".join(
        _write_point(plot, point, own, invert)
        for point in range(len(plot.chart.categories))
        if (own := shade_point(plot, number, point)) != shade or plot.chart.kind in PIES
    )
    return f"{_write_fill(plot, shade)}{invert}{points}"


def _write_point(plot: Plot, point: int, shade: Shade, invert: str) -> str:
    return f'<c:dPt><c:idx val="{point}"/>{invert}<c:bubble3D val="0"/>{_write_fill(plot, shade)}</c:dPt>'


def _write_fill(plot: Plot, shade: Shade) -> str:
    """Return a fill; what touches its neighbour is parted from it by a line of paper."""
    if plot.chart.kind in (*PIES, ChartKind.STACKED_BAR):
        line = f'<a:ln w="{_DIVIDER_WIDTH}"><a:solidFill>{PAPER}</a:solidFill></a:ln>'
    else:
        line = "<a:ln><a:noFill/></a:ln>"
    return f"<c:spPr>{_solid(shade)}{line}</c:spPr>"


def _solid(shade: Shade) -> str:
    return f"<a:solidFill>{shade.color}</a:solidFill>"


def _write_strings(reference: str, texts: Iterable[str]) -> str:
    points = [f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(texts)]
    count = f'<c:ptCount val="{len(points)}"/>'
    return f"<c:strRef><c:f>{reference}</c:f><c:strCache>{count}{''.join(points)}</c:strCache></c:strRef>"


def _write_numbers(reference: str, numbers: tuple[float | None, ...]) -> str:
    """Return the values; a missing one has no point at all, which leaves a gap."""
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{write_value(value)}</c:v></c:pt>'
        for place, value in enumerate(numbers)
        if value is not None
    )
    cache = f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(numbers)}"/>{points}'
    return f"<c:numRef><c:f>{reference}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"


def column_name(number: int) -> str:
    """Return the letters of a workbook's column, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
