"""Tables: widths shared by content, rows that bound their text, the header on every page, nothing cut needlessly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chevalet.layout.sharing import share_width
from chevalet.layout.table_pages import split_table
from chevalet.layout.tables import SIZES, TablePage, lay_table
from chevalet.layout.typesetter import Typesetter
from chevalet.model.block import Alignment, Table
from chevalet.model.deck import Align, PlacedRow, PlacedTable, TextBody
from chevalet.model.inline import Text
from chevalet.units import Size, inches
from tests.layout.layout_checks import faults, lost_or_repeated, shown_texts, text_of
from tests.layout.layout_samples import SPAN, Writer, lay_out, ruler, slide, table

ROOM = Size(inches(11.8), inches(4.25))


def lay(written: Table, room: Size = ROOM, floor: int = SIZES[-1]) -> TablePage:
    page = lay_table(ruler(), written, room, floor)
    assert page is not None
    return page


def split(written: Table, room: Size = ROOM) -> list[TablePage]:
    return split_table(Typesetter(ruler()), written, room)


def cells(rows: Sequence[PlacedRow]) -> list[list[str]]:
    return [[text_of(cell.paragraphs[0]) for cell in row.cells] for row in rows]


class TestSharing:
    def test_short_columns_are_widened_alike(self) -> None:
        assert share_width([10, 10], [20, 60], 100) == (30, 70)

    def test_a_small_table_is_stretched_to_half_of_the_width_and_no_more(self) -> None:
        assert sum(share_width([10, 10], [10, 10], 1000)) == 500

    def test_a_table_is_stretched_by_sixty_per_cent_at_most(self) -> None:
        assert sum(share_width([10, 10], [200, 200], 1000)) == 640

    def test_a_table_that_nearly_fills_the_width_takes_all_of_it(self) -> None:
        assert sum(share_width([10, 10], [260, 260], 1000)) == 1000

    def test_what_is_left_after_the_longest_words_goes_where_lines_would_break(self) -> None:
        """The longest words take 20 and 80; of the forty left 40/120 go to the first column, 80/120 to the second."""
        assert share_width([20, 80], [60, 160], 140) == (33, 107)

    def test_words_that_do_not_fit_cut_the_widest_columns_alike(self) -> None:
        assert share_width([10, 100, 200], [10, 100, 200], 100) == (10, 45, 45)

    @pytest.mark.parametrize("width", [7, 100, 1001])
    def test_the_widths_never_exceed_what_there_is(self, width: int) -> None:
        for natural in ([1, 1, 1], [30, 40, 50], [1000, 1, 1]):
            assert sum(share_width([min(each, 20) for each in natural], natural, width)) <= width


def test_a_table_of_few_short_cells_is_large_and_not_absurdly_wide() -> None:
    page = lay(table("Oui | Non", "1 | 2", "3 | 4"))
    assert page.style.size == 2000
    assert sum(page.widths) <= ROOM.width * 0.6


def test_a_table_takes_the_largest_size_at_which_it_stands_whole() -> None:
    few, many = (Writer(1).table(rows, 3) for rows in (4, 9))
    assert lay(few).style.size > lay(many).style.size >= SIZES[-1]
    assert lay_table(ruler(), many, ROOM, lay(many).style.size + 100) is None


def test_a_row_is_as_high_as_the_highest_of_its_cells_needs() -> None:
    page = lay(Writer(1).table(5, 4, 6))
    for row in page.rows:
        needed = [
            ruler().body_height(TextBody(cell.paragraphs, page.style.insets), width)
            for cell, width in zip(row.cells, page.widths, strict=True)
        ]
        assert max(needed) <= row.height


def test_a_table_that_would_cut_a_word_is_not_whole_at_that_size() -> None:
    written = table("Quoi | Où", f"{'mot' * 25} | ici")
    assert lay(written, Size(inches(11.8), inches(4))).style.size < 2000
    assert lay_table(ruler(), written, Size(inches(4), inches(4))) is None


def test_the_header_is_bold_and_columns_stand_as_asked() -> None:
    written = Table(
        ((Text("Quoi"),), (Text("Combien"),)),
        (((Text("a"),), (Text("1"),)),),
        (Alignment.DEFAULT, Alignment.RIGHT),
        SPAN,
    )
    page = lay(written)
    assert [cell.paragraphs[0].runs[0].bold for row in page.rows for cell in row.cells] == [True, True, False, False]
    assert [cell.paragraphs[0].align for row in page.rows for cell in row.cells] == [Align.LEFT, Align.RIGHT] * 2


def test_the_header_stands_on_every_page_and_every_row_on_one() -> None:
    written = Writer(1).table(40, 4)
    pages = split(written)
    header, *_ = cells(pages[0].rows)
    assert len(pages) > 1
    assert all(cells(page.rows)[0] == header for page in pages)
    rows = [row for page in pages for row in cells(page.rows)[1:]]
    assert rows == [
        ["".join(each.text for each in cell if isinstance(each, Text)) for cell in row] for row in written.rows
    ]


def test_pages_of_a_table_hold_nearly_as_many_rows_each() -> None:
    counts = [len(page.rows) for page in split(table("a | b", *(f"{n} | x" for n in range(60))))]
    assert max(counts) - min(counts) <= len(counts)


def test_no_page_of_a_table_is_higher_than_its_room() -> None:
    for rows, columns, words in ((40, 4, 3), (9, 3, 60), (3, 2, 400), (25, 9, 2)):
        assert all(page.height <= ROOM.height for page in split(Writer(2).table(rows, columns, words)))


def test_a_row_higher_than_a_page_goes_on_in_the_next() -> None:
    written = Writer(1).table(1, 2, 700)
    pages = split(written)
    assert len(pages) > 1
    texts = " ".join(row[0] for page in pages for row in cells(page.rows)[1:])
    assert texts.split() == "".join(each.text for each in written.rows[0][0] if isinstance(each, Text)).split()


def test_a_table_of_too_many_columns_or_too_high_a_header_is_no_table() -> None:
    assert split(Writer(1).table(3, 40)) == []
    assert split(Table((Writer(1).words(500),), (((Text("x"),),),), (Alignment.DEFAULT,), SPAN)) == []


def test_such_a_table_is_said_in_words_with_an_error() -> None:
    written = slide("Un titre", Writer(1).table(3, 40))
    deck, diagnostics = lay_out(written)
    assert [diagnostic.code for diagnostic in diagnostics] == ["table-cannot-fit"]
    assert faults(deck) == lost_or_repeated(deck, [written]) == []


def test_a_word_that_no_column_can_hold_is_a_warning_and_is_shown() -> None:
    written = slide("Un titre", table("Quoi | Où", f"{'b' * 250} | {'c' * 250}"))
    deck, diagnostics = lay_out(written)
    assert [diagnostic.code for diagnostic in diagnostics] == ["word-cannot-fit"]
    assert faults(deck) == lost_or_repeated(deck, [written]) == []


def test_a_table_without_rows_shows_its_header() -> None:
    deck, _ = lay_out(slide("Un titre", table("Quoi | Où"), key="m/t"))
    assert shown_texts(deck)["m/t"] == ["Quoi", "Où"]


def test_a_table_says_its_columns_and_rows_to_who_does_not_see_it() -> None:
    deck, _ = lay_out(slide("Un titre", table("Quoi | Où", "a | b", "c | d")))
    (placed,) = [item for item in deck.slides[1].items if isinstance(item, PlacedTable)]
    assert placed.placeholder == "table"
    assert placed.name == "Tableau – m/s#1"
    assert "Quoi, Où" in placed.alt
    assert "2" in placed.alt
