"""A character that no face has is said with its place, and the document is made without it."""

from __future__ import annotations

import pytest

from chevalet.diagnostics import diagnostic
from chevalet.emit.pdf import emit_pdf
from chevalet.model.block import Paragraph, Picture
from chevalet.model.flow import Drawing, Heading
from chevalet.model.inline import Link, Strong
from chevalet.span import Span
from tests.emit.deck_samples import png, real_theme
from tests.emit.flow_samples import HERE, flow, says, text
from tests.emit.pdf_reading import read_text

THERE = Span("modules/1-essai/b.md", 7, 3, 7, 9)


def missing(character: str, span: Span) -> object:
    point = f"U+{ord(character):04X}"
    return diagnostic("missing-glyph", span, character=character, point=point, document="workbook")


def test_each_place_of_a_missing_character_is_said_once() -> None:
    blocks = (
        says("Un café ☕ ☕ et du thé 茶"),
        Paragraph((Strong((Link(text("Un autre ☕"), "https://exemple.example", THERE),)),), HERE),
        Heading(1, text("Sans lieu 😀")),
    )
    content, diagnostics = emit_pdf(flow(*blocks), real_theme())
    assert set(diagnostics) == {
        missing("☕", HERE),
        missing("茶", HERE),
        missing("☕", THERE),
        missing("😀", Span("")),
    }
    assert len(diagnostics) == 4
    shown = read_text(content)
    assert "☕" not in shown
    assert "Un café" in shown
    assert "et du thé" in shown


def test_a_missing_character_of_a_drawing_is_said() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text font-family='Carlito'>☕</text></svg>"
    _, diagnostics = emit_pdf(flow(Drawing(svg.encode(), "Un café")), real_theme())
    assert diagnostics == (missing("☕", Span("")),)


@pytest.mark.parametrize(
    "written", ["a\u00a0b", "a\u202f!", "porte\u2011clé", "a\u00adb", "\u200b\ufeff", "e\ufe0f", "5\u2009%"]
)
def test_spaces_and_marks_that_are_not_drawn_need_no_face(written: str) -> None:
    assert emit_pdf(flow(says(written)), real_theme())[1] == ()


@pytest.mark.parametrize(
    "written", ["œ Œ æ ÿ Ÿ", "« » “ ” ‘ ’ …", "– — − × ÷ ±", "€ $ £ ¢", "½ ¼ ¾ ² ³ ª º №", "Łódź Đặng İzmir"]
)
def test_what_french_is_printed_with_is_in_the_faces(written: str) -> None:
    assert emit_pdf(flow(says(written)), real_theme())[1] == ()


def test_a_mark_apart_from_its_letter_is_drawn_with_it_or_not_at_all() -> None:
    words = "e\u0301 q\u0323"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text font-family='Carlito'>{words}</text></svg>"
    assert emit_pdf(flow(Drawing(svg.encode(), "Un café")), real_theme())[1] == ()


def test_what_is_heard_only_needs_no_face() -> None:
    picture = Picture("a.png", "Un café ☕", HERE, data=png())
    assert emit_pdf(flow(picture), real_theme())[1] == ()
