"""LibreOffice opens the deck and loses nothing of it."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pptx
import pypdfium2
import pytest

from chevalet.model.deck import Deck
from chevalet.verify.words import expect
from tests.emit.office import convert

pytestmark = pytest.mark.usefixtures("needs_office")


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def printed(full_file: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    document = pypdfium2.PdfDocument(convert(full_file, "pdf", tmp_path_factory.mktemp("printed")))
    return [page.get_textpage().get_text_range() for page in document]


def test_each_word_is_printed_on_its_own_page(printed: list[str], full_deck: Deck) -> None:
    """The number is counted by LibreOffice, and a hidden slide is not printed."""
    assert len(printed) == len(full_deck.slides) - 1
    for page, slide in zip(printed, full_deck.slides, strict=False):
        lost = Counter(letters("".join(expect(slide).words[:-1]))) - Counter(letters(page))
        assert not lost, (slide.key, lost)


def test_charts_are_printed_with_their_labels_in_the_decks_language(printed: list[str]) -> None:
    pages = [page.replace("\u00a0", " ") for page in printed]
    assert "88,0 %" in pages[5]
    assert "21 800 h" in pages[10]
    assert "Recherche Google" in pages[13]
    assert "Téléphone" in pages[14]


def test_saved_again_it_still_has_its_text_notes_and_table(full_file: bytes, tmp_path: Path) -> None:
    again = pptx.Presentation(BytesIO(convert(full_file, "pptx", tmp_path)))
    assert again.slides[0].shapes.title.text == "Rien n’est gratuit"
    assert "Demander qui a payé" in again.slides[0].notes_slide.notes_text_frame.text
    table = next(shape for shape in again.slides[2].shapes if shape.has_table)
    assert (table.name, table.table.cell(1, 1).text) == ("Tableau – mythes#t1", "88\u00a0%")
    assert sum(shape.has_chart for slide in again.slides for shape in slide.shapes) == 10
