"""Charts too crowded to be read: smaller labels, else a table of their numbers, and nothing lost."""

from __future__ import annotations

import pytest

from chevalet.diagnostics import Diagnostic
from chevalet.model.block import ChartBlock
from chevalet.model.deck import Deck, PlacedChart, PlacedTable
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.inline import Text
from tests.layout.layout_checks import paragraphs_of, text_of
from tests.layout.layout_samples import SPAN, items, lay_out, slide


def make_chart(kind: ChartKind, categories: int, series: int = 1, name: str = "Nom {}", first: float = 1000.5) -> Chart:
    values = (first, *(10.0,) * (categories - 1))
    names = tuple(name.format(number) for number in range(categories))
    columns = tuple(Series(f"Année {number}", values) for number in range(series))
    return Chart(kind, names, columns, "", "%", (Text("Parts"),), (Text("Une source"),), "Un graphique", 1)


def lay(chart: Chart) -> tuple[Deck, list[Diagnostic]]:
    return lay_out(slide("Un titre", ChartBlock(chart, SPAN)))


def sizes(deck: Deck) -> list[int]:
    return [item.size for each in deck.slides for item in each.items if isinstance(item, PlacedChart)]


@pytest.mark.parametrize(
    ("chart", "size"),
    [
        (make_chart(ChartKind.BAR, 5), 1600),
        (make_chart(ChartKind.BAR, 16), 1200),
        (make_chart(ChartKind.COLUMN, 30), 1200),
        (make_chart(ChartKind.LINE, 3, series=6), 1200),
        (make_chart(ChartKind.PIE, 3, first=10.0), 1600),
        (make_chart(ChartKind.PIE, 8, first=10.0), 1600),
        (make_chart(ChartKind.DOUGHNUT, 8, first=10.0), 1600),
    ],
)
def test_a_chart_is_drawn_at_the_largest_size_at_which_it_is_read(chart: Chart, size: int) -> None:
    deck, diagnostics = lay(chart)
    assert (sizes(deck), diagnostics) == ([size], [])


@pytest.mark.parametrize(
    "chart",
    [
        make_chart(ChartKind.BAR, 40),
        make_chart(ChartKind.STACKED_BAR, 40, series=2),
        make_chart(ChartKind.COLUMN, 80),
        make_chart(ChartKind.LINE, 3, series=7),
        make_chart(ChartKind.PIE, 9, first=10.0),
        make_chart(ChartKind.PIE, 6),
        make_chart(ChartKind.PIE, 5, name="{}", first=900.0),
        make_chart(ChartKind.DOUGHNUT, 6),
    ],
)
def test_a_crowded_chart_is_a_table_that_loses_nothing(chart: Chart) -> None:
    deck, diagnostics = lay(chart)
    assert [found.code for found in diagnostics] == ["chart-as-table"]
    tables = [item for each in deck.slides for item in each.items if isinstance(item, PlacedTable)]
    rows = [[text_of(cell.paragraphs[0]) for cell in row.cells] for table in tables for row in table.rows]
    labels = [series.label for series in chart.series]
    assert all(row == ["Parts", *labels] for row in rows if row[0] == "Parts")
    body = [row for row in rows if row[0] != "Parts"]
    assert [row[0] for row in body] == list(chart.categories)
    assert [len(row) for row in body] == [1 + len(labels)] * len(body)
    first = {10.0: "10", 900.0: "900", 1000.5: "1\u00a0000,5"}[chart.series[0].values[0] or 0]
    assert [row[1] for row in body[:2]] == [f"{first}\u00a0%", "10\u00a0%"]
    assert not sizes(deck)
    last = [text_of(paragraph) for item in deck.slides[-1].items for paragraph in paragraphs_of(item)]
    assert "Une source" in last


def test_a_chart_too_crowded_beside_its_text_goes_to_a_page_of_its_own() -> None:
    deck, diagnostics = lay_out(
        slide("Un titre", items(*["Une idée assez longue"] * 8), ChartBlock(make_chart(ChartKind.COLUMN, 45), SPAN))
    )
    assert (len(deck.slides), sizes(deck), diagnostics) == (3, [1200], [])
