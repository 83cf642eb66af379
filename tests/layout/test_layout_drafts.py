"""Blocks as drafts, and drafts at their size: parts, markers, margins, what keeps the next."""

from __future__ import annotations

from chevalet.layout.drafts import Draft, Part, draft_blocks
from chevalet.layout.pieces import FigurePiece, TextPiece
from chevalet.layout.sizing import Sizing, set_draft
from chevalet.layout.splitting import split_pieces
from chevalet.model.block import CodeBlock, List, ListItem, Paragraph, Quote, Subheading
from chevalet.model.deck import Bullet, TextParagraph
from chevalet.model.inline import Emphasis, InlinePicture, LineBreak, Link, Strong, Text
from chevalet.model.picture import PictureData
from chevalet.units import inches, points
from tests.layout.bricks import drafts, words
from tests.layout.layout_samples import SPAN, container, items, picture, said, table, theme

WIDE = inches(11)


def set_all(found: tuple[Draft, ...], base: int = 2400, floor: int = 1800, width: int = WIDE) -> list[TextParagraph]:
    sizing = Sizing(base, floor, theme().levels, width)
    return [set_draft(draft, sizing) for draft in found]


def nested(depth: int) -> List:
    inner = (nested(depth - 1),) if depth > 1 else ()
    return List((ListItem((said(f"niveau {depth}"), *inner), SPAN),), SPAN)


def test_a_lead_in_and_a_subheading_keep_what_follows() -> None:
    found = drafts(said("Trois règles\u00a0:"), said("Un point."), Subheading((Text("Titre"),), 3, SPAN))
    assert [draft.keeps_next for draft in found] == [True, False, True]


def test_an_items_first_paragraph_has_the_marker_and_the_others_its_margin() -> None:
    found = drafts(List((ListItem((said("un"), said("suite")), SPAN),), SPAN))
    assert [(draft.part, draft.bullet) for draft in found] == [
        (Part.ITEM, Bullet.INHERIT),
        (Part.CONTINUED, Bullet.NONE),
    ]
    first, second = set_all(found)
    assert first.margin == second.margin == theme().levels[0].margin
    assert (first.indent, second.indent) == (theme().levels[0].indent, 0)


def test_sub_items_are_a_step_smaller_and_never_below_the_floor() -> None:
    assert [paragraph.size for paragraph in set_all(drafts(nested(3)))] == [2400, 2200, 2200]
    assert [paragraph.size for paragraph in set_all(drafts(nested(2)), base=1800)] == [1800, 1800]


def test_every_level_stands_further_in_than_the_one_above() -> None:
    margins = [paragraph.margin for paragraph in set_all(drafts(nested(7)))]
    assert margins == sorted(set(margins))


def test_margins_leave_most_of_a_narrow_column_to_its_text() -> None:
    width = inches(3)
    assert all(paragraph.margin <= width * 0.4 for paragraph in set_all(drafts(nested(8)), width=width))


def test_numbers_of_two_figures_push_their_whole_list_aside() -> None:
    one, two, three = (
        [paragraph.margin for paragraph in set_all(drafts(items(*"abcdefghij"[:count], ordered=True, start=start)))]
        for count, start in ((9, 1), (10, 1), (3, 999))
    )
    assert len(set(one)) == len(set(two)) == len(set(three)) == 1
    assert one[0] < two[0] < three[0]


def test_the_room_before_a_number_is_wide_enough_for_it() -> None:
    """« 10. » at 24 points: two figures of 0.507 em and a full stop of 0.252, more than the theme's 21.6 points."""
    (paragraph,) = set_all(drafts(items("a", ordered=True, start=10)))
    assert -paragraph.indent >= points(24 * (2 * 0.507 + 0.252))


def test_numbers_go_on_from_their_start_past_a_figure() -> None:
    listed = List(
        (
            ListItem((said("un"), picture(), said("après")), SPAN),
            ListItem((said("deux"), table("a | b", "c | d")), SPAN),
            ListItem((said("trois"),), SPAN),
        ),
        SPAN,
        ordered=True,
        start=4,
    )
    pieces = split_pieces((listed,))
    assert [type(piece) for piece in pieces] == [TextPiece, FigurePiece, TextPiece, FigurePiece, TextPiece]
    found = [draft for piece in pieces if isinstance(piece, TextPiece) for draft in piece.drafts]
    assert words(found) == ["un", "après", "deux", "trois"]
    assert [(draft.bullet, draft.start) for draft in found if draft.bullet is Bullet.NUMBER] == [
        (Bullet.NUMBER, 4),
        (Bullet.NUMBER, 5),
        (Bullet.NUMBER, 6),
    ]


def test_an_item_that_begins_with_code_has_its_marker_on_a_line_of_its_own() -> None:
    found = drafts(List((ListItem((CodeBlock("x", "", SPAN),), SPAN),), SPAN, ordered=True))
    assert [(draft.part, draft.keeps_next) for draft in found] == [(Part.ITEM, True), (Part.CODE, False)]


def test_a_task_list_has_boxes_and_a_quiz_letters() -> None:
    choices = List(tuple(ListItem((said(text),), SPAN, False) for text in "xyz"), SPAN)
    assert {draft.bullet for draft in drafts(choices)} == {Bullet.CHECK}
    (piece,) = split_pieces((container("quiz", said("Lequel?"), choices, said("Et puis?"), choices),))
    assert isinstance(piece, TextPiece)
    assert [(draft.bullet, draft.start) for draft in piece.drafts if draft.bullet is Bullet.LETTER] == [
        (Bullet.LETTER, number) for number in (1, 2, 3, 1, 2, 3)
    ]


def test_the_lines_of_code_are_drafts_and_its_tabs_spaces() -> None:
    found = drafts(CodeBlock("\tx\n\ny\n", "", SPAN))
    assert words(found) == ["    x", "\u00a0", "y"]
    assert [draft.is_first_of_block for draft in found] == [True, False, False]


def test_quotes_are_in_italics_whatever_they_hold() -> None:
    found = drafts(Quote((Paragraph((Text("dit "), Emphasis((Text("haut"),))), SPAN), items("un")), SPAN))
    assert [draft.part for draft in found] == [Part.QUOTE, Part.ITEM]
    assert all(run.italic for draft in found for run in draft.runs)


def test_inline_marks_become_runs_and_neighbours_alike_are_one() -> None:
    inlines = (Text("a"), Text("\tb"), Strong((Text("c"), Link((Text("d"),), "https://e.ca", SPAN))), LineBreak())
    (draft,) = draft_blocks((Paragraph(inlines, SPAN),))
    assert [(run.text, run.bold, run.link) for run in draft.runs] == [
        ("a b", False, ""),
        ("c", True, ""),
        ("d", True, "https://e.ca"),
        ("\n", False, ""),
    ]


def test_a_picture_in_a_line_stands_after_its_paragraph_wherever_that_is() -> None:
    inline = InlinePicture("a.png", "alt", SPAN, data=PictureData(b"", 1, 1, "png"))
    written = Paragraph((Text("avant "), Strong((inline,)), Text(" après")), SPAN)
    for block in (written, Quote((written,), SPAN), List((ListItem((written,), SPAN),), SPAN)):
        first, second = split_pieces((block,))
        assert isinstance(first, TextPiece)
        assert isinstance(second, FigurePiece)
        assert words(first.drafts) == ["avant  après"]
