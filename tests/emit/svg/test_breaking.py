"""Lines as they are drawn: the characters of the paragraph, over no more lines than were counted."""

from __future__ import annotations

import pytest

from chevalet.layout.ruler import Ruler
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import Run, TextParagraph
from chevalet.model.theme import Theme, Typeface
from chevalet.units import inches

LONG = "Mesurer la clientèle peut-être, avec rendez-vous « bonjour » : 45 % des marchés, aujourd’hui. " * 3


def joined(lines: tuple[tuple[tuple[Run, str], ...], ...]) -> str:
    return "".join(text for line in lines for _, text in line)


@pytest.mark.parametrize("width", [0.4, 1.1, 2.3, 3.7, 9.0])
@pytest.mark.parametrize(
    "runs",
    [
        (Run(LONG),),
        (Run("Un "), Run("gras", bold=True), Run("sé, "), Run(LONG, italic=True)),
        (Run("intergouvernementalisation" * 4),),
        (Run("https://exemple.ca/" + "chemin/" * 20, typeface=Typeface.CODE),),
        (Run("日本語のテキストはここにあります、かなと漢字が交ざっています。"),),
        (Run("une\n\ndeux lignes\n"), Run("trois")),
        (Run("  deux  espaces  partout  ; ? !"),),
    ],
)
def test_lines_hold_all_characters_and_are_no_more_than_counted(
    theme: Theme, runs: tuple[Run, ...], width: float
) -> None:
    paragraph = TextParagraph(runs, 2400, margin=inches(0.1))
    lines = Breaker(theme).break_paragraph(paragraph, inches(width))
    text = "".join(run.text for run in runs)
    assert "".join(joined(lines).split()) == "".join(text.split())
    assert len(lines) <= Ruler(theme).lines(paragraph, inches(width))


def test_a_line_break_is_where_the_line_is_full(theme: Theme) -> None:
    lines = Breaker(theme).break_paragraph(TextParagraph((Run("aaaa bbbb cccc"),), 2400), inches(1.7))
    assert [joined((line,)) for line in lines] == ["aaaa bbbb", "cccc"]


def test_nothing_is_one_empty_line(theme: Theme) -> None:
    assert Breaker(theme).break_paragraph(TextParagraph((), 2400), inches(1)) == ((),)
