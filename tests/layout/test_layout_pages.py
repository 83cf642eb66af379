"""The pages of a slide: what stands together, what goes on, what each layout does with content not made for it."""

from __future__ import annotations

import pytest

from chevalet.model.block import Block, Blocks, Break, ChartBlock, Quote
from chevalet.model.course import Slide
from chevalet.model.deck import Anchor, Deck, DeckSlide, PlacedChart, PlacedPicture, PlacedTable, PlacedText
from chevalet.model.diagram import StepsKind
from chevalet.model.inline import Text
from tests.layout.layout_checks import faults, lost_or_repeated, paragraphs_of, text_of
from tests.layout.layout_samples import (
    SPAN,
    Writer,
    chart,
    columns,
    container,
    items,
    lay_out,
    picture,
    said,
    slide,
    table,
    theme,
)

W = Writer(1)


def lay(*blocks: Block, role: str = "", title: str = "Un titre", **settings: object) -> list[DeckSlide]:
    """The pages of a slide, once nothing is wrong with them."""
    return checked(slide(title, *blocks, role=role, **settings)).slides[1:]  # type: ignore[return-value]


def checked(written: Slide) -> Deck:
    deck, _ = lay_out(written)
    assert faults(deck) == []
    assert written.layout == "agenda" or lost_or_repeated(deck, [written]) == []
    return deck


def placed(page: DeckSlide, name: str) -> PlacedText:
    (found,) = [item for item in page.items if isinstance(item, PlacedText) and item.placeholder == name]
    return found


def said_in(page: DeckSlide, name: str) -> list[str]:
    return [text_of(paragraph) for paragraph in paragraphs_of(placed(page, name))]


def roles(pages: list[DeckSlide]) -> list[str]:
    return [page.layout for page in pages]


class TestText:
    def test_a_text_too_long_at_its_largest_takes_the_roomier_layout(self) -> None:
        assert roles(lay(items("a", "b"))) == ["text"]
        assert roles(lay(W.bullets(9))) == ["text-wide"]

    def test_a_break_begins_another_page_and_breaks_alone_make_none(self) -> None:
        edge = Break(SPAN)
        pages = lay(edge, said("un"), edge, edge, said("deux"), said("trois"), edge)
        assert [said_in(page, "body") for page in pages] == [["un"], ["deux", "trois"]]

    def test_an_empty_slide_is_one_page(self) -> None:
        assert roles(lay()) == ["text"]
        assert roles(lay(role="chart")) == ["chart"]

    def test_a_breaks_page_is_not_counted_against_a_strict_slide(self) -> None:
        for blocks, expected in (
            ((Break(SPAN), said("a"), Break(SPAN), items("b"), Break(SPAN)), []),
            ((W.bullets(30),), ["text-cannot-fit"]),
        ):
            _, diagnostics = lay_out(slide("Un titre", *blocks, fit="strict"))
            assert [diagnostic.code for diagnostic in diagnostics] == expected

    @pytest.mark.parametrize(
        ("fit", "pages", "size"), [("", 1, 2000), ("shrink", 1, 2000), ("split", 2, 2400), ("strict", 2, 2400)]
    )
    def test_fit_says_what_may_be_done_with_too_much_text(self, fit: str, pages: int, size: int) -> None:
        found = lay(Writer(4).bullets(10), fit=fit)
        assert len(found) == pages
        assert placed(found[0], "body").body.paragraphs[0].size == size


