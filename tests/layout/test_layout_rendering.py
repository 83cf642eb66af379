"""Hard slides as LibreOffice shows them: no letter outside its box, off the page, twice or missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from chevalet.emit import emit
from tests.layout.hard_slides import hard_slides
from tests.layout.layout_checks import faults, lost_or_repeated
from tests.layout.layout_samples import lay_out, theme
from tests.layout.rendering import overflows

SEED = 1


def test_hard_slides_fit_and_are_whole() -> None:
    slides = hard_slides(SEED)
    assert len(slides) >= 40
    deck, diagnostics = lay_out(*slides, segments=26, sources=40)
    assert faults(deck) == []
    # The first words of a title too long for any slide are its own, the others are the slide's.
    whole = [each for each in slides if each.layout != "agenda" and each.key != "m/s10"]
    assert lost_or_repeated(deck, whole) == []
    assert sorted({diagnostic.code for diagnostic in diagnostics}) == [
        "chart-as-table",
        "notes-too-long",
        "table-cannot-fit",
        "title-cannot-fit",
        "word-cannot-fit",
    ]


@pytest.mark.parametrize("part", range(4))
def test_no_letter_leaves_its_box(part: int, office_pdf: Callable[[bytes], bytes]) -> None:
    deck, _ = lay_out(*hard_slides(SEED)[part::4], segments=26, sources=40)
    content, diagnostics = emit(deck, theme())
    assert diagnostics == ()
    assert overflows(deck, office_pdf(content)) == []


def test_a_fault_would_be_seen(office_pdf: Callable[[bytes], bytes]) -> None:
    """LibreOffice shrinks the texts of a deck measured with letters two thirds as wide as they are."""
    faces = {
        key: replace(face, advances={code: width * 2 // 3 for code, width in face.advances.items()})
        for key, face in theme().faces.items()
    }
    deck, _ = lay_out(*hard_slides(SEED)[:12], measured=replace(theme(), faces=faces))
    content, _ = emit(deck, theme())
    assert any("shown at" in fault for fault in overflows(deck, office_pdf(content)))
