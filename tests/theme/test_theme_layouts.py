"""The layouts of the theme, and that the template says the same."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from make_template import read_theme
from pptx import Presentation
from pptx.slide import SlideLayout

from chevalet.model.theme import Layout, Placeholder, Theme, Typeface
from chevalet.units import Box, points

FRENCH_NAMES = {
    "title": "Titre",
    "section": "Section",
    "text": "Texte",
    "text-wide": "Texte large",
    "two-columns": "Deux colonnes",
    "comparison": "Comparaison",
    "table": "Tableau",
    "chart": "Graphique",
    "picture-text": "Image et texte",
    "full-picture": "Grande image",
    "quote": "Citation",
    "statement": "Énoncé",
    "steps": "Étapes",
    "mockup": "Maquette",
    "activity": "Activité",
    "case": "Cas",
    "agenda": "Programme",
    "recap": "À retenir",
    "sources": "Sources",
    "closing": "Clôture",
    "drawing": "Dessin",
}
INDEXES = {
    "title": 0,
    "body": 1,
    "body2": 2,
    "heading": 3,
    "heading2": 4,
    "table": 10,
    "chart": 11,
    "picture": 12,
    "source": 13,
    "attribution": 14,
    "numeral": 15,
    "subtitle": 16,
    "date": 20,
    "footer": 21,
    "number": 22,
}
LINE = 1.2117  # PowerPoint's line, as a share of the size, whatever the font


@pytest.fixture(scope="module")
def drawn(folder: Path) -> dict[str, SlideLayout]:
    template = Presentation(BytesIO((folder / "template.pptx").read_bytes()))
    return {layout.name: layout for layout in template.slide_layouts}


def line_height(placeholder: Placeholder, size: int) -> int:
    return points(LINE * size / 100 * placeholder.line_spacing / 100)


def overlap(first: Box, second: Box) -> bool:
    return first.x < second.right and second.x < first.right and first.y < second.bottom and second.y < first.bottom


def test_every_role_has_its_french_name(theme: Theme) -> None:
    assert {role: layout.name for role, layout in theme.layouts.items()} == FRENCH_NAMES


def test_a_placeholder_keeps_its_index_in_every_layout(theme: Theme) -> None:
    found = {(p.name, p.index) for layout in theme.layouts.values() for p in layout.placeholders.values()}
    assert found == set(INDEXES.items())


def test_the_template_places_each_placeholder_where_the_theme_says(theme: Theme, drawn: dict[str, SlideLayout]) -> None:
    for layout in theme.layouts.values():
        expected = {
            p.index: (p.kind, p.box.x, p.box.y, p.box.width, p.box.height) for p in layout.placeholders.values()
        }
        found = {
            shape.placeholder_format.idx: (
                shape.element.ph.get("type"),
                shape.left,
                shape.top,
                shape.width,
                shape.height,
            )
            for shape in drawn[layout.name].placeholders
        }
        assert found == expected, layout.role


def test_the_template_lists_the_layouts_in_the_themes_order(theme: Theme, drawn: dict[str, SlideLayout]) -> None:
    assert list(drawn) == [layout.name for layout in theme.layouts.values()]
    assert [f"/{layout.part}" for layout in theme.layouts.values()] == [str(d.part.partname) for d in drawn.values()]


def test_no_placeholder_covers_another(theme: Theme) -> None:
    clashes = [
        (layout.role, first.name, second.name)
        for layout in theme.layouts.values()
        for first, second in combinations(layout.placeholders.values(), 2)
        if overlap(first.box, second.box)
    ]
    assert clashes == []


def test_an_object_alone_covers_nothing_but_the_bodys_place(theme: Theme) -> None:
    for layout in theme.layouts.values():
        for placeholder in layout.placeholders.values():
            others = [p for p in layout.placeholders.values() if p is not placeholder and p.name != "body"]
            assert placeholder.alone is None or not any(overlap(placeholder.alone, other.box) for other in others)


def test_every_placeholder_stands_on_the_slide(theme: Theme) -> None:
    for layout in theme.layouts.values():
        for placeholder in layout.placeholders.values():
            box = placeholder.box
            assert box.x >= 0
            assert box.right <= theme.slide.width
            assert box.bottom <= theme.slide.height


def test_free_content_meets_neither_title_nor_source_nor_footer(theme: Theme) -> None:
    for layout in theme.layouts.values():
        area = layout.content or theme.content
        kept = [p for name in ("title", "source", "footer", "number") if (p := layout.placeholders.get(name))]
        if layout.role not in ("title", "section"):
            assert not any(overlap(area, p.box) for p in kept), layout.role


def test_titles_have_room_for_two_lines_at_their_largest(theme: Theme) -> None:
    short = [
        layout.role
        for layout in theme.layouts.values()
        if layout.role != "sources"
        and 2 * line_height(title := layout.placeholders["title"], title.sizes[0]) > title.box.height
    ]
    assert short == []


def test_sources_and_footers_have_room_for_their_lines(theme: Theme) -> None:
    for layout in theme.layouts.values():
        for name, lines in (("source", 2), ("footer", 1), ("number", 1), ("date", 1)):
            placeholder = layout.placeholders.get(name)
            if placeholder:
                assert lines * line_height(placeholder, placeholder.sizes[-1]) <= placeholder.box.height


def test_no_title_meets_the_rule_it_hangs_from() -> None:
    for role, layout in read_theme()["layouts"].items():
        rules = [shape["box"] for shape in layout["shapes"] if shape["name"] == "Filet d’accroche"]
        assert len(rules) == 1, role
        assert rules[0][1] + rules[0][3] < layout["placeholders"]["title"]["box"][1], role


@pytest.mark.parametrize(
    ("name", "floor"), [("title", 18), ("body", 12), ("table", 12), ("source", 12), ("footer", 11), ("number", 11)]
)
def test_sizes_go_down_to_a_floor(theme: Theme, name: str, floor: int) -> None:
    for layout in theme.layouts.values():
        if name in layout.placeholders:
            sizes = layout.placeholders[name].sizes
            assert list(sizes) == sorted(set(sizes), reverse=True)
            assert sizes[-1] >= floor * 100


def test_bodies_of_text_never_go_below_18_points(theme: Theme) -> None:
    small = [
        layout.role
        for layout in theme.layouts.values()
        if (body := layout.placeholders.get("body")) and body.sizes[-1] < 1800
    ]
    assert small == ["sources"]


def test_the_roomier_layout_is_roomier(theme: Theme) -> None:
    def area(layout: Layout) -> int:
        box = layout.placeholders["body"].box
        return box.width * box.height

    text = theme.layouts["text"]
    wide = theme.layouts[text.roomier]
    assert wide.role == "text-wide"
    assert area(wide) > area(text)
    assert set(wide.placeholders) == set(text.placeholders)


def test_two_figures_of_a_section_number_fit_at_a_smaller_size(theme: Theme) -> None:
    numeral = theme.layouts["section"].placeholders["numeral"]
    face = theme.faces[Typeface.HEADING, False, False]
    width = max(sum(face.advances[ord(figure)] for figure in str(number)) for number in range(10, 30))
    assert points(width / face.units_per_em * numeral.sizes[-1] / 100) <= numeral.box.width
