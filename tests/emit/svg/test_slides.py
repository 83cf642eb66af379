"""Slides as SVG: well formed, whole, in reading order, inside their boxes, always the same."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from chevalet.emit.svg import draw_slide, draw_slides
from chevalet.model.deck import Deck, DeckSlide, PlacedChart, PlacedPicture
from chevalet.model.theme import Theme
from tests.emit.deck_samples import deck, paragraph, placed, png, slide
from tests.emit.deck_words import print_drawings, squeeze, words_of
from tests.layout import rendering
from tests.layout.hard_slides import hard_slides
from tests.layout.layout_samples import lay_out

NAMESPACE = "{http://www.w3.org/2000/svg}"
LARGEST = 15_000
BULLETS = "–•"
HOSTILE = "<script>alert('&')</script> ]]> \" #panic() $x$ \\u{0} *a* // @b \x00\x08\ud800 fin"


@pytest.fixture(scope="module")
def hard_deck() -> Deck:
    return lay_out(*hard_slides(3)[::3])[0]


def texts(drawing: bytes) -> list[Element]:
    return list(fromstring(drawing).iter(f"{NAMESPACE}text"))


def shown(drawing: bytes) -> str:
    """The characters of a drawing in the order of its elements, without bullets."""
    found = ["".join(text.itertext()) for text in texts(drawing)]
    return squeeze("".join(each for each in found if each not in BULLETS))


def one_slide(theme: Theme, *paragraphs: object) -> tuple[Deck, DeckSlide]:
    layout = theme.layouts["text"]
    made = slide("a/b", "text", "Titre", placed(layout, "title", "Titre"), placed(layout, "body", *paragraphs))
    return deck(made), made


def test_every_word_stands_in_reading_order(hard_deck: Deck, theme: Theme) -> None:
    for each, drawing in zip(hard_deck.slides, draw_slides(hard_deck, theme), strict=True):
        has_chart = any(isinstance(item, PlacedChart) for item in each.items)
        if not has_chart and each.layout != "quote":  # labels and a guillemet are words of their own
            words = squeeze("".join(words_of(each.items))).replace("\u2011", "-")
            assert squeeze(shown(drawing)).replace("\u2011", "-") == words, each.key


def test_no_letter_leaves_its_box(hard_deck: Deck, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "RAISED", 2 / 3)
    monkeypatch.setattr(rendering, "SIZE_TOLERANCE", 1000)  # pdfium gives the size before it is scaled
    pdf = print_drawings(list(draw_slides(hard_deck, theme)), hard_deck, theme)
    outside = [fault for fault in rendering.overflows(hard_deck, pdf) if "outside" in fault]
    assert outside == []


def test_a_deck_of_everything_is_drawn(full_deck: Deck, theme: Theme) -> None:
    drawings = list(draw_slides(full_deck, theme))
    assert len(drawings) == len(full_deck.slides)
    for each, drawing in zip(full_deck.slides, drawings, strict=True):
        assert fromstring(drawing).findtext(f"{NAMESPACE}title") == each.title
        if not any(isinstance(item, PlacedPicture) for item in each.items):
            assert len(drawing) < LARGEST


def test_a_chart_shows_its_categories_and_values(full_deck: Deck, theme: Theme) -> None:
    drawing = shown(list(draw_slides(full_deck, theme))[5])
    for word in ("Facebook", "88,0%", "TikTok", "22,5%"):
        assert word in drawing


def test_hostile_text_is_text(theme: Theme) -> None:
    made, own = one_slide(theme, paragraph(HOSTILE))
    drawing = draw_slide(made, own, theme)
    assert "<script>alert('&')</script>" in " ".join("".join(text.itertext()) for text in texts(drawing))
    assert b"<script" not in drawing


def test_same_bytes_alone_or_together(full_deck: Deck, theme: Theme) -> None:
    together = list(draw_slides(full_deck, theme))
    assert list(draw_slides(full_deck, theme)) == together
    assert draw_slide(full_deck, full_deck.slides[3], theme) == together[3]


def test_a_picture_is_in_the_drawing_once_with_its_text(theme: Theme) -> None:
    box = theme.layouts["full-picture"].placeholders["picture"].box
    picture = PlacedPicture("picture", box, "Image 1", "Un marché & ses étals", False, png(), (25_000, 0, 25_000, 0))
    made = slide("a/b", "full-picture", "Titre", picture)
    root = fromstring(draw_slide(deck(made), made, theme))
    (image,) = root.iter(f"{NAMESPACE}image")
    assert (image.get("href") or "").startswith("data:image/png;base64,")
    assert float(image.get("width") or 0) == pytest.approx(2 * box.width / 12_700, abs=0.01)
    assert [title.text for title in root.iter(f"{NAMESPACE}title")] == ["Titre", "Un marché & ses étals"]


def test_the_accent_is_the_deck_s(theme: Theme) -> None:
    made, own = one_slide(theme, "Texte")
    drawing = draw_slide(made, own, theme).decode()
    assert made.accent in drawing
    assert f'fill="#{theme.accents[2]}"' not in drawing
