"""The source line with its carets."""

from __future__ import annotations

import pytest

from chevalet.report.frame import WIDEST, draw_frame, width_of
from chevalet.span import Span


def frame(line: str, start: int, end: int) -> tuple[str, str]:
    _, source, carets = draw_frame(line, Span("a.md", 5, start, 5, end))
    return source, carets


def test_carets_stand_under_the_span():
    assert frame("clé: valeur", 6, 12) == ("5 | clé: valeur", "  |      ^^^^^^")


def test_an_empty_span_gets_one_caret():
    assert frame("abc", 4, 4) == ("5 | abc", "  |    ^")
    assert frame("", 1, 1) == ("5 | ", "  | ^")


def test_a_span_beyond_the_line_stays_on_it():
    assert frame("abc", 9, 20) == ("5 | abc", "  |    ^")


def test_a_span_of_several_lines_goes_to_the_end_of_the_first():
    _, _, carets = draw_frame("::: notes", Span("a.md", 5, 1, 9, 4))
    assert carets == "  | ^^^^^^^^^"


@pytest.mark.parametrize(
    ("line", "carets"), [("日本 x", "  |      ^"), ("e\u0301té x", "  |     ^"), ("\tx", "  |     ^")]
)
def test_wide_combined_and_tab_characters_keep_carets_in_place(line, carets):
    place = line.index("x") + 1
    assert frame(line, place, place + 1)[1] == carets


def test_a_long_line_is_cut_around_its_span():
    line = "mot " * 100 + "ICI" + " mot" * 100
    source, carets = frame(line, 401, 404)
    assert width_of(source) <= WIDEST + len("5 | ") + 1
    assert source.startswith("5 | …")
    assert source.endswith("…")
    place = carets.index("^")
    assert (source[place : place + 3], carets.count("^")) == ("ICI", 3)


def test_the_margin_is_as_wide_as_the_number():
    empty, source, _ = draw_frame("x", Span("a.md", 120, 1, 120, 2))
    assert (empty, source) == ("    |", "120 | x")
