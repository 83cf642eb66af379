"""A chart in words, for who does not see it: its kind, its title, what it shows, and every value."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.model.diagram import Chart
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.locale import Locale
from chevalet.model.quantity import show_value


def describe(chart: Chart, written: Inlines, takeaway: str, locale: Locale) -> str:
    """Return the description its author wrote, or one made of the chart's title, the slide's and the values."""
    if written:
        return plain_text(written)
    kind = locale.words[f"chart-{chart.kind.value}"]
    title = plain_text(chart.title)
    sentences = [locale.words["named-value"].format(name=kind, value=title) if title else kind, takeaway]
    return " ".join([*map(_end, filter(None, sentences)), _end("; ".join(_values(chart, locale)))])


def _values(chart: Chart, locale: Locale) -> Iterator[str]:
    """Yield each category with its value or, when there are several series, with the value of each and its name."""
    pattern = locale.words["named-value"]
    for index, category in enumerate(chart.categories):
        values = [(show_value(series.values[index], chart.unit, locale.words), series.label) for series in chart.series]
        if len(values) == 1:
            yield pattern.format(name=category, value=values[0][0])
        else:
            yield pattern.format(name=category, value=", ".join(f"{value} ({label})" for value, label in values))


def _end(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
