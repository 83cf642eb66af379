"""What a screen reader is given: headings in order, tables with their headers, a text for each drawing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chevalet.emit.pdf import emit_pdf
from chevalet.model.block import ListItem, Picture
from chevalet.model.flow import Drawing, Flow, Grid, Heading
from chevalet.model.inline import plain_text
from tests.emit.deck_samples import png, real_theme
from tests.emit.flow_samples import (
    CHARTS,
    GRID,
    HERE,
    MOCKUPS,
    PRESENCE,
    SQUARE,
    STEPS,
    bullets,
    flow,
    row,
    says,
    table,
    text,
)
from tests.emit.pdf_reading import Element, read_elements, read_text


def read(made: Flow) -> list[Element]:
    return read_elements(emit_pdf(made, real_theme())[0])


def kinds(made: Flow) -> list[str]:
    return [element.kind for element in read(made)]


def test_headings_keep_their_levels_and_none_is_skipped() -> None:
    headings = [Heading(level, text(f"Niveau {level}")) for level in (1, 2, 3, 1, 4, 2)]
    found = [kind for kind in kinds(flow(*headings)) if kind.startswith("H")]
    assert found == ["H1", "H2", "H3", "H1", "H2", "H2"]


def test_a_document_that_begins_at_level_two_is_read_from_level_one() -> None:
    assert "H1" in kinds(flow(Heading(2, text("Sans partie"))))


def test_each_drawing_is_a_figure_with_its_own_text() -> None:
    drawn = [*CHARTS, *STEPS, *MOCKUPS, Drawing(SQUARE, "Vignette ☕ de la diapo")]
    alts = [element.alt for element in read(flow(*drawn)) if element.kind == "Figure"]
    assert len(alts) == len(drawn)
    assert alts[0].startswith("Ce que montre bar : Facebook")
    assert alts[-1] == "Vignette ☕ de la diapo"
    assert all(alts)


def test_a_picture_has_its_text_and_a_decorative_one_is_not_read() -> None:
    picture = Picture("a.png", "Le quai", HERE, data=png())
    ornament = Picture("b.png", "", HERE, decorative=True, data=png(9, 9))
    figures = [element for element in read(flow(picture, ornament)) if element.kind == "Figure"]
    assert [figure.alt for figure in figures] == ["Le quai"]


@pytest.mark.parametrize(("caption", "read_as"), [("", "quai-au-matin"), ("Le quai", "Le quai")])
def test_a_picture_that_is_not_described_is_read_by_its_caption_or_its_name(caption: str, read_as: str) -> None:
    """Resolve has warned of it: that is no reason to make no document."""
    picture = Picture("photos/quai-au-matin.png", "", HERE, caption, data=png())
    assert [element.alt for element in read(flow(picture)) if element.kind == "Figure"] == [read_as]


def test_a_drawing_without_text_is_read_by_the_title_of_its_document() -> None:
    made = flow(Drawing(SQUARE, " "))
    assert [element.alt for element in read(made) if element.kind == "Figure"] == [plain_text(made.title)]


def test_tables_and_grids_have_header_cells() -> None:
    content, _ = emit_pdf(flow(PRESENCE, GRID), real_theme())
    # An empty cell has no content on the page, so pdfium does not list it: the file is asked.
    counts = {kind: content.count(f"/StructElem/S/{kind}/".encode()) for kind in ("Table", "THead", "TH", "TD")}
    assert counts == {"Table": 2, "THead": 2, "TH": 6, "TD": 18}


def test_in_large_print_a_table_of_many_columns_is_a_list_of_its_rows() -> None:
    wide = table("A|B|C|D|E", "un|deux|trois|quatre|cinq")
    fill = Grid("g", row(*"FGHIJ"), (row("six", "", "", "", ""),))
    content, _ = emit_pdf(flow(wide, fill, PRESENCE, is_large=True), real_theme())
    assert content.count(b"/StructElem/S/Table/") == 1
    assert " ".join(read_text(content).split()).count("A un B deux C trois D quatre E cinq F six G H I J") == 1


def test_a_chart_is_followed_by_the_table_of_its_data() -> None:
    found = kinds(flow(CHARTS[1]))
    assert found.index("Figure") < found.index("Table")
    assert found.count("TH") == 4
    assert found.count("TD") == 12


def test_lists_are_lists_those_to_tick_too() -> None:
    ticked = ListItem((says("Fiche"),), HERE, checked=True)
    found = kinds(flow(bullets("un", ListItem((says("deux"), bullets("trois")), HERE)), bullets(ticked)))
    assert found.count("L") == 3
    assert found.count("LI") == 4


def test_a_table_over_two_pages_is_one_table() -> None:
    long = table("Jour|Idée", *(f"{day}|Une photo" for day in range(80)))
    elements = read(flow(long, is_whole_page=False))
    assert len({element.page for element in elements if element.kind == "TR"}) == 3
    assert sum(element.kind == "TH" for element in elements if element.page == 0) == 2


def test_a_title_with_a_mark_no_face_has_is_still_read_whole() -> None:
    titled = replace(flow(says("Bonsoir")), author="Café ☕")
    content, diagnostics = emit_pdf(titled, real_theme())
    assert diagnostics == ()
    assert content
