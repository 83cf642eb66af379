"""Drawn shapes, tables, pictures and placeholders: what is written of their looks and places."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from chevalet.emit import emit
from chevalet.model.deck import PlacedPicture
from chevalet.model.theme import Theme
from chevalet.units import Box
from tests.emit.deck_samples import deck, placed, png, slide
from tests.emit.package_assertions import A, P, open_package


@pytest.fixture(scope="module")
def trees(full_file: bytes) -> dict[str, etree._Element]:
    """The slides of the deck of everything, by number."""
    opened = open_package(full_file)
    return {name.removeprefix("ppt/slides/slide")[:-4]: tree for name, tree in opened.of_kind("sld").items()}


def shape(tree: etree._Element, name: str) -> etree._Element:
    return tree.xpath(
        f'//*[p:nvSpPr/p:cNvPr/@name="{name}" or p:nvCxnSpPr/p:cNvPr/@name="{name}"]', namespaces={"p": P[1:-1]}
    )[0]


def test_a_shape_has_its_fill_line_turn_and_flips(trees: dict[str, etree._Element]) -> None:
    properties = shape(trees["4"], "Triangle").find(P + "spPr")
    assert dict(properties.find(A + "xfrm").attrib) == {"rot": "5400000", "flipH": "1", "flipV": "1"}
    assert properties.find(A + "prstGeom").get("prst") == "triangle"
    assert properties.find(f"{A}solidFill/{A}schemeClr").get("val") == "accent1"
    line = properties.find(A + "ln")
    assert (line.get("w"), line.find(f"{A}solidFill/{A}schemeClr").get("val")) == ("12700", "tx1")


def test_an_adjusted_shape_keeps_its_adjustment_and_a_line_its_arrow(trees: dict[str, etree._Element]) -> None:
    guide = shape(trees["4"], "Étape 1").find(f".//{A}gd")
    assert (guide.get("name"), guide.get("fmla")) == ("adj", "val 30000")
    assert shape(trees["4"], "Flèche").find(f".//{A}tailEnd").get("type") == "triangle"


def test_shapes_and_bodies_shrink_by_themselves_when_words_are_added(trees: dict[str, etree._Element]) -> None:
    for name in ("Légende", "Étape 1"):
        assert shape(trees["4"], name).find(f"{P}txBody/{A}bodyPr/{A}normAutofit") is not None
    for name, shrinks in (("Titre", True), ("Texte", True), ("Pied de page", False), ("Numéro", False)):
        assert (shape(trees["1"], name).find(f"{P}txBody/{A}bodyPr/{A}normAutofit") is not None) is shrinks


def test_a_placeholder_that_was_moved_says_where_it_stands(theme: Theme) -> None:
    moved = placed(theme.layouts["text"], "body", "x", box=Box(1, 2, 3, 4))
    content, _ = emit(deck(slide("a/b", "text", "Titre", moved)), theme)
    tree = open_package(content).trees["ppt/slides/slide1.xml"]
    place = shape(tree, "Texte").find(f"{P}spPr/{A}xfrm")
    assert [dict(part.attrib) for part in place] == [{"x": "1", "y": "2"}, {"cx": "3", "cy": "4"}]


def test_insets_and_anchor_are_written_when_they_are_not_the_placeholders(theme: Theme) -> None:
    own = placed(theme.layouts["text"], "body", "x")
    other = replace(own, body=replace(own.body, insets=replace(own.body.insets, left=9144)))
    for item, attributes in ((own, {}), (other, {"lIns": "9144", "tIns": "0", "rIns": "0", "bIns": "0"})):
        content, _ = emit(deck(slide("a/b", "text", "Titre", item)), theme)
        tree = open_package(content).trees["ppt/slides/slide1.xml"]
        assert dict(shape(tree, "Texte").find(f"{P}txBody/{A}bodyPr").attrib) == attributes


def test_a_table_has_the_themes_style_its_margins_and_the_fill_of_its_cells(
    trees: dict[str, etree._Element], theme: Theme
) -> None:
    table = trees["3"].find(f".//{A}tbl")
    assert table.findtext(f"{A}tblPr/{A}tableStyleId") == theme.table_style
    cells = [cell.find(A + "tcPr") for cell in table.iter(A + "tc")]
    assert {(cell.get("marL"), cell.get("marT")) for cell in cells} == {("91440", "46990")}
    assert [cell.find(A + "solidFill") is not None for cell in cells] == [False] * 6 + [True] * 3
    assert [cell.get("anchor") for cell in cells] == ["ctr"] * 9


def test_a_run_is_struck_raised_or_linked_in_its_own_colour(trees: dict[str, etree._Element]) -> None:
    looks = [run.find(A + "rPr") for run in shape(trees["1"], "Texte").iter(A + "r")]
    assert looks[2].get("strike") == "sngStrike"
    assert looks[3].get("baseline") == "30000"
    coloured = next(look for look in looks if look.find(f"{A}hlinkClick[@action]") is not None)
    assert coloured.find(".//{*}hlinkClr").get("val") == "tx"


def test_pictures_that_differ_are_parts_that_differ(theme: Theme) -> None:
    box = Box(0, 0, 914400, 914400)
    shown = [PlacedPicture("", box, f"Image {n}", "Carré", False, png(width)) for n, width in enumerate((8, 9, 8))]
    content, _ = emit(deck(slide("a/b", "text", "Titre", *shown)), theme)
    opened = open_package(content)
    media = {name: part for name, part in opened.parts.items() if name.startswith("ppt/media/")}
    assert list(media.values()) == [png(8).content, png(9).content]
    embedded = [blip.values()[0] for blip in opened.trees["ppt/slides/slide1.xml"].iter(A + "blip")]
    assert embedded[0] == embedded[2] != embedded[1]
