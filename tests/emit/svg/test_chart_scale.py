"""Scales of drawn charts: they begin at zero where lengths are compared, and go by round steps."""

from __future__ import annotations

import pytest

from chevalet.emit.pptx.chart.numbers import format_code
from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.svg.chart.scale import make_scale
from chevalet.model.diagram import ChartKind, Series
from chevalet.model.theme import Theme, Typeface
from tests.emit.deck_samples import chart, place_chart


def plot(theme: Theme, kind: ChartKind, *values: float) -> Plot:
    categories = "|".join(f"c{place}" for place in range(len(values)))
    placed = place_chart("chart", chart(kind, categories, Series("s", values)))
    return Plot(placed, "fr-CA", format_code(placed, "fr-CA"), theme.faces[Typeface.BODY, False, False])


@pytest.mark.parametrize(
    ("kind", "values", "least", "most"),
    [
        (ChartKind.BAR, (76.0, 61.0), 0, 80),
        (ChartKind.COLUMN, (98.0, 94.0), 0, 120),
        (ChartKind.STACKED_BAR, (55.0, 100.0), 0, 100),
        (ChartKind.COLUMN, (-10.0, 30.0), -20, 40),
        (ChartKind.BAR, (0.0,), 0, 0.2),
    ],
)
def test_scale(theme: Theme, kind: ChartKind, values: tuple[float, ...], least: float, most: float) -> None:
    scale = make_scale(plot(theme, kind, *values))
    assert (scale.least, scale.most) == pytest.approx((least, most))


def test_a_line_far_from_zero_does_not_begin_there(theme: Theme) -> None:
    assert make_scale(plot(theme, ChartKind.LINE, 1000.0, 1010.0)).least > 900


def test_steps_are_those_of_the_scale(theme: Theme) -> None:
    assert make_scale(plot(theme, ChartKind.BAR, 76.0)).steps == [0, 20, 40, 60, 80]
