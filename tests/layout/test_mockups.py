"""Mock-ups: every field shown, measured, inside its box, on a sheet that looks like a screen and no brand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chevalet.layout.frame import Frame
from chevalet.layout.mockups import draw_mockup
from chevalet.layout.pagination import Typesetter
from chevalet.layout.ruler import Ruler
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree
from chevalet.model.color import SCHEME, contrast, palette
from chevalet.model.deck import Geometry, PlacedGroup, PlacedShape
from chevalet.model.diagram import Mockup, MockupKind
from chevalet.model.inline import Inline, Inlines, LineBreak, Text
from chevalet.model.theme import Color, Theme
from chevalet.units import Box, inches, points

ROOT = Path(__file__).parents[2]
WORDS = {"mockup": "Maquette", "mockup-from": "De", "mockup-to": "À", "mockup-subject": "Objet"}
WIDE = Box(inches(0.75), inches(2.05), inches(11.83), inches(4.3))
HALF = Box(inches(5.8), inches(2.05), inches(6.7), inches(4.3))

SEARCH = {
    "query": "pain au levain samedi",
    "address": "example.ca › reserver",
    "title": "Réserver son pain au levain du samedi",
    "description": "Réservez votre pain au levain par téléphone, avant le vendredi, 18 h.",
}
POST = {
    "author": "« La Mie du Quai »",
    "when": "Mardi, 9 h 35",
    "text": "Tout le monde est dehors et va bien.\nProchaine nouvelle ici à 11 h.",
    "reactions": "12 commentaires",
}
MESSAGE = {
    "from": "Boulangerie Exemple",
    "to": "Personnes abonnées",
    "subject": "Pain du samedi",
    "text": "Le carnet est ouvert.\nVoir la carte des pains.",
}
FIELDS = {MockupKind.SEARCH: SEARCH, MockupKind.POST: POST, MockupKind.MESSAGE: MESSAGE}


@cache
def theme() -> Theme:
    found, diagnostics = load_theme(DiskTree(ROOT))
    assert found is not None, diagnostics
    return found


@cache
def frame() -> Frame:
    return Frame(theme().layouts["mockup"], WIDE, Typesetter(Ruler(theme())), WORDS)


def text(words: str) -> Inlines:
    lines: list[Inline] = []
    for line in words.split("\n"):
        lines += [LineBreak(), Text(line)] if lines else [Text(line)]
    return tuple(lines) if words else ()


def make(kind: MockupKind, fields: dict[str, str]) -> Mockup:
    return Mockup(kind, {name: text(words) for name, words in fields.items()}, text("Ce que montre la maquette"))


def draw(kind: MockupKind, box: Box = WIDE, **changes: str) -> PlacedGroup:
    group = draw_mockup(make(kind, {**FIELDS[kind], **changes}), box, frame())
    assert group is not None
    return group


def with_text(group: PlacedGroup) -> list[PlacedShape]:
    return [shape for shape in group.shapes if shape.body]


def words_of(shape: PlacedShape) -> str:
    return " ".join("".join(run.text for run in line.runs) for line in shape.body.paragraphs) if shape.body else ""


def holding(group: PlacedGroup, words: str) -> PlacedShape:
    return next(shape for shape in group.shapes if words in words_of(shape))


def size_of(shape: PlacedShape) -> int:
    assert shape.body is not None
    return shape.body.paragraphs[0].size


def is_inside(inner: Box, outer: Box) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def are_apart(first: Box, second: Box) -> bool:
    return first.right <= second.x or second.right <= first.x or first.bottom <= second.y or second.bottom <= first.y


def faults(group: PlacedGroup, box: Box) -> Iterator[str]:
    """Yield what is wrong with any mock-up, whatever its kind."""
    ruler = frame().typesetter.ruler
    sheet = group.shapes[0].box
    if not is_inside(group.box, box) or group.box != sheet:
        yield f"the group is not its sheet, inside its box: {group.box}"
    for shape in group.shapes:
        if not is_inside(shape.box, sheet):
            yield f"{shape.name} leaves the sheet"
        if shape.decorative is (shape.body is not None):
            yield f"{shape.name} is decorative with text, or not without"
        if shape.body and ruler.body_height(shape.body, shape.box.width) > shape.box.height:
            yield f"{shape.name} is too low for {words_of(shape)!r}"
        if shape.body and min(line.size for line in shape.body.paragraphs) < 1200:
            yield f"{words_of(shape)!r} is below the floor"
    for first, second in itertools.combinations(with_text(group), 2):
        if not are_apart(first.box, second.box):
            yield f"{words_of(first)!r} meets {words_of(second)!r}"


@pytest.mark.parametrize("kind", MockupKind)
@pytest.mark.parametrize("box", [WIDE, HALF], ids=["wide", "half"])
def test_every_kind_shows_every_field(kind: MockupKind, box: Box) -> None:
    group = draw(kind, box)
    assert list(faults(group, box)) == []
    shown = " ".join(words_of(shape) for shape in group.shapes)
    assert all(words.replace("\n", " ") in shown for words in FIELDS[kind].values())


LONG = st.text(alphabet="aàeéilmnst’ -«»W.,!?🙂漢\u00a0\n", max_size=400)


@settings(max_examples=100, deadline=None)
@given(
    kind=st.sampled_from(MockupKind),
    words=st.lists(LONG, min_size=4, max_size=4),
    width=st.floats(0.5, 11.83),
    height=st.floats(0.2, 4.5),
)
def test_any_text_fits_or_is_refused(kind: MockupKind, words: list[str], width: float, height: float) -> None:
    """Whatever its words and its box, a mock-up keeps every rule and every word, or there is none."""
    box = Box(inches(0.75), inches(2), inches(width), inches(height))
    fields = dict(zip(FIELDS[kind], words, strict=True))
    group = draw_mockup(make(kind, fields), box, frame())
    if group is None:
        return
    assert list(faults(group, box)) == []
    shown = {character for shape in group.shapes for character in words_of(shape)}
    assert {character for word in words for character in word} - {"\n", " "} <= shown


def test_longer_words_make_the_sheet_higher_then_smaller_then_are_refused() -> None:
    short, longer, long = (draw(MockupKind.POST, HALF, text="mot " * count) for count in (12, 25, 120))
    assert size_of(holding(short, "mot")) == size_of(holding(longer, "mot")) == 2400
    assert short.box.height < longer.box.height <= HALF.height
    assert 1400 <= size_of(holding(long, "mot")) < 2400
    assert draw_mockup(make(MockupKind.POST, {**POST, "text": "mot " * 600}), HALF, frame()) is None


def test_a_word_wider_than_a_line_is_cut_at_the_floor_only() -> None:
    address = "https://example.ca/" + "a" * 120
    group = draw(MockupKind.POST, HALF, text=address)
    assert size_of(holding(group, address)) == 1400


@pytest.mark.parametrize("kind", MockupKind)
def test_what_surrounds_the_text_is_smaller(kind: MockupKind) -> None:
    group = draw(kind)
    pairs = {
        MockupKind.SEARCH: ("example.ca", "Réservez"),
        MockupKind.POST: ("12 commentaires", "Tout le monde"),
        MockupKind.MESSAGE: ("De", "Le carnet"),
    }
    meta, content = (size_of(holding(group, words)) for words in pairs[kind])
    assert 1200 <= meta < content


def test_a_search_result_reads_from_the_query_to_the_description() -> None:
    read = [words_of(shape) for shape in with_text(draw(MockupKind.SEARCH))]
    assert read == list(SEARCH.values())


def test_the_title_of_a_result_looks_like_a_link() -> None:
    group = draw(MockupKind.SEARCH)
    title, description = holding(group, SEARCH["title"]), holding(group, SEARCH["description"])
    assert title.body is not None
    assert title.body.paragraphs[0].runs[0].color is Color.ACCENT_DARK
    assert size_of(title) > size_of(description)


def test_a_result_is_as_wide_as_on_a_screen() -> None:
    """The column of a result's words holds about thirty ems of its title, whatever the slide leaves beside it."""
    long = "Réservez votre pain au levain, au téléphone ou au comptoir, avant le vendredi soir. " * 8
    group = draw(MockupKind.SEARCH, description=long)
    size = size_of(holding(group, "Réservez"))
    assert group.box.width == points(size * 42 / 100) < WIDE.width


