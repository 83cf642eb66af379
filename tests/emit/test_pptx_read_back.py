"""python-pptx reads back from a deck what the deck says."""

from __future__ import annotations

from io import BytesIO

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from chevalet.model.deck import Deck
from tests.emit.deck_of_everything import CHARTS
from tests.emit.package_assertions import P14, open_package


@pytest.fixture(scope="module")
def shown(full_file: bytes) -> Presentation:
    return pptx.Presentation(BytesIO(full_file))


def find(slide: Slide, name: str) -> BaseShape:
    return next(shape for shape in slide.shapes if shape.name.startswith(name))


def test_each_slide_has_its_title_in_the_title_placeholder(shown: Presentation, full_deck: Deck) -> None:
    titles = [slide.shapes.title.text for slide in shown.slides]
    assert titles[:2] == ["Rien n’est gratuit", "Des listes de toutes sortes"]
    assert titles[:-1] == [slide.title for slide in full_deck.slides[:-1]]


def test_the_body_holds_its_runs_in_order_with_their_looks(shown: Presentation) -> None:
    first = shown.slides[0].placeholders[1].text_frame.paragraphs[0]
    assert first.text == 'Gras italique barré2 code() accent english words & <signes> "droits" deux\vlignes'
    assert [run.font.bold for run in first.runs[:2]] == [True, None]
    assert first.runs[1].font.italic
    assert first.runs[4].font.name == "Consolas"
    assert {run.font.size.pt for run in first.runs} == {24.0}


def test_a_run_has_its_own_language_or_the_decks(shown: Presentation) -> None:
    runs = shown.slides[0].placeholders[1].text_frame.paragraphs[0].runs
    assert [runs[0]._r.rPr.get("lang"), runs[6]._r.rPr.get("lang")] == ["fr-CA", "en-CA"]


def test_a_placeholder_where_the_layout_put_it_says_no_place(shown: Presentation) -> None:
    assert shown.slides[0].shapes.title._element.spPr.xfrm is None


def test_links_lead_to_the_web_and_to_the_slide(shown: Presentation) -> None:
    slide = shown.slides[0]
    web, _, inside, _, nowhere = slide.placeholders[1].text_frame.paragraphs[1].runs
    assert web.hyperlink.address == "https://exemple.example/a%20b?c=%C3%A9&d=1"
    click = inside._r.rPr.hlinkClick
    assert click.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(click.rId) is shown.slides[2].part
    assert nowhere.hyperlink.address is None
    assert nowhere._r.rPr.hlinkClick is None


def test_notes_are_kept_with_their_bold_labels(shown: Presentation) -> None:
    assert [slide.has_notes_slide for slide in shown.slides][:3] == [True, True, False]
    frame = shown.slides[0].notes_slide.notes_text_frame
    assert frame.text == "Dire\u00a0: bonsoir à tous\nDemander qui a payé pour être vu."
    assert [run.font.bold for run in frame.paragraphs[0].runs] == [True, None, None]


def test_a_table_stands_in_its_placeholder_with_a_header_row(shown: Presentation) -> None:
    frame = next(shape for shape in shown.slides[2].placeholders if shape.has_table)
    cells = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert cells[0] == ["Plateforme", "Part", "Usage"]
    assert cells[2] == ["YouTube", "69\u00a0%", "Vidéos <longues>"]
    assert frame.table.first_row
    assert frame.height == sum(row.height for row in frame.table.rows)
    assert frame.table.cell(0, 0).text_frame.paragraphs[0].runs[0].font.bold is True
    assert frame.table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.bold is False


@pytest.mark.parametrize("number", range(len(CHARTS)))
def test_a_chart_stands_in_its_placeholder_with_its_values(shown: Presentation, number: int) -> None:
    drawn = CHARTS[number]
    chart = next(shape for shape in shown.slides[5 + number].placeholders if shape.has_chart).chart
    assert tuple(chart.plots[0].categories) == drawn.categories
    assert [(series.name, tuple(series.values)) for series in chart.series] == [
        (series.label, series.values) for series in drawn.series
    ]


def test_alt_texts_are_there_and_ornaments_say_that_they_are(shown: Presentation) -> None:
    def alt(shape: BaseShape) -> str:
        return shape._element.xpath(".//p:cNvPr")[0].get("descr")

    assert alt(find(shown.slides[2], "Tableau")) == "Trois plateformes"
    assert alt(find(shown.slides[3], "Schéma")) == "Trois étapes à la suite"
    assert alt(find(shown.slides[4], "Image")) == "Un carré bleu"
    assert alt(find(shown.slides[5], "Graphique")) == "Ce que montre le graphique"
    ornament = find(shown.slides[4], "Ornement")
    assert alt(ornament) == ""
    assert b"decorative" in ornament._element.xml.encode()


def test_drawn_shapes_are_shapes_lines_groups_and_text_boxes(shown: Presentation) -> None:
    kinds = [shape.shape_type for shape in shown.slides[3].shapes if not shape.is_placeholder]
    assert kinds == [MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.LINE, MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.TEXT_BOX]
    assert find(shown.slides[3], "Triangle").rotation == 90.0


def test_the_same_picture_is_stored_once_and_cropped(shown: Presentation, full_file: bytes) -> None:
    assert sum(name.startswith("ppt/media/") for name in open_package(full_file).parts) == 1
    picture = find(shown.slides[4], "Image")
    assert (picture.crop_top, picture.crop_bottom) == (0.12, 0.08)


def test_the_slide_number_is_a_field(shown: Presentation) -> None:
    number = next(each for each in shown.slides[0].placeholders if each.placeholder_format.idx == 22)
    assert number._element.xpath(".//a:fld/@type") == ["slidenum"]


def test_properties_carry_the_deck_and_no_date(shown: Presentation, full_file: bytes) -> None:
    core = shown.core_properties
    assert (core.title, core.subject, core.author, core.keywords) == ("Essai", "Un essai", "Chambre", "essai, chevalet")
    assert core.language == "fr-CA"
    parts = open_package(full_file).parts
    assert b"dcterms" not in parts["docProps/core.xml"]
    assert b'name="chevalet.source"' in parts["docProps/custom.xml"]


def test_tags_carry_the_key_and_the_hash_of_each_slide(full_file: bytes) -> None:
    tags = open_package(full_file).trees["ppt/tags/slideTag1.xml"]
    assert [(tag.get("name"), tag.get("val")) for tag in tags] == [
        ("CHEVALET_KEY", "mythes/texte"),
        ("CHEVALET_HASH", "hash-mythes/texte"),
    ]


def test_sections_share_the_slides_and_the_hidden_slide_is_hidden(shown: Presentation, full_file: bytes) -> None:
    sections = list(open_package(full_file).trees["ppt/presentation.xml"].iter(f"{P14}section"))
    assert [section.get("name") for section in sections] == ["Accueil", "Mythes & légendes"]
    assert [len(list(section.iter(f"{P14}sldId"))) for section in sections] == [2, 14]
    assert [slide._element.get("show") for slide in shown.slides] == [None] * 15 + ["0"]


def test_the_first_accent_of_the_theme_is_the_decks(full_file: bytes) -> None:
    theme = open_package(full_file).trees["ppt/theme/theme1.xml"]
    assert [color.get("val") for accent in theme.iter("{*}accent1") for color in accent] == ["0B5A78"]
