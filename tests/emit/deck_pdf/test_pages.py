"""A deck as PDF: a page a slide, tagged, titled, its links working, its letters in their boxes."""

from __future__ import annotations

import pypdfium2
import pytest

from chevalet.emit.deck_pdf import emit_deck_pdf
from chevalet.emit.deck_pdf.pages import write_files
from chevalet.model.deck import Deck, DeckSection, Run, TextParagraph
from chevalet.model.theme import Theme
from tests.emit.deck_pdf.structure import is_tagged, language, tags, targets
from tests.emit.deck_samples import deck, paragraph, placed, slide
from tests.layout import rendering
from tests.layout.hard_slides import hard_slides
from tests.layout.layout_samples import lay_out

HOSTILE = '<b>&amp; "#panic()" ] ) } \\ #{ $x$ *a* _b_ `c` // @d <s1> \x00\x07 ‑ ☐ 🎉 日本 fin'


@pytest.fixture(scope="module")
def document(full_deck: Deck, theme: Theme) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(emit_deck_pdf(full_deck, theme))


def kinds(page: pypdfium2.PdfPage) -> list[str]:
    return [kind for kind, _ in tags(page)]


def test_a_page_a_slide_as_large_as_it(document: pypdfium2.PdfDocument, full_deck: Deck) -> None:
    assert len(document) == len(full_deck.slides)
    assert document[0].get_size() == pytest.approx((960, 540), abs=0.1)


def test_it_says_its_title_and_language_and_is_tagged(document: pypdfium2.PdfDocument, full_deck: Deck) -> None:
    assert document.get_metadata_value("Title") == full_deck.title
    assert language(document) == "fr-CA"
    assert is_tagged(document)


def test_titles_are_headings_in_order(theme: Theme) -> None:
    made = [slide(f"a/{name}", "text", name) for name in ("Un", "Deux", "Trois")]
    sections = (DeckSection("A", 2), DeckSection("B", 1))
    document = pypdfium2.PdfDocument(emit_deck_pdf(deck(*made, sections=sections), theme))
    assert [(each.level, each.get_title()) for each in document.get_toc()] == [(0, "Un"), (1, "Deux"), (0, "Trois")]
    assert [kind for page in document for kind in kinds(page) if kind.startswith("H")] == ["H1", "H2", "H1"]


def test_a_table_a_list_a_drawing_and_a_picture_have_their_tags(
    document: pypdfium2.PdfDocument, full_deck: Deck
) -> None:
    pages = [tags(page) for page in document]
    table = next(page for page in pages if ("Table", "") in page)
    assert [kind for kind, _ in table].count("TH") == 3
    assert sum(("LI", "") in page for page in pages) >= 2
    alts = {alt for page in pages for kind, alt in page if kind == "Figure"}
    wanted = {item.alt for each in full_deck.slides for item in each.items if getattr(item, "chart", None)}
    assert wanted <= alts


def test_links_open_sites_and_slides(document: pypdfium2.PdfDocument) -> None:
    found = [target for page in document for target in targets(page, document)]
    assert any(target.startswith("http") for target in found)
    assert any(target.startswith("page ") for target in found)


def test_no_letter_leaves_its_box(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "RAISED", 0.667)
    made, _ = lay_out(*hard_slides(4)[1::3])
    assert rendering.overflows(made, emit_deck_pdf(made, theme)) == []


def test_hostile_text_is_text(theme: Theme) -> None:
    layout = theme.layouts["text"]
    body = placed(layout, "body", paragraph(HOSTILE), TextParagraph((Run("x", link='http://a.b/"#c'),), 2400))
    made = slide("a/b", "text", HOSTILE, placed(layout, "title", HOSTILE), body)
    text = pypdfium2.PdfDocument(emit_deck_pdf(deck(made), theme))[0].get_textpage().get_text_range()
    assert '#panic()"' in text
    assert text.count("fin") >= 2


def test_notes_are_not_in_it(theme: Theme) -> None:
    layout = theme.layouts["text"]
    made = slide("a/b", "text", "Titre", placed(layout, "title", "Titre"), notes=(paragraph("secret"),))
    assert not any("secret" in str(content) for content in write_files(deck(made), theme).values())


def test_same_bytes(full_deck: Deck, theme: Theme) -> None:
    assert emit_deck_pdf(full_deck, theme) == emit_deck_pdf(full_deck, theme)
