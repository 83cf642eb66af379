"""The deck of a whole build, judged by the programs that open it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest


@pytest.fixture
def deck(course) -> bytes:
    small = course()
    assert small.run("--quiet").returncode == 0
    return Path(small.trainer / "diapositives-1-essai.pptx").read_bytes()


def test_libreoffice_prints_every_slide_with_its_words(deck, office_pdf):
    document = pypdfium2.PdfDocument(office_pdf(deck))
    pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == 3
    assert "L’essai" in pages[0]
    assert "Un point, en peu de mots" in pages[-1]


def test_the_sdk_finds_nothing_to_say(deck, sdk_errors):
    assert sdk_errors(deck) == []
