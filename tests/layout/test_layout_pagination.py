"""Text over pages, on bricks: the largest size, the fewest pages, evenly filled, nothing lost."""

from __future__ import annotations

import pytest

from chevalet.layout.cutting import cut
from chevalet.layout.drafts import Draft, Part
from chevalet.layout.pagination import PageOfText, fill, fit_text, paginate
from chevalet.layout.typesetter import Measured, Room
from chevalet.model.block import Paragraph, Subheading
from chevalet.model.deck import Bullet
from chevalet.model.inline import Strong, Text
from tests.layout.bricks import LINE, drafts, ems, room, setter, words
from tests.layout.layout_samples import SPAN, code, items, said


def shown(pages: list[PageOfText]) -> list[list[str]]:
    return [words([each.draft for each in page]) for page in pages]


def heading(text: str) -> Subheading:
    return Subheading((Text(text),), 3, SPAN)


def lines_of(count: int) -> tuple[Draft, ...]:
    """So many paragraphs of one line, without space between them: code."""
    return tuple(drafts(code(count)))


def test_the_largest_size_that_fits_is_taken() -> None:
    """Four characters over ten ems of ten points: at 20 points they take 8 ems, at 30 they would take 12."""
    found = fit_text(setter(), drafts(said("aaaa")), (3000, 2000, 1000), room(10, 3))
    assert found is not None
    assert [paragraph.size for paragraph in found] == [2000]


def test_a_narrow_column_prefers_a_size_that_cuts_no_word() -> None:
    """Ten letters in a column of ten ems: at 12 points the word would be cut, though two lines fit."""
    found = fit_text(setter(), drafts(said("aaaaaaaaaa")), (1200, 1000), room(10.1, 5))
    assert found is not None
    assert found[0].size == 1000


def test_a_word_too_long_for_any_size_is_set_at_the_largest() -> None:
    found = fit_text(setter(), drafts(said("a" * 30)), (1200, 1000), room(10, 20))
    assert found is not None
    assert found[0].size == 1200


def test_nothing_fits_a_room_too_low() -> None:
    assert fit_text(setter(), drafts(said("aa aa")), (1000,), room(3, 1)) is None


def test_pages_are_as_few_as_the_floor_allows_at_the_largest_size_that_needs_no_more() -> None:
    """Six words of one line each: at 10 points three lines a page make two pages, and so they do at 11."""
    text = [said("aaa") for _ in range(4)]
    pages = paginate(setter(), drafts(*text), (1500, 1100, 1000), room(3.5, 3.5))
    assert len(pages) == 2
    assert {each.paragraph.size for page in pages for each in page} == {1100}


def test_pages_are_filled_alike() -> None:
    """Eleven lines, ten a page: six and five rather than ten and one."""
    pages = paginate(setter(), lines_of(11), (1000,), Room(ems(90), 10 * LINE + 9, 1000))
    assert [len(page) for page in pages] == [6, 5]


def test_a_full_page_is_filled_to_its_end_when_balance_is_not_asked() -> None:
    pages = fill(setter(), lines_of(11), 1000, Room(ems(90), 10 * LINE + 9, 1000))
    assert [len(page) for page in pages] == [10, 1]


def test_a_heading_goes_with_what_follows() -> None:
    """Three lines a page: the heading that would end the first begins the second."""
    found = drafts(said("un"), said("deux"), heading("titre"), said("trois"))
    pages = fill(setter(), found, 1000, Room(ems(9), 4 * LINE + 9, 1000))
    assert shown(pages) == [["un", "deux"], ["titre", "trois"]]


def test_headings_alone_on_a_page_stay_there() -> None:
    found = drafts(heading("un"), heading("deux"), heading("trois"))
    pages = fill(setter(), found, 1000, Room(ems(9), 2 * LINE, 1000))
    assert [text for page in shown(pages) for text in page] == ["un", "deux", "trois"]


def test_what_a_heading_announces_is_cut_rather_than_leave_it_alone() -> None:
    """A paragraph of five lines fits a page of five, but not below its heading."""
    found = drafts(heading("titre"), said("aaa bbb ccc ddd eee"))
    pages = fill(setter(), found, 1000, Room(ems(5), int(5.2 * LINE), 1000))
    assert shown(pages)[0][0] == "titre"
    assert len(shown(pages)[0]) == 2


