"""Titles: unique, marked on the pages that go on, pushing the content down, shortened when nothing else helps."""

from __future__ import annotations

import pytest

from chevalet.model.block import Break
from chevalet.model.deck import Deck, PlacedText
from chevalet.model.inline import Code, Text
from chevalet.units import Box, points
from tests.layout.hard_slides import LONG_TITLE
from tests.layout.layout_checks import faults, paragraphs_of, shown_texts, text_of
from tests.layout.layout_samples import SPAN, Writer, container, items, lay_out, said, slide, theme


def titles(deck: Deck) -> list[str]:
    return [each.title for each in deck.slides[1:]]


def box_of(deck: Deck, name: str, number: int = 1) -> Box:
    (found,) = [i for i in deck.slides[number].items if isinstance(i, PlacedText) and i.placeholder == name]
    return found.box


def test_the_pages_that_go_on_say_so_and_are_counted() -> None:
    deck, _ = lay_out(slide("Trop", Writer(1).bullets(60)))
    assert titles(deck)[:3] == ["Trop", "Trop (suite)", "Trop (suite\u00a02)".replace("\u00a0", " ")]
    assert [each.key for each in deck.slides[1:4]] == ["m/s", "m/s~2", "m/s~3"]


def test_namesakes_are_numbered_and_their_pages_too() -> None:
    deck, _ = lay_out(
        slide("Même titre", Writer(1).bullets(20), key="m/a"),
        slide("même  titre", Writer(1).bullets(20), key="m/b"),
        slide("Même titre (suite)", said("x"), key="m/c"),
    )
    assert len({title.casefold() for title in titles(deck)}) == len(titles(deck))
    assert titles(deck)[0] == "Même titre"
    assert titles(deck)[2] == "même titre (2)"


def test_a_slide_without_title_has_one() -> None:
    deck, _ = lay_out(slide("", said("a"), key="m/a"), slide("", said("b"), key="m/b"))
    assert titles(deck) == ["Sans titre", "Sans titre (2)"]


def test_a_title_is_set_in_the_face_of_headings_but_for_its_code() -> None:
    written = slide("x", said("a"), said("b"))
    title = (Text("Ouvrir "), Code("index.html"))
    deck, _ = lay_out(type(written)(**{**{n: getattr(written, n) for n in written.__slots__}, "title": title}))
    (paragraph,) = paragraphs_of(deck.slides[1].items[0])
    assert [run.typeface.value for run in paragraph.runs] == ["heading", "code"]


def test_content_begins_lower_by_what_a_title_needs() -> None:
    short, long = (lay_out(slide(title, said("a"), said("b")))[0] for title in ("Court", LONG_TITLE))
    title = box_of(long, "title")
    assert box_of(short, "body") == theme().layouts["text"].placeholders["body"].box
    assert title.height > theme().layouts["text"].placeholders["title"].box.height
    gap = box_of(short, "body").y - box_of(short, "title").bottom
    assert box_of(long, "body").y - title.bottom == gap
    assert box_of(long, "body").bottom == box_of(short, "body").bottom


def test_a_panel_does_not_move_with_the_title_beside_it() -> None:
    activity = container("activity", items("a", "b"), minutes="8", group="pairs")
    short, long = (lay_out(slide(title, activity))[0] for title in ("Court", LONG_TITLE))
    for name in ("numeral", "heading"):
        assert box_of(short, name) == box_of(long, name)
    assert box_of(long, "body").y > box_of(short, "body").y


def test_the_agendas_table_does_not_move_with_the_title_beside_it() -> None:
    deck, _ = lay_out(slide(LONG_TITLE[:90], said("Un mot"), role="agenda"), segments=5)
    assert faults(deck) == []
    assert box_of(deck, "body").y >= box_of(deck, "title").bottom


def test_the_mark_of_continuation_has_its_room_kept() -> None:
    """A title that just fills its lines needs one more with its mark: no page may let it meet the content."""
    for length in range(70, 110):
        deck, _ = lay_out(slide("m" + "o" * 3 + " un mot" * (length // 7) + "i" * (length % 7), Writer(1).bullets(25)))
        assert faults(deck) == []


def test_a_title_beyond_all_measure_is_an_error_and_its_end_the_first_words_of_the_slide() -> None:
    deck, diagnostics = lay_out(slide(LONG_TITLE * 4, said("a")))
    assert [diagnostic.code for diagnostic in diagnostics] == ["title-cannot-fit"]
    assert faults(deck) == []
    title = titles(deck)[0]
    assert title.endswith("…")
    left = shown_texts(deck)["m/s"][0]
    assert (title[:-1].strip() + " " + left).split() == (LONG_TITLE * 4).split()


def test_a_title_of_one_endless_word_is_cut_all_the_same() -> None:
    deck, diagnostics = lay_out(slide("x" * 3000, said("a")))
    assert [diagnostic.code for diagnostic in diagnostics] == ["title-cannot-fit"]
    assert faults(deck) == []


@pytest.mark.parametrize(("chamber", "is_short"), [("Chambre de commerce", True), ("Chambre de commerce " * 9, False)])
def test_a_footer_stays_on_its_line(chamber: str, is_short: bool) -> None:
    deck, _ = lay_out(slide("a", said("b")), chamber=chamber)
    (footer,) = [i for i in deck.slides[1].items if isinstance(i, PlacedText) and i.placeholder == "footer"]
    assert faults(deck) == []
    assert text_of(next(paragraphs_of(footer))).endswith("web" if is_short else "…")
    assert footer.box.height < points(25)


def test_every_slide_has_its_number() -> None:
    deck, _ = lay_out(slide("a", said("b"), Break(SPAN), said("c")))
    numbers = [
        text_of(next(paragraphs_of(item)))
        for each in deck.slides
        for item in each.items
        if isinstance(item, PlacedText) and item.placeholder == "number"
    ]
    assert numbers == ["1", "2", "3"]
