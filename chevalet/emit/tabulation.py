"""The data of a chart as a table: a category a row, a series a column, as its language writes numbers."""

from __future__ import annotations

from chevalet.model.block import Alignment, Table
from chevalet.model.diagram import Chart
from chevalet.model.inline import Text
from chevalet.model.locale import Locale
from chevalet.span import Span

_UNITS = {"%": "value-with-percent", "$": "value-with-money"}
_NOWHERE = Span("", 1, 1, 1, 1)


def tabulate(chart: Chart, locale: Locale, corner: str) -> Table:
    """Return the table of a chart's data; `corner` heads the column of categories."""
    header = ((Text(corner),), *((Text(series.label),) for series in chart.series))
    rows = tuple(
        ((Text(category),), *((Text(write_value(series.values[row], chart, locale)),) for series in chart.series))
        for row, category in enumerate(chart.categories)
    )
    return Table(header, rows, (Alignment.LEFT, *[Alignment.RIGHT] * len(chart.series)), _NOWHERE)


def write_value(value: float | None, chart: Chart, locale: Locale) -> str:
    """Return a value with its unit; a missing one in words, as there is no number to read."""
    if value is None:
        return locale.words.get("unknown-value", "–")
    number = locale.number(value, chart.decimals)
    if not chart.unit:
        return number
    pattern = locale.words.get(_UNITS.get(chart.unit, "value-with-unit"), "{value}\u00a0{unit}")
    return pattern.format(value=number, unit=chart.unit)
