"""Tabulating: the numbers of a chart as a table, where they cannot be drawn so as to be read."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.model.block import Alignment, Table
from chevalet.model.diagram import Chart
from chevalet.model.inline import Text
from chevalet.model.quantity import show_value
from chevalet.span import Span


def tabulate(chart: Chart, span: Span, words: Mapping[str, str]) -> Table:
    """Return a row for each category, a column for each series; the chart's title heads the categories."""
    header = (chart.title, *((Text(series.label),) for series in chart.series))
    rows = tuple(
        (
            (Text(category),),
            *((Text(show_value(series.values[row], chart.unit, words)),) for series in chart.series),
        )
        for row, category in enumerate(chart.categories)
    )
    return Table(header, rows, (Alignment.LEFT, *(Alignment.RIGHT for _ in chart.series)), span)
