"""The contact sheet: one page, all slides numbered and named, sections to be seen."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from chevalet.emit.deck_pdf import emit_contact_sheet
from chevalet.emit.deck_pdf.sheet import lay_grid, shorten
from chevalet.measure.breaking import Breaker
from chevalet.model.deck import Deck, DeckSection
from chevalet.model.theme import Theme
from chevalet.units import Size, inches, points
from tests.emit.deck_pdf.structure import language, tags
from tests.emit.deck_samples import deck, placed, slide

LETTER = Size(inches(8.5), inches(11))


def many(theme: Theme, count: int) -> Deck:
    layout = theme.layouts["text"]
    made = [
        slide(f"a/{number}", "text", f"Idée {number}", placed(layout, "title", f"Idée {number}"))
        for number in range(1, count + 1)
    ]
    return deck(*made, sections=(DeckSection("Ouverture", 1), DeckSection("Les mythes tenaces", count - 1)))


def test_sixty_slides_stand_on_one_letter_page(theme: Theme) -> None:
    document = pypdfium2.PdfDocument(emit_contact_sheet(many(theme, 60), theme))
    (page,) = document
    assert page.get_size() == pytest.approx((612, 792))
    found = tags(page)
    assert [alt for kind, alt in found if kind == "Figure"] == [f"{number}. Idée {number}" for number in range(1, 61)]
    assert [kind for kind, _ in found if kind.startswith("H")] == ["H1", "H2", "H2"]
    text = page.get_textpage().get_text_range()
    assert "Les mythes tenaces" in text.replace("\r\n", " ")
    assert language(document) == "fr-CA"


def test_france_prints_on_a4(theme: Theme) -> None:
    french = replace(many(theme, 3), language="fr-FR")
    page = pypdfium2.PdfDocument(emit_contact_sheet(french, theme))[0]
    assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize(("slides", "columns"), [(1, 1), (12, 3), (60, 6), (230, 13)])
def test_thumbnails_are_as_large_as_the_page_allows(slides: int, columns: int) -> None:
    grid = lay_grid(slides, LETTER, Size(inches(13.333), inches(7.5)))
    assert grid.columns == columns
    last = grid.place(slides - 1)
    assert last.right <= LETTER.width - points(29)
    assert last.bottom <= LETTER.height - points(29)


def test_a_long_name_is_shortened(theme: Theme) -> None:
    breaker = Breaker(theme)
    assert shorten("Clôture", points(60), breaker) == "Clôture"
    short = shorten("Qu’est-ce que le web aujourd’hui, au juste", points(60), breaker)
    assert short.endswith("…")
    assert 8 < len(short) < 30


def test_everything_and_characters_no_face_has_are_printed(full_deck: Deck, theme: Theme) -> None:
    hostile = replace(full_deck, title='"#panic() <b> 🎉 e\u0301\u0323\u2011')
    assert emit_contact_sheet(hostile, theme) == emit_contact_sheet(hostile, theme)