def test_a_paragraph_higher_than_a_page_is_cut_between_sentences() -> None:
    """Six lines of three words: of the four that fit, the last sentence ends after the third."""
    (draft,) = drafts(said("aaa bbb. ccc ddd. eee fff. ggg hhh iii jjj kkk lll"))
    pages = fill(setter(), [draft], 1000, Room(ems(8), 4 * LINE + 9, 1000))
    assert shown(pages) == [["aaa bbb. ccc ddd. eee fff."], ["ggg hhh iii jjj kkk lll"]]


def test_a_cut_moves_back_to_a_sentence_only_when_enough_stays_before_it() -> None:
    (draft,) = drafts(said("aa. bbb ccc ddd eee fff ggg hhh iii jjj kkk"))
    first, _ = shown(fill(setter(), [draft], 1000, Room(ems(7), 4 * LINE + 9, 1000)))
    assert first == ["aa. bbb ccc ddd eee fff ggg hhh"]


def test_a_cut_item_keeps_its_margin_without_a_second_marker() -> None:
    (draft,) = drafts(items("aaa bbb ccc ddd eee fff ggg hhh", ordered=True))
    pages = fill(setter(), [draft], 1000, Room(ems(10), 3 * LINE, 1000))
    first, second = pages[0][0].paragraph, pages[1][0].paragraph
    assert (first.bullet, second.bullet) == (Bullet.NUMBER, Bullet.NONE)
    assert (first.margin, second.indent) == (second.margin, 0)
    assert pages[1][0].draft.part is Part.CONTINUED


def test_numbers_go_on_over_pages() -> None:
    pages = fill(setter(), drafts(items(*"abcdefgh", ordered=True)), 1000, Room(ems(9), 5 * LINE, 1000))
    assert [each.paragraph.start for page in pages for each in page] == list(range(1, 9))


def test_a_cut_keeps_the_look_of_each_run() -> None:
    inlines = (Text("aaa "), Strong((Text("bbb ccc"),)), Text(" ddd"))
    (measured,) = setter().set(drafts(Paragraph(inlines, SPAN)), 1000, room(3, 9))
    parts = cut(setter(), measured, room(3, 9), 2 * LINE + 9)
    assert parts is not None
    assert [[(run.text, run.bold) for run in part.draft.runs] for part in parts] == [
        [("aaa ", False), ("bbb", True)],
        [("ccc", True), (" ddd", False)],
    ]


def test_a_word_higher_than_a_page_is_cut_between_letters_and_never_before_a_mark() -> None:
    word = "e\u0301" * 200
    (draft,) = drafts(said(word))
    found = shown(fill(setter(), [draft], 1000, room(10, 4)))
    assert "".join(text for page in found for text in page) == word
    assert all(text.startswith("e") for page in found for text in page)


def test_less_than_two_lines_are_not_worth_a_cut() -> None:
    (draft,) = drafts(said("aaa bbb ccc ddd"))
    measured: Measured = setter().set([draft], 1000, room(3, 9))[0]
    assert cut(setter(), measured, room(3, 9), int(1.5 * LINE)) is None


@pytest.mark.parametrize("height", [1.0, 2.5, 4.0, 7.3])
@pytest.mark.parametrize("width", [3, 8, 21])
def test_nothing_is_lost_or_said_twice_in_any_room(width: float, height: float) -> None:
    text = [
        heading("Un titre"),
        said("Une phrase. Une autre, plus longue! Et puis une dernière, qui ne finit pas"),
        items("un", "deux bouts", "trois mots ici", ordered=True),
        code(3),
        said("m" * 30),
    ]
    found = drafts(*text)
    for sizes in ((1000,), (1400, 1200, 1000)):
        pages = paginate(setter(), found, sizes, room(width, height))
        given = "".join("".join(page) for page in shown(pages))
        assert given.replace(" ", "") == "".join(words(found)).replace(" ", "")


def test_no_page_is_higher_than_its_room() -> None:
    found = drafts(said("aaa bbb ccc. " * 30), items(*["ddd eee"] * 9), said("f" * 90))
    for height in (3, 5, 8):
        for page in paginate(setter(), found, (1200, 1000), room(9, height)):
            assert sum(each.height for each in page) <= int(height * LINE) + 1
