"""A deck that holds one of everything is valid, under our theme and under somebody else's template."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from msgspec.structs import replace

from chevalet.emit import emit
from chevalet.model.deck import Bullet, PlacedText, TextBody
from chevalet.model.theme import Color, Layout, Placeholder, Theme, Typeface
from chevalet.units import Box
from tests.emit.deck_of_everything import CHARTS, everything
from tests.emit.deck_samples import NO_INSETS, deck, paragraph, place_chart, real_theme, slide
from tests.emit.package_assertions import check_package, open_package

Judge = Callable[[bytes], list[str]]


def test_one_of_everything_has_no_fault_of_ours(full_file: bytes) -> None:
    assert check_package(full_file) == []


def test_one_of_everything_has_no_sdk_error(full_file: bytes, sdk_errors: Judge) -> None:
    assert sdk_errors(full_file) == []


def test_a_deck_without_slides_is_valid(theme: Theme, sdk_errors: Judge) -> None:
    content, _ = emit(deck(sections=()), theme)
    assert (check_package(content), sdk_errors(content)) == ([], [])


def test_an_english_deck_with_every_chart_at_every_size_is_valid(theme: Theme, sdk_errors: Judge) -> None:
    slides = [
        slide(f"a/{number}-{size}", "chart", f"Chart {number} at {size}", place_chart("chart", drawn, size))
        for number, drawn in enumerate(CHARTS)
        for size in (1200, 3200)
    ]
    content, _ = emit(deck(*slides, language="en-CA"), theme)
    assert (check_package(content), sdk_errors(content)) == ([], [])


@pytest.fixture(scope="module")
def foreign_theme() -> Theme:
    """python-pptx's own template: English names, 4:3, no notes master, a printer's settings, no table style."""
    path = Path(pptx.__file__).parent / "templates" / "default.pptx"
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    box = Box(457200, 274638, 8229600, 1143000)
    title = Placeholder("title", "title", 0, box, NO_INSETS, (4400,), Typeface.HEADING, 100, False, "middle")
    body = replace(title, name="body", kind="obj", index=1, typeface=Typeface.BODY, bulleted=True)
    layout = Layout(
        "text", "Title and Content", "ppt/slideLayouts/slideLayout2.xml", {"title": title, "body": body}, Color.PAPER
    )
    return replace(real_theme(), layouts={"text": layout}, parts=parts, table_style="")


def foreign_deck(theme: Theme) -> bytes:
    layout = theme.layouts["text"]
    made = everything()
    title = PlacedText("title", layout.placeholders["title"].box, TextBody((paragraph("Titre"),), NO_INSETS))
    body = PlacedText("body", Box(1, 2, 3, 4), TextBody((paragraph("Corps", bullet=Bullet.INHERIT),), NO_INSETS))
    drawn = [item for each in made.slides for item in each.items if not isinstance(item, PlacedText)]
    first = replace(made.slides[0], layout="text", items=(title, body, *drawn))
    content, _ = emit(replace(made, slides=(first,), sections=made.sections[:0]), theme)
    return content


def test_a_foreign_template_gives_a_valid_deck(foreign_theme: Theme, sdk_errors: Judge) -> None:
    content = foreign_deck(foreign_theme)
    assert (check_package(content), sdk_errors(content)) == ([], [])


def test_a_foreign_template_gets_a_notes_master(foreign_theme: Theme) -> None:
    shown = pptx.Presentation(BytesIO(foreign_deck(foreign_theme))).slides[0]
    assert shown.notes_slide.notes_text_frame.text.startswith("Dire\u00a0: bonsoir")


def test_what_is_private_in_a_template_is_left_behind(foreign_theme: Theme) -> None:
    names = open_package(foreign_deck(foreign_theme)).parts
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]


def test_slides_and_sections_of_a_template_are_left_behind(theme: Theme, full_file: bytes) -> None:
    """A finished deck taken as a template gives a deck that holds the new slides only."""
    used = replace(theme, parts=open_package(full_file).parts)
    content, _ = emit(deck(slide("a/b", "text", "Neuve")), used)
    assert check_package(content) == []
    assert [shown.shapes.title.text for shown in pptx.Presentation(BytesIO(content)).slides] == ["Neuve"]


def test_text_in_a_placeholder_the_layout_lacks_is_a_text_box(theme: Theme) -> None:
    lost = PlacedText("nowhere", Box(0, 0, 914400, 914400), TextBody((paragraph("Toujours là"),), NO_INSETS))
    content, _ = emit(deck(slide("a/b", "text", "Titre", lost)), theme)
    shape = next(each for each in pptx.Presentation(BytesIO(content)).slides[0].shapes if each.name == "nowhere")
    assert (shape.text_frame.text, shape.is_placeholder, check_package(content)) == ("Toujours là", False, [])