def test_a_post_begins_with_the_initial_of_its_author_in_a_disc() -> None:
    group = draw(MockupKind.POST)
    disc = with_text(group)[0]
    assert (words_of(disc), disc.geometry, disc.fill) == ("L", Geometry.ELLIPSE, Color.ACCENT)
    assert words_of(with_text(group)[1]) == "« La Mie du Quai » Mardi, 9 h 35"


def test_lines_of_a_text_are_paragraphs() -> None:
    body = holding(draw(MockupKind.POST), "Tout le monde").body
    assert body is not None
    assert [line.runs[0].text for line in body.paragraphs] == POST["text"].split("\n")


def test_a_message_names_its_rows_and_leaves_out_those_it_lacks() -> None:
    whole = [words_of(shape) for shape in with_text(draw(MockupKind.MESSAGE))]
    assert whole[:6] == ["De", MESSAGE["from"], "À", MESSAGE["to"], "Objet", MESSAGE["subject"]]
    least = [words_of(shape) for shape in with_text(draw(MockupKind.MESSAGE, to="", subject=""))]
    assert least == ["De", MESSAGE["from"], "Le carnet est ouvert. Voir la carte des pains."]


def test_values_of_a_message_stand_in_one_column() -> None:
    group = draw(MockupKind.MESSAGE)
    lefts = {holding(group, MESSAGE[name]).box.x for name in ("from", "to", "subject")}
    assert len(lefts) == 1
    assert lefts.pop() >= max(holding(group, label).box.right for label in ("De", "À", "Objet"))


def test_a_group_is_named_described_and_its_shapes_told_apart() -> None:
    group = draw(MockupKind.POST)
    assert (group.name, group.alt) == ("Maquette", "Ce que montre la maquette")
    assert len({shape.name for shape in group.shapes}) == len(group.shapes)


@pytest.mark.parametrize("kind", MockupKind)
def test_every_text_contrasts_with_what_is_behind_it(kind: MockupKind) -> None:
    base = {slot.name: theme().colors[color] for color, slot in SCHEME.items() if not slot.modifiers}
    for accent in theme().accents:
        shown = palette(base, accent)
        for shape in with_text(draw(kind)):
            assert shape.body is not None
            for run in (run for line in shape.body.paragraphs for run in line.runs):
                assert run.color is not None
                assert contrast(shown[run.color], shown[shape.fill or Color.PAPER]) >= 4.5