class TestFigures:
    def test_a_chart_and_its_text_have_the_layouts_places(self) -> None:
        (page,) = lay(chart(), W.bullets(3, 4))
        layout = theme().layouts["chart"]
        (plotted,) = [item for item in page.items if isinstance(item, PlacedChart)]
        assert page.layout == "chart"
        assert placed(page, "body").box.x == layout.placeholders["body"].box.x
        assert plotted.box.x == layout.placeholders["chart"].box.x
        assert plotted.box.bottom == layout.placeholders["chart"].box.bottom

    def test_a_chart_alone_fills_the_place_of_both(self) -> None:
        (page,) = lay(chart())
        (plotted,) = [item for item in page.items if isinstance(item, PlacedChart)]
        alone = theme().layouts["chart"].placeholders["chart"].alone
        assert alone is not None
        assert plotted.box.width == alone.width
        assert plotted.box.bottom == alone.bottom

    def test_a_table_stands_between_the_texts_around_it(self) -> None:
        (page,) = lay(said("avant"), table("a | b", "c | d"), said("après"))
        (laid,) = [item for item in page.items if isinstance(item, PlacedTable)]
        assert placed(page, "body").box.bottom <= laid.box.y
        assert all(item.box.y >= laid.box.bottom for item in page.items[3:])

    def test_text_and_table_that_do_not_fit_one_page_take_two(self) -> None:
        assert roles(lay(W.paragraph(90), W.table(9, 4))) == ["text-wide", "table"]

    def test_a_wide_picture_stands_below_its_text_and_a_tall_one_beside(self) -> None:
        for size, is_below in (((3000, 300), True), ((300, 900), False)):
            (page,) = lay(W.paragraph(12), picture(*size))
            (drawn,) = [item for item in page.items if isinstance(item, PlacedPicture)]
            assert (drawn.box.y >= placed(page, "body").box.bottom) is is_below
            assert (drawn.box.x >= placed(page, "body").box.right) is not is_below

    def test_a_picture_keeps_its_proportions(self) -> None:
        for size in ((3000, 300), (300, 900), (800, 600)):
            (page,) = lay(picture(*size))
            (drawn,) = [item for item in page.items if isinstance(item, PlacedPicture)]
            assert drawn.box.width / drawn.box.height == pytest.approx(size[0] / size[1], rel=0.01)

    def test_a_heading_goes_with_the_figure_it_announces(self) -> None:
        """The text before it is too long for the chart's page: the heading alone goes on with the chart."""
        pages = lay(W.bullets(12), W.heading(), chart())
        assert roles(pages)[-1] == "chart"
        assert len(said_in(pages[-1], "body")) == 1

    def test_a_figure_too_large_for_any_page_is_said_in_words_with_an_error(self) -> None:
        crowded = W.steps(StepsKind.CHAIN, 7)
        steps = tuple(type(step)(W.words(90), W.words(90)) for step in crowded.steps.steps)
        written = type(crowded)(type(crowded.steps)(StepsKind.CYCLE, steps, 0, ()), SPAN)
        deck, diagnostics = lay_out(slide("Un titre", written))
        assert [diagnostic.code for diagnostic in diagnostics] == ["figure-cannot-fit"]
        assert faults(deck) == lost_or_repeated(deck, [slide("Un titre", written)]) == []

    def test_a_source_has_the_layouts_line_and_a_second_placeholder_is_never_asked_for(self) -> None:
        (page,) = lay(chart(), footnotes=(("a", (Text("Une note"),)),))
        assert said_in(page, "source") == ["CEFRIO, 2018", "a Une note"]


class TestFootnotes:
    NOTES = (("a", (Text("Une note"),)), ("b", (Text("Une autre"),)))

    def test_they_stand_on_the_last_page_alone(self) -> None:
        pages = lay(W.bullets(40), footnotes=self.NOTES)
        assert len(pages) > 1
        assert said_in(pages[-1], "source") == ["a Une note", "b Une autre"]
        assert not any(
            item for page in pages[:-1] for item in page.items if getattr(item, "placeholder", "") == "source"
        )

    @pytest.mark.parametrize(
        "role", ["agenda", "closing", "section", "title", "sources", "statement", "quote", "recap"]
    )
    def test_a_layout_without_a_line_for_them_shows_them_too(self, role: str) -> None:
        deck, _ = lay_out(slide("Un titre", said("Une phrase"), role=role, footnotes=self.NOTES))
        assert faults(deck) == []
        assert any("Une autre" in text_of(p) for p in _all(deck.slides[-1]))

    def test_too_many_of_them_are_a_text_of_their_own(self) -> None:
        many = tuple((str(number), W.words(25)) for number in range(20))
        pages = lay(said("a"), said("b"), footnotes=many)
        assert said_in(pages[0], "body") == ["a", "b"]
        assert len(pages) > 2


def _all(page: DeckSlide) -> list:  # type: ignore[type-arg]
    return [paragraph for item in page.items for paragraph in paragraphs_of(item)]


