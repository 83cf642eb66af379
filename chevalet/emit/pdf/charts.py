"""Charts: what the style draws them from, and the table of their data."""

from __future__ import annotations

from chevalet.emit.pdf.inlines import write_inlines
from chevalet.emit.pdf.literal import array, boolean, call, number, string, unseen, words
from chevalet.emit.pdf.shades import is_dark, is_highlighted, shade_marks
from chevalet.emit.pdf.tables import write_data
from chevalet.emit.pdf.writing import Writing
from chevalet.emit.tabulation import tabulate, write_value
from chevalet.emit.words import document_words
from chevalet.model.block import ChartBlock
from chevalet.model.diagram import Chart
from chevalet.model.inline import plain_text
from chevalet.model.locale import Locale

_MOST_BESIDE, _WIDEST_BESIDE, _NARROWEST_CHART = 12, 0.46, 24
"""Categories up to which the data stand beside the drawing; the share of the width they may take; ems left to it."""
_MISSING = "–"


def write_chart(block: ChartBlock, writing: Writing) -> str:
    """Return a chart followed by its data; what resolve has not completed is left out."""
    chart = block.chart
    if not isinstance(chart, Chart) or not chart.categories or not chart.series:
        return ""
    corner = document_words(writing.flow.language)["category"]
    data, width = write_data(tabulate(chart, writing.flow.locale, corner), writing)
    return call(
        "chart",
        string(chart.kind.value),
        title=write_inlines(chart.title, writing),
        source=write_inlines(chart.source, writing),
        alt=unseen(chart.alt or plain_text(chart.title) or chart.kind.value),
        categories=array(map(words, chart.categories)),
        series=array(words(series.label) for series in chart.series),
        values=array(array(map(number, series.values)) for series in chart.series),
        **_write_marks(chart, writing),
        data=data,
        is_beside=boolean(_stands_beside(chart, width, writing)),
    )


def _stands_beside(chart: Chart, width: float, writing: Writing) -> bool:
    """Tell whether a chart's data have room beside it: they are read together."""
    left = writing.width - width
    is_wide = width <= _WIDEST_BESIDE * writing.width and left > _NARROWEST_CHART * writing.size
    return is_wide and not writing.flow.is_large and len(chart.categories) <= _MOST_BESIDE


def _write_marks(chart: Chart, writing: Writing) -> dict[str, str]:
    """Return the look of each mark: its label, its colour, whether that is dark, whether it is highlighted."""
    fills = shade_marks(chart, writing.colors)
    locale = writing.flow.locale
    return {
        "labels": array(array(_write_label(value, chart, locale) for value in s.values) for s in chart.series),
        "fills": array(array(f'rgb("#{fill}")' for fill in row) for row in fills),
        "darks": array(array(boolean(is_dark(fill)) for fill in row) for row in fills),
        "strong": array(
            array(boolean(is_highlighted(chart, series, point)) for point in range(len(chart.categories)))
            for series in range(len(chart.series))
        ),
    }


def _write_label(value: float | None, chart: Chart, locale: Locale) -> str:
    """Return the label of a mark; where there is none, the drawing has no room for more than a dash."""
    return words(_MISSING if value is None else write_value(value, chart, locale))
