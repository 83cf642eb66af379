"""Columns: one size, headings above, figures inside, and what goes on once a column is full."""

from __future__ import annotations

import pytest

from chevalet.model.block import Blocks
from chevalet.model.deck import (
    Bullet,
    Deck,
    DeckSlide,
    PlacedChart,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from chevalet.units import Box
from tests.layout.layout_checks import faults, lost_or_repeated, paragraphs_of, text_of
from tests.layout.layout_samples import (
    Writer,
    chart,
    code,
    columns,
    container,
    items,
    lay_out,
    picture,
    said,
    slide,
    table,
    theme,
)

WRITER = Writer(1)
FEW = (WRITER.heading(3), items("un", "deux"))


def lay(*contents: Blocks, role: str = "") -> Deck:
    written = slide("Un titre", columns(*contents), role=role)
    deck, _ = lay_out(written)
    assert faults(deck) == lost_or_repeated(deck, [written]) == []
    return deck


def texts(page: DeckSlide) -> dict[str, list[str]]:
    """What each text of a page says, by its placeholder; what stands free is numbered."""
    found: dict[str, list[str]] = {}
    for item in page.items:
        if isinstance(item, PlacedText | PlacedShape):
            name = item.placeholder if isinstance(item, PlacedText) else f"free{len(found)}"
            found[name] = [text_of(paragraph) for paragraph in paragraphs_of(item)]
    return found


def boxes(page: DeckSlide, *names: str) -> list[Box]:
    return [item.box for item in page.items if isinstance(item, PlacedText) and item.placeholder in names]


def test_two_headed_columns_are_a_comparison_in_the_layouts_own_places() -> None:
    page = lay(FEW, (WRITER.heading(3), items("trois"))).slides[1]
    layout = theme().layouts["comparison"]
    assert page.layout == "comparison"
    assert boxes(page, "heading", "heading2") == [layout.placeholders[n].box for n in ("heading", "heading2")]
    assert boxes(page, "body", "body2") == [layout.placeholders[name].box for name in ("body", "body2")]
    order = [item.placeholder for item in page.items if isinstance(item, PlacedText)]
    assert order == ["title", "heading", "body", "heading2", "body2", "footer", "number"]


def test_columns_without_headings_stand_in_the_two_bodies() -> None:
    page = lay((said("a"), said("b")), (said("c"), said("d"))).slides[1]
    layout = theme().layouts["two-columns"]
    assert page.layout == "two-columns"
    assert boxes(page, "body", "body2") == [layout.placeholders[name].box for name in ("body", "body2")]


def test_all_columns_have_the_size_that_the_fullest_needs() -> None:
    page = lay((items("un"),), (Writer(1).bullets(7),)).slides[1]
    sizes = {p.size for item in page.items if item.box.y > 1_800_000 for p in paragraphs_of(item) if p.size > 1200}
    assert len(sizes) == 1
    assert sizes != {2400}


def test_a_column_takes_its_share_of_the_width() -> None:
    written = container(
        "columns", container("column", said("a"), said("b"), width="3"), container("column", said("c"), said("d"))
    )
    deck, _ = lay_out(slide("Un titre", written))
    wide, narrow = (box.width for box in boxes(deck.slides[1], "body", "body2"))
    assert wide == pytest.approx(3 * narrow, rel=0.01)


def test_three_columns_all_have_bullets_of_their_own() -> None:
    page = lay(*[(items("a", "b"),)] * 3).slides[1]
    bullets = {p.bullet for item in page.items if isinstance(item, PlacedShape) for p in paragraphs_of(item)}
    assert bullets == {Bullet.DISC}
    assert len([item for item in page.items if isinstance(item, PlacedShape)]) == 3


def test_figures_stand_in_their_column_with_their_source_below() -> None:
    page = lay((said("a"), picture(caption="Une légende")), (chart(3),), (table("a | b", "c | d"),)).slides[1]
    (drawn,) = [item for item in page.items if isinstance(item, PlacedPicture)]
    (plotted,) = [item for item in page.items if isinstance(item, PlacedChart)]
    (laid,) = [item for item in page.items if isinstance(item, PlacedTable)]
    assert drawn.box.right <= plotted.box.x < plotted.box.right <= laid.box.x
    below = {text_of(p): item.box for item in page.items if isinstance(item, PlacedShape) for p in paragraphs_of(item)}
    assert below["Une légende"].y >= drawn.box.bottom
    assert below["CEFRIO, 2018"].y >= plotted.box.bottom


def test_a_column_longer_than_the_other_goes_on_over_the_whole_width_under_its_heading() -> None:
    left = (WRITER.heading(3), Writer(2).bullets(20))
    deck = lay(left, FEW)
    first, *others = deck.slides[1:]
    assert first.layout == "comparison"
    assert {page.layout for page in others} <= {"text", "text-wide"}
    heading = texts(first)["heading"][0]
    assert texts(others[0])["body"][0] == heading


def test_two_long_columns_go_on_side_by_side() -> None:
    deck = lay((Writer(2).bullets(20),), (Writer(3).bullets(20),))
    pages = deck.slides[1:]
    assert len(pages) > 1
    assert all({"body", "body2"} <= set(texts(page)) for page in pages[:-1])


def test_what_a_column_holds_stays_in_its_order() -> None:
    left = (said("un"), table("deux | t", *["x | y"] * 9), said("trois"), code(30), said("quatre"))
    shown = [
        text for page in lay(left, FEW).slides for item in page.items for text in map(text_of, paragraphs_of(item))
    ]
    places = [shown.index(word) for word in ("un", "deux", "trois", "quatre")]
    assert places == sorted(places)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9])
def test_any_number_of_columns_is_placed(count: int) -> None:
    deck = lay(*[(Writer(number).heading(3), Writer(number).paragraph(12)) for number in range(count)])
    assert len(deck.slides) - 1 <= -(-count // 2)


def test_empty_columns_are_nothing() -> None:
    assert len(lay((), ()).slides) == 2
    assert len(lay((said("a"),), ()).slides) == 2


def test_blocks_beside_the_columns_stand_before_them() -> None:
    written = slide("Un titre", container("columns", said("avant"), container("column", said("a"), said("b"))))
    deck, _ = lay_out(written)
    assert faults(deck) == lost_or_repeated(deck, [written]) == []
    assert len(deck.slides) == 2


def test_a_text_before_columns_stays_on_their_page() -> None:
    written = slide("Un titre", said("Voici deux choses à retenir."), columns(FEW, (items("trois"),)), said("Voilà."))
    deck, _ = lay_out(written)
    assert len(deck.slides) == 2
    assert faults(deck) == lost_or_repeated(deck, [written]) == []


def test_headings_too_long_for_their_places_are_in_the_text() -> None:
    page = lay((WRITER.heading(40), items("un")), FEW).slides[1]
    assert page.layout == "two-columns"


def test_a_subheading_with_nothing_below_is_shown() -> None:
    lay((WRITER.heading(3),), (WRITER.heading(2),))
