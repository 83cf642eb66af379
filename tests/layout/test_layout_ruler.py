"""The ruler, on a face where every character is one em: lines and heights counted by hand."""

from __future__ import annotations

import pytest

from chevalet.measure.characters import bound, gaps
from chevalet.model.deck import Run, TextBody, TextParagraph
from chevalet.model.theme import Typeface
from chevalet.units import Insets, points
from tests.layout.bricks import LINE, brick, bricks, ems, lines
from tests.layout.layout_samples import ruler


def test_a_line_is_filled_to_99_and_a_half_per_cent() -> None:
    full = points(10 * 10)
    assert bricks().lines(brick("aaaaaaaaaa"), full) == 2
    assert bricks().lines(brick("aaaaaaaaaa"), int(full / 0.995) + 1) == 1


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("aaa bbb", 7, 1),
        ("aaa bbb", 6, 2),
        ("aa bb cc dd", 5, 2),
        ("aa bb cc dd", 4, 4),
        ("", 5, 1),
        ("aa\nbb\n\ncc", 5, 4),
        ("aaaaa\u00a0bbbbb cc", 11, 2),
        ("aa  bb", 5, 2),
        ("  aa bb", 5, 2),
    ],
)
def test_lines_break_at_spaces_and_where_they_are_forced(text: str, width: float, expected: int) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("peut-être", 5, 2),
        ("vis-à-vis,", 6, 2),
        ("l’à-côté", 5, 2),
        ("2010-2012", 9, 1),
        ("aa 2010-2012", 9, 2),
        ("aa/bb-cc", 8, 1),
        ("x aa/bb", 5, 2),
        ("http://a-b", 10, 1),
        ("aa–bb cc", 5, 2),
    ],
)
def test_a_hyphen_breaks_between_letters_alone(text: str, width: float, expected: int) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize("mark", list(")]}!?;:,./»”’%…"))
def test_nothing_breaks_before_a_closing_mark(mark: str) -> None:
    """« aa bb » over five: the mark takes the word before it along, so two lines become three."""
    assert lines(f"aa bb {mark} cc", 5) == 3
    assert lines("aa bb c cc", 5) == 2


@pytest.mark.parametrize("mark", list("([{«“‘"))
def test_nothing_breaks_after_an_opening_mark(mark: str) -> None:
    assert lines(f"aaa {mark} bb", 5) == 2
    assert lines(f"aa bb {mark} cc", 7) == 2


def test_a_word_wider_than_its_line_is_bounded_by_55_per_cent_of_lines() -> None:
    assert lines("a" * 11, 10) == 2
    assert lines("a" * 12, 10) == 3
    assert lines("bb " + "a" * 11, 10) == 3
    assert lines("a" * 11 + " bb", 10) == 3


def test_two_runs_that_touch_are_one_word() -> None:
    """« aaa bb|bb »: the bold half of the second word cannot stay behind."""
    runs = (Run("aaa bb"), Run("bb", bold=True), Run(" c"))
    assert bricks().lines(TextParagraph(runs, 1000), ems(6)) == 2
    assert bricks().lines(TextParagraph(runs, 1000), ems(4)) == 3
    assert bricks().longest_word(TextParagraph(runs, 1000)) == pytest.approx(ems(4), abs=3)


def test_a_margin_takes_its_room_from_every_line() -> None:
    narrow = brick("aaa bbb", margin=points(20))
    assert bricks().lines(narrow, ems(7)) == 2
    assert bricks().lines(narrow, ems(9)) == 1


def test_heights_are_lines_of_one_pitch_and_the_first_space_does_not_count() -> None:
    paragraphs = [brick("aaa bbb", space_before=500), brick("cc", space_before=500)]
    assert bricks().paragraph_height(paragraphs[0], ems(3)) == 2 * LINE
    assert bricks().height(paragraphs, ems(3)) == 3 * LINE + points(5)


def test_spacing_below_single_makes_lines_lower() -> None:
    assert bricks().paragraph_height(brick("a", line_spacing=90), ems(3)) == pytest.approx(LINE * 0.9, abs=1)


def test_a_body_needs_its_insets_too() -> None:
    body = TextBody((brick("aaa bbb"),), Insets(points(10), points(3), points(10), points(4)))
    assert bricks().body_height(body, ems(3) + points(20)) == 2 * LINE + points(7) + points(0.1)


def test_natural_width_and_longest_word_are_those_of_the_widest_line() -> None:
    paragraph = brick("aaaa bb\ncccc-d eee", margin=points(10))
    assert bricks().natural_width(paragraph) == pytest.approx(ems(10) + points(10), abs=3)
    assert bricks().longest_word(paragraph) == pytest.approx(ems(5) + points(10), abs=3)


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("😀", 1400),
        ("漢", 1000),
        ("✓", 1750),
        ("\xa0", 340),
        ("\u202f", 340),
        ("‑", 1000),
        ("́", 0),
        ("\u200d", 0),
        ("️", 0),
        ("\xad", 0),
        ("ש", 900),
        ("ش", 1500),
        ("﷽", 12000),
    ],
)
def test_characters_that_a_face_lacks_are_bounded(character: str, expected: int) -> None:
    assert bound(character) == expected


def test_a_gap_opens_where_ideographs_meet_other_letters() -> None:
    assert gaps("ab漢字cd漢") == 4 * 250


def test_ideographs_break_anywhere_but_before_their_punctuation() -> None:
    """Ten ideographs of one em, one gap at each end, over four and a half: three lines at least."""
    assert lines("漢" * 10, 4.5) in (3, 4)
    assert lines("漢" * 10, 10.5) == 1
    assert bricks().longest_word(brick("漢字、仮")) > bricks().longest_word(brick("漢字仮名"))


def test_code_is_measured_at_the_widest_of_fixed_pitches() -> None:
    code = TextParagraph((Run("x" * 100, typeface=Typeface.CODE),), 1000)
    assert ruler().natural_width(code) == pytest.approx(points(602) / 0.995, rel=0.001)


def test_the_same_runs_are_measured_alike_at_every_size() -> None:
    runs = (Run("Les médias sociaux et le web pour les affaires"),)
    widths = [ruler().natural_width(TextParagraph(runs, size)) / size for size in (1200, 1800, 2400)]
    assert max(widths) - min(widths) < 0.01 * widths[0]
