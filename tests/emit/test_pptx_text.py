"""What is written of a paragraph: what the reader of the file could not know otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chevalet.emit import emit
from chevalet.model.deck import Align, Bullet, Geometry, PlacedShape, Run, TextParagraph
from chevalet.model.theme import Theme, Typeface
from chevalet.units import Box
from chevalet.verify import verify
from tests.emit.deck_of_everything import CHARTS
from tests.emit.deck_samples import deck, paragraph, place_chart, placed, real_theme, slide
from tests.emit.package_assertions import check_package, open_package


def body_xml(*paragraphs: TextParagraph) -> str:
    """What stands in the body of a slide that holds these paragraphs."""
    theme = real_theme()
    content, _ = emit(deck(slide("a/b", "text", "Titre", placed(theme.layouts["text"], "body", *paragraphs))), theme)
    xml = open_package(content).parts["ppt/slides/slide1.xml"].decode()
    return xml.split('idx="1"', 1)[1].split("</p:txBody>", 1)[0]


def test_a_first_level_bullet_is_left_to_the_layout() -> None:
    first = real_theme().levels[0]
    xml = body_xml(paragraph("x", bullet=Bullet.INHERIT, margin=first.margin, indent=first.indent, space_before=960))
    assert "marL" not in xml
    assert "<a:bu" not in xml
    assert '<a:spcBef><a:spcPts val="960"/></a:spcBef>' in xml


def test_a_plain_paragraph_of_a_bulleted_body_says_it_has_no_bullet() -> None:
    xml = body_xml(paragraph("x"))
    assert '<a:pPr marL="0" indent="0">' in xml
    assert "<a:buNone/>" in xml


def test_alignment_and_line_spacing_are_written_when_they_differ() -> None:
    xml = body_xml(paragraph("x", align=Align.RIGHT, line_spacing=90))
    assert 'algn="r"' in xml
    assert '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>' in xml


def test_numbers_that_follow_one_another_are_one_list() -> None:
    """PowerPoint counts again after an edit only when all the paragraphs give the same start."""
    items = [paragraph(str(n), bullet=Bullet.NUMBER, start=n) for n in (4, 5, 6)]
    assert re.findall(r'startAt="(\d+)"', body_xml(*items)) == ["4", "4", "4"]


def test_a_deeper_list_does_not_break_the_outer_count_but_a_paragraph_does() -> None:
    def number(start: int, level: int = 0) -> TextParagraph:
        return paragraph("x", bullet=Bullet.NUMBER, start=start, level=level)

    items = (number(2), number(7, 1), number(3), number(7, 1), paragraph("x"), number(4))
    assert re.findall(r'startAt="(\d+)"', body_xml(*items)) == ["2", "7", "2", "7", "4"]


def test_a_face_is_written_when_it_is_not_the_placeholders() -> None:
    runs = (Run("a"), Run("b", typeface=Typeface.HEADING), Run("c", typeface=Typeface.CODE))
    assert re.findall(r'<a:latin typeface="([^"]+)"/>', body_xml(TextParagraph(runs, 2400))) == ["+mj-lt", "Consolas"]


def test_an_empty_run_is_nothing_and_an_empty_body_is_an_empty_paragraph() -> None:
    assert "<a:r>" not in body_xml(TextParagraph((Run(""),), 2400))
    assert body_xml().count('<a:p><a:endParaRPr lang="fr-CA"/></a:p>') == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("bell\x07, nul\x00, alone\ud800, none\uffff", "bell, nul, alone, none"),
        ("&amp; stays", "&amp;amp; stays"),
        ("emoji 😀 and U+00A0\u00a0!", "emoji 😀 and U+00A0\u00a0!"),
    ],
)
def test_characters_xml_cannot_hold_never_reach_it(text: str, written: str) -> None:
    assert f"<a:t>{written}</a:t>" in body_xml(paragraph(text))


anything = st.text(st.characters(codec=None), max_size=40)


@settings(deadline=None, max_examples=100, derandomize=True)
@example(text="", alt="\x08", link="")
@given(text=anything, alt=anything, link=anything)
def test_any_text_anywhere_makes_a_sound_file_that_holds_it(text: str, alt: str, link: str) -> None:
    theme: Theme = real_theme()
    layout = theme.layouts["chart"]
    drawn = replace(CHARTS[1], categories=(text, "b", "c"), unit=alt)
    figure = replace(place_chart("chart", drawn), name=text, alt=alt)
    linked = TextParagraph((Run(text, link=link), Run(alt, bold=True)), 1800)
    body = placed(layout, "body", linked)
    shape = PlacedShape(alt, Geometry.RECTANGLE, Box(0, 0, 914400, 914400), alt=text, body=body.body)
    held = replace(slide("a/b", "chart", text or "x", body, figure, shape), notes=(linked,))
    made = deck(held, title=text, author=alt)
    made = replace(made, slides=(replace(made.slides[0], key=text, source_hash=alt),))
    content, _ = emit(made, theme)
    assert verify(content, made)[1] == ()
    assert check_package(content) == []
