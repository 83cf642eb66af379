"""How a document falls into pages: what stays together, what goes on, and that nothing leaves the sheet."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pytest

from chevalet.emit.pdf import emit_pdf
from chevalet.model.flow import Field, FieldKind, Flow, FlowBlock, Grid, Heading, Panel, Paper, Role
from tests.emit.deck_samples import real_theme
from tests.emit.flow_samples import CHARTS, STEPS, bullets, flow, row, says, table, text

SENTENCE = "La boulangerie du quai publie chaque matin une photo vraie et répond aux questions de sa clientèle. "


def pages_of(made: Flow) -> list[str]:
    document = pdfium.PdfDocument(emit_pdf(made, real_theme())[0])
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def lay(*blocks: FlowBlock, is_large: bool = False) -> list[str]:
    return pages_of(flow(*blocks, is_large=is_large, is_whole_page=False))


def fill(lines: int) -> tuple[FlowBlock, ...]:
    return tuple(says(f"Ligne {number}") for number in range(lines))


def test_the_header_of_a_long_table_is_on_each_of_its_pages() -> None:
    pages = lay(table("Journée|Idée", *(f"{day}|{SENTENCE}" for day in range(80))))
    assert len(pages) > 3
    assert all("Journée" in page for page in pages)


@pytest.mark.parametrize("lines", range(24, 34))
def test_a_heading_stays_with_what_follows(lines: int) -> None:
    pages = lay(*fill(lines), Heading(2, text("Titre retenu")), says(SENTENCE * 3))
    (page,) = (page for page in pages if "Titre retenu" in page)
    assert "La boulangerie" in page


@pytest.mark.parametrize("lines", range(14, 26))
def test_a_low_panel_is_not_cut(lines: int) -> None:
    body = (
        says("Début du cadre. " + SENTENCE),
        Field("a", text("Champ"), FieldKind.LINES, 1),
        says("Fin du cadre."),
    )
    pages = lay(*fill(lines), Panel(Role.ACTIVITY, text("À vous"), body))
    (page,) = (page for page in pages if "Début du cadre" in page)
    assert "Fin du cadre" in page


def test_a_panel_longer_than_a_page_goes_on_over_the_next() -> None:
    body = tuple(says(f"Paragraphe {number}. {SENTENCE * 5}") for number in range(24))
    pages = lay(Panel(Role.KEY, text("Long cadre"), body))
    assert len(pages) > 1
    assert "Paragraphe 0." in pages[0]
    assert "Paragraphe 23." in pages[-1]


@pytest.mark.parametrize("lines", range(26, 34))
def test_boxes_to_tick_stay_with_one_another_and_with_what_asks(lines: int) -> None:
    ticks = (Field(f"t{number}", text(f"Case {number}"), FieldKind.TICK) for number in range(4))
    pages = lay(*fill(lines), says("Cocher ce qui est fait"), *ticks)
    (page,) = (page for page in pages if "Cocher" in page)
    assert "Case 3" in page


def lowest_mark(page: pdfium.PdfPage) -> float:
    """Return how low anything is drawn above the foot's rule, in points from the lower edge."""
    raw = pdfium.raw
    lows = []
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        bounds = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(raw.FPDFPage_GetObject(page.raw, place), *map(ctypes.byref, bounds))
        left, bottom, right, _ = (bound.value for bound in bounds)
        if right > left:
            lows.append((bottom, right))
    width = page.get_width()
    assert all(right <= width for _, right in lows)
    return min(bottom for bottom, _ in lows)


LONG: tuple[tuple[FlowBlock, ...], ...] = (
    (Panel(Role.WORKSHEET, text("Feuille"), (Field("a", text("Tout dire"), FieldKind.LINES, 90),)),),
    (Grid("g", row("Question", "Réponse"), tuple(row(f"Question {number}", "") for number in range(40)), 3),),
    (table("|".join(f"Colonne {n}" for n in range(9)), *["|".join(["communication"] * 9)] * 60),),
    (*CHARTS, *STEPS),
    (says("anti" + "constitutionnel" * 40), bullets("https://exemple.example/" + "chemin/" * 60)),
    (*fill(28), CHARTS[2], *fill(20), STEPS[1]),
)


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("blocks", LONG)
def test_nothing_is_drawn_below_the_foot_or_off_the_sheet(blocks: tuple[FlowBlock, ...], is_large: bool) -> None:
    made = flow(*blocks, is_large=is_large, paper=Paper.A4, is_whole_page=False)
    document = pdfium.PdfDocument(emit_pdf(made, real_theme())[0])
    lows = [lowest_mark(document[number]) for number in range(len(document))]
    assert len({round(low) for low in lows}) == 1  # that of the foot, on every page


def test_what_is_asked_in_a_grid_never_runs_over_the_next_row() -> None:
    asked = "Une question bien plus longue que la place qui lui est laissée dans sa colonne"
    grid = Grid("g", row("Question", "Réponse"), (row(asked, ""), row("Suite", "")), 1)
    content, _ = emit_pdf(flow(grid, is_large=True, is_whole_page=False), real_theme())
    shown = pdfium.PdfDocument(content)[0].get_textpage()
    boxes = [
        (shown.get_text_bounded(*shown.get_rect(place)), shown.get_rect(place)) for place in range(shown.count_rects())
    ]
    (end,) = (box for words, box in boxes if "colonne" in words)
    (following,) = (box for words, box in boxes if "Suite" in words)
    assert following[3] < end[1]


def test_a_list_of_seven_levels_is_whole() -> None:
    nested = bullets("niveau 0")
    for level in range(1, 7):
        nested = bullets(f"niveau {level}", *nested.items, ordered=level % 2 == 0)
    assert all(f"niveau {level}" in lay(nested)[0] for level in range(7))
