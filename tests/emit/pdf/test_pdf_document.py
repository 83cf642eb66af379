"""A document as PDF: every word of its flow, its sheet, its properties, its feet, its links; the same bytes twice."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace

from chevalet.emit.pdf import emit_pdf
from chevalet.model.flow import Contents, Cover, Flow, Heading, PageBreak, Paper
from chevalet.model.inline import Link
from tests.emit.deck_samples import real_theme
from tests.emit.flow_samples import HERE, everything, flow, says, text, words_of
from tests.emit.pdf_reading import read_text, read_words

POINTS = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89), Paper.A3: (841.89, 1190.55)}


def make(made: Flow) -> bytes:
    content, diagnostics = emit_pdf(made, real_theme())
    assert diagnostics == ()
    return content


@pytest.mark.parametrize("is_large", [False, True])
def test_every_word_of_the_flow_is_in_the_document(is_large: bool) -> None:
    sample = everything(is_large=is_large)
    read = read_words(make(sample))
    assert set(words_of(sample)) <= set(read)


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_have_the_size_of_the_sheet(paper: Paper) -> None:
    document = pdfium.PdfDocument(make(flow(says("Bonsoir"), PageBreak(), says("Fin"), paper=paper)))
    sizes = [document[number].get_size() for number in range(len(document))]
    assert len(sizes) == 3
    assert all(size == pytest.approx(POINTS[paper], abs=0.1) for size in sizes)


def test_properties_name_the_document_its_publisher_and_its_language_and_no_time() -> None:
    content = make(flow(says("Bonsoir")))
    properties = pdfium.PdfDocument(content).get_metadata_dict()
    assert properties["Title"] == "Les médias sociaux, sans s’y perdre"
    assert properties["Author"] == "Chambre de commerce de Sept-Îles"
    assert (properties["CreationDate"], properties["ModDate"]) == ("", "")
    assert b"/Lang(fr-CA)" in content
    assert b"pdfuaid:part" in content


def test_a_document_in_english_says_so() -> None:
    assert b"/Lang(en-CA)" in make(replace(flow(says("Good evening")), language="en-CA"))


def test_each_page_but_a_whole_cover_bears_its_number_of_how_many() -> None:
    document = pdfium.PdfDocument(make(flow(says("Un"), PageBreak(), says("Deux"))))
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    assert [re.findall(r"\d+ / \d+", page) for page in texts] == [[], ["2 / 3"], ["3 / 3"]]


def test_a_cover_may_be_the_head_of_the_first_page() -> None:
    document = pdfium.PdfDocument(make(flow(says("Un"), is_whole_page=False)))
    assert len(document) == 1
    page = document[0].get_textpage().get_text_range()
    assert page.index("sans s’y perdre") < page.index("Côte-Nord") < page.index("Un\r\n")


def test_an_empty_document_has_a_page() -> None:
    bare = replace(flow(is_whole_page=False), cover=Cover(False), subtitle=(), running=())
    assert len(pdfium.PdfDocument(make(bare))) == 1


def test_links_lead_to_the_web_and_to_headings_and_never_nowhere() -> None:
    def link(target: str) -> Link:
        return Link(text(target), target, HERE)

    targets = (
        "https://exemple.example/a b?c=é&d=1",
        "mailto:a@exemple.example",
        "#mythes",
        "#absente",
        "javascript:alert(1)",
        "",
    )
    paragraph = replace(says(""), inlines=tuple(map(link, targets)))
    heading = Heading(1, text("Mythes"), "mythes")
    content = make(flow(paragraph, heading, heading, is_whole_page=False))
    assert content.count(b"/Subtype/Link") == 3
    assert b"(https://exemple.example/a%20b?c=%C3%A9&d=1)" in content
    assert b"(mailto:a@exemple.example)" in content


def test_contents_list_headings_to_their_depth_and_not_their_own_title() -> None:
    headings = [Heading(level, text(f"Titre {level}")) for level in (1, 2, 3)]
    content = make(flow(Heading(1, text("Sommaire")), Contents(2), PageBreak(), *headings))
    page = pdfium.PdfDocument(content)[1].get_textpage().get_text_range()
    assert page.count("Sommaire") == 1
    assert re.findall(r"Titre \d", page) == ["Titre 1", "Titre 2"]


def test_the_same_flow_gives_the_same_bytes_whatever_was_made_between() -> None:
    first = make(everything())
    make(everything(is_large=True))
    assert make(everything()) == first


def test_large_print_sets_all_text_in_eighteen_points_at_least() -> None:
    page = pdfium.PdfDocument(make(everything(is_large=True)))[2]
    raw = pdfium.raw
    characters = page.get_textpage()
    sizes = {
        round(raw.FPDFText_GetFontSize(characters.raw, place), 1)
        for place in range(characters.count_chars())
        if characters.get_text_range(place, 1).strip() and not raw.FPDFText_IsGenerated(characters.raw, place)
    }
    # The note's number, raised, and the running foot.
    assert min(sizes - {12.2, 14.0}) >= 18.0


def test_text_of_any_language_code_is_taken() -> None:
    assert "Bonsoir" in read_text(make(replace(flow(says("Bonsoir")), language="fr")))
