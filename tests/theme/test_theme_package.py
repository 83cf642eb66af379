"""What the Open XML validator does not see in a template, and what it and LibreOffice say of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from chevalet.model.theme import Theme

LANGUAGE = re.compile(r' lang="([^"]*)"')
SHAPE_ID = re.compile(r'<p:cNvPr id="(\d+)"')
TARGET = re.compile(r'Target="([^"]+)"')


@pytest.fixture
def sample(folder: Path, tmp_path: Path) -> Path:
    """A deck of one slide a layout, every text placeholder filled."""
    deck = Presentation(BytesIO((folder / "template.pptx").read_bytes()))
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        for placeholder in slide.placeholders:
            if placeholder.placeholder_format.idx not in (10, 11, 12):
                placeholder.text_frame.text = "L’œuvre d’Émile, « déjà vue »"
    path = tmp_path / "sample.pptx"
    deck.save(str(path))
    return path


def relations(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield each relation as its source part and its target part."""
    for name, content in theme.parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for target in TARGET.findall(content.decode()):
                yield name, posixpath.normpath(posixpath.join(folder, target))


def test_every_part_is_well_formed(theme: Theme) -> None:
    for content in theme.parts.values():
        ElementTree.fromstring(content)


def test_every_relation_leads_to_a_part_and_every_part_is_reached(theme: Theme) -> None:
    targets = {target for _, target in relations(theme)}
    plain = {name for name in theme.parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert targets == plain


def test_shape_ids_and_placeholder_indexes_are_unique_in_each_part(theme: Theme) -> None:
    for name, content in theme.parts.items():
        text = content.decode()
        for found in (SHAPE_ID.findall(text), re.findall(r'<p:ph [^>]*idx="(\d+)"', text)):
            assert len(found) == len(set(found)), name


def test_the_only_language_is_the_themes(theme: Theme) -> None:
    assert {language for content in theme.parts.values() for language in LANGUAGE.findall(content.decode())} == {
        "fr-CA"
    }


def test_nothing_but_the_theme_part_holds_a_colour_of_its_own(theme: Theme) -> None:
    """So that changing the colours in PowerPoint changes the deck; guides are no part of a slide."""
    fixed = {
        name
        for name, content in theme.parts.items()
        if "srgbClr" in re.sub(r"<p15:guide .*?</p15:guide>", "", content.decode())
    }
    assert fixed == {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"}


def test_fonts_are_named_in_the_theme_part_only(theme: Theme) -> None:
    named = {name for name, content in theme.parts.items() if b"Georgia" in content or b"Calibri" in content}
    assert named == {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"}


def test_the_table_style_is_the_default_one(theme: Theme) -> None:
    styles = theme.parts["ppt/tableStyles.xml"].decode()
    assert f'def="{theme.table_style}"' in styles
    assert f'styleId="{theme.table_style}"' in styles


def test_a_slide_of_each_layout_is_valid(sample: Path, sdk_errors: Callable[[bytes], list[str]]) -> None:
    assert sdk_errors(sample.read_bytes()) == []