class TestLayouts:
    def test_a_statement_is_one_sentence_in_large_type_in_the_middle(self) -> None:
        (page,) = lay(said("Une seule phrase, que la salle retient."))
        body = placed(page, "body").body
        assert page.layout == "statement"
        assert body.paragraphs[0].size >= 3200
        assert body.anchor is Anchor.MIDDLE

    @pytest.mark.parametrize(
        "blocks",
        [(W.bullets(4),), (W.paragraph(120),), (W.table(3, 3),), (said("a"), picture()), (columns((said("a"),), ()),)],
    )
    @pytest.mark.parametrize("role", ["statement", "quote"])
    def test_what_is_not_one_text_is_laid_out_as_usual(self, role: str, blocks: Blocks) -> None:
        assert role not in roles(lay(*blocks, role=role))

    def test_a_statement_that_is_an_activity_keeps_its_minutes(self) -> None:
        (page,) = lay(container("activity", said("Levez-vous."), minutes="3"), role="statement")
        assert any("3\u00a0min" in text_of(paragraph) for paragraph in _all(page))

    def test_a_quotation_has_its_author_below(self) -> None:
        (page,) = lay(W.quote(12))
        assert said_in(page, "attribution") == ["– Une cheffe de Rimouski"]
        assert len(said_in(page, "body")) == 1

    def test_a_quotation_without_author_or_with_too_long_a_one_is_whole(self) -> None:
        (page,) = lay(Quote((said("Une phrase"),), SPAN))
        assert page.layout == "quote"
        assert "quote" not in roles(lay(Quote((said("Une phrase"), said("– " + "Une cheffe " * 40)), SPAN)))

    def test_a_recap_stays_one_over_its_pages(self) -> None:
        pages = lay(container("key", W.bullets(40)))
        assert set(roles(pages)) == {"recap"}

    def test_a_closing_too_long_for_its_layout_is_plain_text(self) -> None:
        assert roles(lay(W.bullets(3, 4), role="closing")) == ["closing"]
        assert set(roles(lay(W.bullets(30), role="closing"))) == {"text-wide"}

    def test_sources_are_set_smaller_than_texts(self) -> None:
        pages = lay(W.bullets(20), role="sources")
        assert set(roles(pages)) == {"sources"}
        assert all(paragraph.size <= 1600 for paragraph in paragraphs_of(placed(pages[0], "body")))

    @pytest.mark.parametrize("role", ["section", "title"])
    def test_an_opening_asked_for_shows_its_title_and_its_text(self, role: str) -> None:
        first, *others = lay(said("Une phrase"), W.table(3, 3), role=role, title="Deuxième partie")
        assert first.layout == role
        assert first.title == "Deuxième partie"
        assert any(text_of(paragraph) == "Une phrase" for paragraph in _all(first))
        assert roles(others) == ["table"]
        assert roles(lay(role=role)) == [role]

    def test_an_unknown_layout_is_laid_out_by_its_content(self) -> None:
        assert roles(lay(W.table(3, 3), role="affiche")) == ["table"]


class TestPanels:
    ACTIVITY = container(
        "activity", items("Lire", "Voter", ordered=True), minutes="8", group="pairs", material="cartons"
    )

    def test_an_activity_says_its_minutes_large_and_the_rest_below(self) -> None:
        (page,) = lay(self.ACTIVITY)
        assert said_in(page, "numeral") == ["8\u00a0min"]
        assert said_in(page, "heading") == ["En équipes de deux", "Matériel\u00a0: cartons"]
        assert placed(page, "numeral").body.paragraphs[0].size >= 4800

    def test_the_panel_stands_on_every_page_beside_the_rest(self) -> None:
        pages = lay(container("activity", W.bullets(20), minutes="8"))
        assert len(pages) > 1
        assert all(said_in(page, "numeral") == ["8\u00a0min"] for page in pages)

    def test_what_is_too_wide_beside_the_panel_has_a_page_without_it(self) -> None:
        pages = lay(container("activity", W.table(6, 8), minutes="8"))
        assert roles(pages)[0] == "activity"
        assert set(roles(pages)[1:]) == {"table"}

    def test_material_too_long_for_the_panel_goes_on_beside(self) -> None:
        pages = lay(container("activity", items("Lire"), minutes="8", material="des cartons " * 60))
        assert said_in(pages[0], "numeral") == ["8\u00a0min"]

    def test_a_worksheet_within_an_activity_has_the_activitys_time(self) -> None:
        pages = lay(self.ACTIVITY, container("worksheet", title="Ma fiche"))
        assert [said_in(page, "numeral") for page in pages] == [["8\u00a0min"]]
        assert "Ma fiche" in said_in(pages[0], "heading")

    def test_a_worksheet_shows_its_title_and_its_purpose_alone(self) -> None:
        sheet = container("worksheet", said("Pour s’y retrouver."), items("une case"), title="Ma fiche", minutes="10")
        (page,) = lay(sheet)
        shown = [text_of(paragraph) for paragraph in _all(page)]
        assert "Pour s’y retrouver." in shown
        assert "Ma fiche" in shown
        assert "une case" not in shown

    def test_a_case_names_its_place_and_year(self) -> None:
        (page,) = lay(container("case", W.bullets(3, 4), name="Le bistro", place="Rimouski", year="2009"))
        assert said_in(page, "heading")[1:] == ["Le bistro", "Rimouski, 2009"]

    @pytest.mark.parametrize("role", ["", "text", "two-columns"])
    def test_an_activity_inside_a_column_says_its_minutes_there(self, role: str) -> None:
        (page,) = lay(columns((self.ACTIVITY,), (said("b"),)), role=role)
        assert any("8\u00a0min · En équipes de deux" in text_of(paragraph) for paragraph in _all(page))

    def test_a_handout_is_not_for_slides(self) -> None:
        written = slide("Un titre", said("a"), said("b"), container("handout", said("sur papier")))
        deck, _ = lay_out(written)
        assert not any("papier" in text_of(paragraph) for paragraph in _all(deck.slides[1]))


