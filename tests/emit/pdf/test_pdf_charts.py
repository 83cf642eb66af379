"""Charts of documents: the colours of the decks, readable in grey; labels as the language writes numbers."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from msgspec.structs import replace

from chevalet.emit.palette import color_document
from chevalet.emit.pdf import emit_pdf
from chevalet.emit.pdf.shades import is_dark, shade_marks
from chevalet.model.block import ChartBlock
from chevalet.model.color import contrast, relative_luminance
from chevalet.model.diagram import Chart, ChartKind, Series
from chevalet.model.theme import Color
from tests.emit.deck_samples import real_theme
from tests.emit.flow_samples import CHARTS, chart, flow
from tests.emit.pdf_reading import read_text, read_words

COLORS = color_document(flow(), real_theme())


def chart_of(block: ChartBlock) -> Chart:
    assert isinstance(block.chart, Chart)
    return block.chart


def shades(block: ChartBlock) -> list[list[str]]:
    return shade_marks(chart_of(block), COLORS)


def text_of(*blocks: ChartBlock, is_large: bool = False) -> str:
    # Pdfium reads a space that does not break as any other.
    return read_text(emit_pdf(flow(*blocks, is_large=is_large), real_theme())[0]).replace("\u00a0", " ")


def test_one_highlighted_bar_has_the_accent_and_the_others_one_quiet_tint() -> None:
    (marks,) = shades(CHARTS[0])
    assert marks[0] == COLORS[Color.ACCENT]
    assert len(set(marks[1:])) == 1
    assert relative_luminance(marks[1]) > 3 * relative_luminance(marks[0])


def test_a_highlighted_series_has_the_accent_throughout() -> None:
    marks = shades(CHARTS[1])
    assert set(marks[1]) == {COLORS[Color.ACCENT]}
    assert COLORS[Color.ACCENT] not in (*marks[0], *marks[2])


@pytest.mark.parametrize("block", [CHARTS[2], CHARTS[7]])
def test_pieces_that_touch_are_told_apart_in_grey(block: ChartBlock) -> None:
    marks = shades(block)
    pieces = [row[0] for row in marks] if len(marks) > 1 else marks[0]
    assert all(contrast(first, second) > 1.5 for first, second in pairwise(pieces))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_three_colours_of_any_workshop_are_told_apart_in_grey(number: int) -> None:
    colors = color_document(replace(flow(), number=number), real_theme())
    shades = [row[0] for row in shade_marks(chart_of(CHARTS[2]), colors)][:3]
    assert all(contrast(first, second) > 1.75 for first, second in combinations(shades, 2))


@pytest.mark.parametrize("block", CHARTS)
def test_words_on_a_mark_are_readable(block: ChartBlock) -> None:
    for color in {color for row in shades(block) for color in row}:
        assert contrast(color, "FFFFFF" if is_dark(color) else COLORS[Color.INK]) >= 3.0


def test_each_value_is_on_its_mark_and_in_the_table() -> None:
    assert text_of(CHARTS[0]).count("77 %") == 2


def test_numbers_are_written_as_the_language_does() -> None:
    shown = text_of(CHARTS[4])
    assert shown.count("15 400 visites") == 2


def test_a_missing_value_is_said_in_the_table() -> None:
    assert "non disponible" in text_of(CHARTS[1])


def test_every_series_is_named_on_the_drawing_and_in_the_table() -> None:
    content, _ = emit_pdf(flow(CHARTS[5]), real_theme())
    words = read_words(content)
    assert (words["Facebook"], words["Instagram"]) == (2, 2)


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("is_large", [False, True])
def test_odd_values_are_drawn_all_the_same(kind: ChartKind, is_large: bool) -> None:
    odd = (
        chart(kind, "Seule", Series("Rien", (None,))),
        chart(kind, "Seule", Series("Zéro", (0.0,))),
        chart(kind, "Perte|Gain", Series("Écart", (-3.5, 4.0)), Series("Autre", (0.0, 1e9)), unit=""),
        chart(kind, "|".join(f"Catégorie au nom passablement long {n}" for n in range(18)), Series("S", (1.0,) * 18)),
    )
    assert "Catégorie au nom passablement long 17" in " ".join(text_of(*odd, is_large=is_large).split())
