"""Diagrams: nothing leaves its box, meets or is cut; order, numbers and highlight read as they should."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chevalet.layout.diagrams import draw_steps
from chevalet.layout.frame import Frame
from chevalet.layout.pagination import Typesetter
from chevalet.layout.ruler import Ruler
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree
from chevalet.model.color import SCHEME, contrast, palette
from chevalet.model.deck import Geometry, PlacedGroup, PlacedShape
from chevalet.model.diagram import Step, Steps, StepsKind
from chevalet.model.inline import Inlines, Strong, Text
from chevalet.model.theme import Color, Theme
from chevalet.units import Box, inches, points

ROOT = Path(__file__).parents[2]
WORDS = {"steps": "Étapes"}
WIDE = Box(inches(0.75), inches(2.05), inches(11.83), inches(4.3))
HALF = Box(inches(5.8), inches(2.05), inches(6.7), inches(4.3))
BOXES = {"wide": WIDE, "half": HALF}

WORDS_OF_STEPS = (
    ("Écouter", "ce que disent les gens", "Semaine 1"),
    ("Se présenter", "profils et image de marque", "Semaine 2"),
    ("Créer", "des contenus utiles", "Semaine 3"),
    ("Distribuer", "par plusieurs moyens", "Semaine 4"),
    ("Mesurer", "analyser, ajuster", "Semaine 5"),
    ("Remercier", "chaque voix", "Semaine 6"),
    ("Recommencer", "au printemps", "Semaine 7"),
)


@cache
def theme() -> Theme:
    found, diagnostics = load_theme(DiskTree(ROOT))
    assert found is not None, diagnostics
    return found


@cache
def frame() -> Frame:
    return Frame(theme().layouts["steps"], WIDE, Typesetter(Ruler(theme())), WORDS)


def text(words: str) -> Inlines:
    return (Text(words),) if words else ()


def make_steps(kind: StepsKind, rows: Sequence[Sequence[str]], highlight: int = 0) -> Steps:
    steps = tuple(Step(*(text(words) for words in row)) for row in rows)
    return Steps(kind, steps, highlight, (Strong(text("Ce que")), *text(" montre le dessin")))


def draw(kind: StepsKind, count: int, box: Box = WIDE, highlight: int = 0) -> PlacedGroup:
    group = draw_steps(make_steps(kind, WORDS_OF_STEPS[:count], highlight), box, frame())
    assert group is not None
    return group


def with_text(group: PlacedGroup) -> list[PlacedShape]:
    return [shape for shape in group.shapes if shape.body]


def words_of(shape: PlacedShape) -> str:
    return " ".join(run.text for line in shape.body.paragraphs for run in line.runs) if shape.body else ""


def sizes_of(group: PlacedGroup) -> set[int]:
    return {line.size for shape in with_text(group) for line in shape.body.paragraphs}


def card(group: PlacedGroup, word: str) -> PlacedShape:
    return next(shape for shape in group.shapes if word in words_of(shape))


def colors(shape: PlacedShape) -> set[Color | None]:
    return {run.color for line in shape.body.paragraphs for run in line.runs} if shape.body else set()


def is_inside(inner: Box, outer: Box) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def are_apart(first: Box, second: Box) -> bool:
    return first.right < second.x or second.right < first.x or first.bottom < second.y or second.bottom < first.y


def faults(group: PlacedGroup, box: Box) -> Iterator[str]:
    """Yield what is wrong with any drawing, whatever its kind."""
    ruler = frame().typesetter.ruler
    if not is_inside(group.box, box):
        yield f"the group leaves its box: {group.box}"
    for shape in group.shapes:
        if not is_inside(shape.box, group.box):
            yield f"{shape.name} leaves the group"
        if shape.decorative is (shape.body is not None):
            yield f"{shape.name} is decorative with text, or not without"
        if shape.body is None:
            continue
        inner = shape.box.width - shape.body.insets.left - shape.body.insets.right
        if ruler.body_height(shape.body, shape.box.width) > shape.box.height:
            yield f"{shape.name} is too low for {words_of(shape)!r}"
        for line in shape.body.paragraphs:
            if ruler.longest_word(line) > inner:
                yield f"a word is cut in {words_of(shape)!r}"
            is_title = any(run.bold and run.color is not Color.ACCENT_DARK for run in line.runs)
            if line.size < (1400 if is_title else 1200):
                yield f"{words_of(shape)!r} is set below its floor, at {line.size}"
            if any(run.color is None for run in line.runs):
                yield f"{words_of(shape)!r} leaves its colour to chance"
    for first, second in itertools.combinations(with_text(group), 2):
        if not are_apart(first.box, second.box):
            yield f"{words_of(first)!r} meets {words_of(second)!r}"


@pytest.mark.parametrize("kind", StepsKind)
@pytest.mark.parametrize("count", range(2, 8))
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_every_kind_holds_two_to_seven_short_steps(kind: StepsKind, count: int, box: Box) -> None:
    """A room reads them: short steps across the slide are never set at the floor."""
    group = draw(kind, count, box, highlight=2)
    assert list(faults(group, box)) == []
    if box is WIDE:
        assert min(sizes_of(group)) > 1200


STEP = st.tuples(
    st.text(alphabet="aàeéilmnst’ -«»W.,!?🙂漢\u00a0", max_size=60),
    st.text(alphabet="aàeéilmnst’ -«»W.,!?🙂漢\u00a0", max_size=160),
    st.text(alphabet="aàe 0123", max_size=30),
)


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(StepsKind),
    rows=st.lists(STEP, min_size=2, max_size=7),
    width=st.floats(0.5, 11.83),
    height=st.floats(0.2, 4.5),
    highlight=st.integers(0, 7),
)
@example(kind=StepsKind.TIMELINE, rows=[("", "", "000 0"), ("", "?", "")], width=2.0, height=2.0, highlight=0)
@example(kind=StepsKind.TIMELINE, rows=[("", "", ""), ("", "", "")], width=1.0, height=1.0, highlight=0)
def test_any_text_fits_or_is_refused(
    kind: StepsKind, rows: list[tuple[str, str, str]], width: float, height: float, highlight: int
) -> None:
    """Whatever its words and its box, a drawing keeps every rule and every word, or there is none."""
    box = Box(inches(0.75), inches(2), inches(width), inches(height))
    group = draw_steps(make_steps(kind, rows, highlight), box, frame())
    if group is None:
        return
    assert list(faults(group, box)) == []
    shown = sorted("".join(words_of(shape) for shape in group.shapes).replace(" ", ""))
    numbers = "".join(str(number + 1) for number in range(len(rows))) if kind is StepsKind.CHAIN else ""
    kept = "".join(part for row in rows for part in (row if kind is StepsKind.TIMELINE else row[:2]))
    assert shown == sorted((kept + numbers).replace(" ", ""))


@pytest.mark.parametrize("kind", StepsKind)
def test_steps_are_read_in_order(kind: StepsKind) -> None:
    read = " ".join(words_of(shape) for shape in draw(kind, 7).shapes)
    places = [read.index(title) for title, *_ in WORDS_OF_STEPS]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", StepsKind)
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_titles_share_one_size_and_texts_another(kind: StepsKind, box: Box) -> None:
    shapes = with_text(draw(kind, 5, box))
    lines = [line for shape in shapes for line in shape.body.paragraphs if not words_of(shape).startswith("Semaine")]
    spoken = [(line.size, line.runs[0].bold) for line in lines if not line.runs[0].text.isdigit()]
    assert len({size for size, bold in spoken if bold}) == 1
    assert len({size for size, bold in spoken if not bold}) == 1


@pytest.mark.parametrize("kind", [StepsKind.CHAIN, StepsKind.CYCLE, StepsKind.TIMELINE])
def test_highlight_is_accent_with_paper_text_and_the_others_tinted(kind: StepsKind) -> None:
    group = draw(kind, 4, highlight=3)
    strong, plain = card(group, "Créer"), card(group, "Écouter")
    assert (strong.fill, colors(strong)) == (Color.ACCENT, {Color.PAPER})
    assert plain.fill is Color.ACCENT_TINT
    assert colors(plain) <= {Color.INK, Color.ACCENT_DARK}


def test_highlight_of_a_pyramid_fills_its_band() -> None:
    bands = [shape for shape in draw(StepsKind.PYRAMID, 3, highlight=1).shapes if shape.fill]
    assert [band.fill for band in bands] == [Color.ACCENT, Color.ACCENT_TINT, Color.ACCENT_TINT]


@pytest.mark.parametrize("kind", StepsKind)
@pytest.mark.parametrize("accent", range(4))
def test_every_text_contrasts_with_what_is_behind_it(kind: StepsKind, accent: int) -> None:
    base = {slot.name: theme().colors[color] for color, slot in SCHEME.items() if not slot.modifiers}
    shown = palette(base, theme().accents[accent])
    for box in BOXES.values():
        for shape in with_text(draw(kind, 4, box, highlight=2)):
            for color in colors(shape):
                assert contrast(shown[color], shown[shape.fill or Color.PAPER]) >= 4.5


def test_a_group_is_named_described_and_its_shapes_told_apart() -> None:
    group = draw(StepsKind.CHAIN, 3)
    assert (group.name, group.alt) == ("Étapes", "Ce que montre le dessin")
    assert len({shape.name for shape in group.shapes}) == len(group.shapes)


def test_a_chain_numbers_its_steps() -> None:
    starts = [words_of(shape).split()[0] for shape in with_text(draw(StepsKind.CHAIN, 5))]
    assert starts == ["1", "2", "3", "4", "5"]


def test_a_short_chain_runs_on_one_line_and_a_longer_one_turns_below() -> None:
    tops = {count: len({shape.box.y for shape in with_text(draw(StepsKind.CHAIN, count))}) for count in (2, 3, 4, 7)}
    assert tops == {2: 1, 3: 1, 4: 1, 7: 2}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
@pytest.mark.parametrize("count", range(2, 8))
def test_an_arrow_leads_to_each_step_of_a_chain_and_keeps_clear_of_cards(count: int, box: Box) -> None:
    group = draw(StepsKind.CHAIN, count, box)
    lines = [shape for shape in group.shapes if shape.geometry is Geometry.LINE]
    assert sum(line.head_arrow for line in lines) == count - 1
    assert all(are_apart(line.box, shape.box) for line in lines for shape in with_text(group))


def test_a_chain_is_a_list_where_words_are_long_and_room_is_narrow() -> None:
    rows = [("Responsabilités partagées", "à relire ensemble") for _ in range(4)]
    group = draw_steps(make_steps(StepsKind.CHAIN, rows), replace(HALF, width=inches(4)), frame())
    assert group is not None
    tiles = [shape for shape in with_text(group) if words_of(shape).isdigit()]
    assert [words_of(tile) for tile in tiles] == ["1", "2", "3", "4"]
    assert len({tile.box.x for tile in tiles}) == 1


@pytest.mark.parametrize("count", range(2, 8))
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_cycle_goes_clockwise_from_the_top(count: int, box: Box) -> None:
    group = draw(StepsKind.CYCLE, count, box)
    cards = [shape.box for shape in with_text(group)]
    centers = [(each.x + each.width // 2, each.y + each.height // 2) for each in cards]
    assert cards[0].y < min(each.y for each in cards[1:])
    # Around a ring walked clockwise, each turn is to the right: the signed area of its outline is positive on a slide.
    area = sum(
        x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(centers, centers[1:] + centers[:1], strict=True)
    )
    assert area > 0 if count > 2 else area == 0
    assert sum(shape.head_arrow for shape in group.shapes) == count


def test_the_cards_of_a_cycle_stand_in_rows_and_columns() -> None:
    cards = [shape.box for shape in with_text(draw(StepsKind.CYCLE, 6))]
    assert [each.y for each in cards[1:3]] == [each.y for each in reversed(cards[4:])]
    assert cards[0].x == cards[3].x
    assert cards[1].x == cards[2].x
    assert len({(each.width, each.height) for each in cards}) == 1


def test_a_pyramid_widens_from_a_point_in_one_slope() -> None:
    bands = [shape for shape in draw(StepsKind.PYRAMID, 5).shapes if shape.fill]
    assert [band.geometry for band in bands] == [Geometry.TRIANGLE] + 4 * [Geometry.TRAPEZOID]
    for upper, lower in itertools.pairwise(bands):
        shorter = min(lower.box.width, lower.box.height)
        top_edge = lower.box.width - 2 * lower.adjustments[0][1] * shorter // 100_000
        assert upper.box.width < top_edge < lower.box.width
        assert 0 < lower.box.y - upper.box.bottom < points(6)
    assert len({band.box.height for band in bands}) == 1


def test_the_words_of_a_pyramid_stand_beside_their_band() -> None:
    group = draw(StepsKind.PYRAMID, 4)
    bands = [shape.box for shape in group.shapes if shape.fill]
    for band, (title, *_) in zip(bands, WORDS_OF_STEPS, strict=False):
        words = card(group, title).box
        assert (words.y, words.height) == (band.y, band.height)
        assert words.x > bands[-1].right


def test_a_pyramid_of_many_steps_parts_titles_and_texts_in_columns() -> None:
    rows = [("Titre", "un texte bref")] * 7
    group = draw_steps(make_steps(StepsKind.PYRAMID, rows), WIDE, frame())
    assert group is not None
    shapes = with_text(group)
    assert [words_of(shape) for shape in shapes[:2]] == ["Titre", "un texte bref"]
    assert shapes[0].box.y == shapes[1].box.y


def test_a_timeline_runs_level_with_each_date_above_its_card() -> None:
    group = draw(StepsKind.TIMELINE, 4)
    for title, _, when in WORDS_OF_STEPS[:4]:
        date, words = card(group, when).box, card(group, title).box
        assert date.x == words.x
        assert date.bottom < words.y
    marks = [shape.box for shape in group.shapes if shape.geometry is Geometry.ELLIPSE]
    assert [mark.x for mark in marks] == [card(group, title).box.x for title, *_ in WORDS_OF_STEPS[:4]]


def test_a_timeline_stands_upright_in_a_narrow_box() -> None:
    group = draw(StepsKind.TIMELINE, 6, HALF)
    cards = [card(group, title).box for title, *_ in WORDS_OF_STEPS[:6]]
    assert len({each.x for each in cards}) == 1
    assert card(group, "Semaine 3").box.right < cards[2].x


def test_a_timeline_without_dates_keeps_no_room_for_them() -> None:
    rows = [("Avant",), ("Après",)]
    group = draw_steps(make_steps(StepsKind.TIMELINE, rows), HALF, frame())
    assert group is not None
    assert group.box.y == HALF.y
    assert card(group, "Avant").box.y - HALF.y < inches(0.5)


@pytest.mark.parametrize("kind", StepsKind)
def test_what_cannot_fit_is_refused(kind: StepsKind) -> None:
    crowded = make_steps(kind, [("Titre", "mot " * 400)] * 7)
    endless = make_steps(kind, [("https://example.ca/" + "a" * 300, ""), ("Titre", "")])
    sliver = Box(WIDE.x, WIDE.y, WIDE.width, inches(0.3))
    assert draw_steps(crowded, WIDE, frame()) is None
    assert draw_steps(endless, WIDE, frame()) is None
    assert draw_steps(make_steps(kind, WORDS_OF_STEPS), sliver, frame()) is None


def test_longer_words_are_set_smaller() -> None:
    long = [(f"{title} avec toutes les personnes de l’entreprise", words * 4) for title, words, _ in WORDS_OF_STEPS[:4]]
    group = draw_steps(make_steps(StepsKind.CHAIN, long), WIDE, frame())
    assert group is not None
    short = draw(StepsKind.CHAIN, 4)
    assert min(sizes_of(group)) < min(sizes_of(short))


def test_a_drawing_that_leaves_room_hangs_above_the_middle_of_a_wide_box_and_at_the_top_of_a_narrow_one() -> None:
    wide, narrow = draw(StepsKind.TIMELINE, 3), draw(StepsKind.TIMELINE, 2, HALF)
    above, below = wide.box.y - WIDE.y, WIDE.bottom - wide.box.bottom
    assert 0 < above < below
    assert narrow.box.y == HALF.y