class TestAgenda:
    def agenda(self, segments: int, *blocks: Block, title: str = "Ce soir") -> Deck:
        deck, _ = lay_out(slide(title, *blocks, role="agenda"), segments=segments)
        assert faults(deck) == []
        return deck

    def test_it_has_a_row_for_each_segment_and_its_words_at_its_left(self) -> None:
        deck = self.agenda(4, said("Deux heures et quart."))
        page = deck.slides[1]
        (laid,) = [item for item in page.items if isinstance(item, PlacedTable)]
        assert [text_of(row.cells[1].paragraphs[0]) for row in laid.rows[1:5]] == [
            f"Module numéro {n}" for n in range(1, 5)
        ]
        assert text_of(laid.rows[1].cells[0].paragraphs[0]) == "18\u00a0h\u00a030"
        assert placed(page, "body").box.right <= laid.box.x

    def test_more_rows_than_a_page_holds_go_on_in_the_same_layout(self) -> None:
        deck = self.agenda(40, said("Une longue soirée."))
        pages = [page for page in deck.slides if page.key.startswith("m/s")]
        assert [page.layout for page in pages] == ["agenda"] * len(pages)
        rows = sum(len(item.rows) - 1 for page in pages for item in page.items if isinstance(item, PlacedTable))
        assert len(pages) > 1
        assert rows >= 40

    def test_words_too_long_for_its_left_have_pages_of_their_own(self) -> None:
        deck = self.agenda(4, W.bullets(20))
        assert {page.layout for page in deck.slides if page.key.startswith("m/s")} == {"agenda", "text-wide"}

    def test_a_table_written_on_it_is_shown_with_its_own(self) -> None:
        deck = self.agenda(4, W.table(3, 3))
        tables = [item for page in deck.slides for item in page.items if isinstance(item, PlacedTable)]
        assert len(tables) == 2


class TestGenerated:
    def test_the_cover_says_the_workshop_its_number_and_its_course(self) -> None:
        deck, _ = lay_out(slide("a", said("b")))
        cover = deck.slides[0]
        assert (cover.layout, cover.title, cover.key) == ("title", "Les médias sociaux et le web", "1-essai/~title")
        assert said_in(cover, "numeral") == ["2"]
        assert said_in(cover, "subtitle") == ["Le web qui sert", "Une phrase qui dit de quoi il s’agit."]

    def test_a_cover_too_full_goes_on(self) -> None:
        deck, _ = lay_out(slide("a", said("b")), summary=W.words(150), workshop_title=W.words(20))
        assert faults(deck) == []
        assert deck.slides[1].key == "1-essai/~title~2"

    def test_a_section_has_its_number_and_its_objectives(self) -> None:
        deck, _ = lay_out(slide("a", said("b")), segments=3)
        section = deck.slides[2]
        assert (section.layout, section.key) == ("section", "m2/~section")
        assert said_in(section, "numeral") == ["2"]
        assert said_in(section, "body")[-1] == "Un but"

    def test_sources_are_numbered_over_their_pages(self) -> None:
        deck, _ = lay_out(slide("a", said("b")), sources=40)
        pages = [page for page in deck.slides if page.layout == "sources"]
        starts = [paragraph.start for page in pages for paragraph in paragraphs_of(placed(page, "body"))]
        assert len(pages) > 1
        assert starts == list(range(1, 41))

    def test_every_slide_is_in_the_section_of_its_module(self) -> None:
        deck, _ = lay_out(slide("a", said("b")), segments=3, sources=2)
        assert [(section.title, section.slides) for section in deck.sections] == [
            ("Ouverture", 1),
            ("Module numéro 1", 1),
            ("Module numéro 2", 1),
            ("Module numéro 3", 1),
            ("Sources", 1),
        ]


def test_a_chart_that_is_not_resolved_is_no_reason_to_fail() -> None:
    source = chart().chart
    assert source.title
    (page,) = lay(ChartBlock(source, SPAN))
    assert page.layout == "chart"
