"""Where a document may be cut: no large hole, no line alone; on blocks of all kinds, then on the real workbooks."""

from __future__ import annotations

import ctypes
import re
from functools import cache
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pytest

from chevalet.compose import Supplies, compose
from chevalet.emit.pdf import emit_pdf
from chevalet.model.flow import Columns, Field, FieldKind, Flow, FlowBlock, Grid, Heading, Panel, Role
from tests.compose.composing import real
from tests.emit.deck_samples import real_theme
from tests.emit.flow_samples import bullets, flow, row, says, table, text

raw: Any = pdfium.raw
SENTENCE = "La boulangerie du quai publie chaque matin une photo vraie et répond aux questions de sa clientèle. "
# A drawing that is not cut takes up to half a page in large print.
LARGEST_HOLE, LARGEST_LARGE_HOLE = 0.4, 0.6
# Before a part, and at the end of the document, a page ends where it ends.
PART = re.compile(r"\A(?:Partie \d|Fiches-questions|Ma question|Bienvenue|Lundi matin|Clôture)")
WORKSHOPS = [workshop.identifier for workshop in real().project.workshops]


def pages_of(made: Flow) -> list[str]:
    document = pdfium.PdfDocument(emit_pdf(made, real_theme())[0])
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def lay(*blocks: FlowBlock, is_large: bool = False) -> list[str]:
    return pages_of(flow(*blocks, is_large=is_large, is_whole_page=False))


def fill(lines: int) -> tuple[FlowBlock, ...]:
    return tuple(says(f"Ligne {number}") for number in range(lines))


@pytest.mark.parametrize("lines", range(16, 32, 2))
def test_the_last_row_of_a_table_is_never_alone(lines: int) -> None:
    grid = Grid("g", row("Question", "Réponse"), tuple(row(f"Rangée {number}", "") for number in range(8)), 2)
    pages = lay(*fill(lines), grid)
    (last,) = (page for page in pages if "Rangée 7" in page)
    assert "Rangée 6" in last


@pytest.mark.parametrize("lines", range(16, 34, 2))
def test_the_first_row_of_a_table_is_never_alone(lines: int) -> None:
    pages = lay(*fill(lines), table("Journée|Idée", *(f"Jour {day}|{SENTENCE}" for day in range(20))))
    (first,) = (page for page in pages if "Jour 0" in page)
    assert "Jour 1" in first


@pytest.mark.parametrize("lines", range(18, 36, 2))
def test_a_low_list_is_not_cut(lines: int) -> None:
    pages = lay(*fill(lines), bullets("premier", "deuxième", "troisième", "quatrième"))
    (page,) = (page for page in pages if "premier" in page)
    assert "quatrième" in page


@pytest.mark.parametrize("lines", range(18, 36, 2))
def test_parts_side_by_side_are_on_one_page(lines: int) -> None:
    pages = lay(*fill(lines), Columns(((bullets("un", "deux", "trois"),), (bullets("four", "five", "six"),))))
    (page,) = (page for page in pages if "trois" in page)
    assert "six" in page


@pytest.mark.parametrize("lines", range(16, 34, 2))
def test_a_high_worksheet_is_cut_between_its_fields_but_never_after_its_label(lines: int) -> None:
    fields = tuple(Field(f"f{number}", text(f"Champ {number}"), FieldKind.LINES, 3) for number in range(6))
    pages = lay(*fill(lines), Panel(Role.WORKSHEET, text("Ma feuille"), (says("Une phrase."), *fields)))
    (begun,) = (page for page in pages if "Ma feuille" in page)
    assert "Champ 0" in begun
    (last,) = (page for page in pages if "Champ 5" in page)
    assert "Champ 4" in last


def test_a_high_worksheet_leaves_no_hole() -> None:
    fields = tuple(Field(f"f{number}", text(f"Champ {number}"), FieldKind.LINES, 3) for number in range(6))
    pages = lay(*fill(14), Panel(Role.WORKSHEET, text("Ma feuille"), fields))
    assert "Champ 0" in pages[0]


@pytest.mark.parametrize("lines", range(20, 36, 2))
def test_a_remark_stays_with_its_table(lines: int) -> None:
    blocks = (table("Jour|Idée", "lundi|pain", "mardi|brioche"), says("Exemple inventé."), Heading(2, text("Suite")))
    pages = lay(*fill(lines), *blocks)
    (page,) = (page for page in pages if "Exemple" in page)
    assert "brioche" in page


@cache
def workbook(identifier: str, is_large: bool) -> bytes:
    course = real().course(identifier, "public")
    made, _ = compose(course, "workbook", Supplies(is_large=is_large))
    return emit_pdf(made, real_theme())[0]


def bounds_of(page: Any) -> list[tuple[float, float, float, float]]:
    """Return the left, lower, right and upper edges of all that is drawn, in points."""
    found = []
    for place in range(raw.FPDFPage_CountObjects(page.raw)):
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(raw.FPDFPage_GetObject(page.raw, place), *map(ctypes.byref, edges))
        left, lower, right, upper = (edge.value for edge in edges)
        if right > left:
            found.append((left, lower, right, upper))
    return found


def hole_of(page: Any) -> float:
    """Return the share of a page's text that stays empty above its foot's rule."""
    boxes, height = bounds_of(page), page.get_height()
    foot = max(top for left, low, right, top in boxes if top - low < 2 and right - left > 400 and top < 0.12 * height)
    lowest = min((low for _, low, _, _ in boxes if low > foot + 1), default=height)
    return float((lowest - foot) / (0.925 * height - foot))


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("identifier", WORKSHOPS)
def test_no_page_of_a_workbook_is_emptier_than_what_follows_is_high(identifier: str, is_large: bool) -> None:
    document = pdfium.PdfDocument(workbook(identifier, is_large))
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    most = LARGEST_LARGE_HOLE if is_large else LARGEST_HOLE
    holes = {
        number + 1: round(hole, 2)
        for number in range(1, len(document) - 1)
        if not PART.match(texts[number + 1]) and (hole := hole_of(document[number])) > most
    }
    assert not holes


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("identifier", WORKSHOPS)
def test_no_line_of_a_workbook_runs_over_another(identifier: str, is_large: bool) -> None:
    document = pdfium.PdfDocument(workbook(identifier, is_large))
    for number in range(1, len(document)):
        shown = document[number].get_textpage()
        boxes = sorted(shown.get_rect(place) for place in range(shown.count_rects()))
        for (left, low, right, top), (other_left, other_low, other_right, other_top) in pairwise(boxes):
            across = min(right, other_right) - max(left, other_left)
            upright = min(top, other_top) - max(low, other_low)
            least = min(top - low, other_top - other_low)
            assert across <= 1 or upright <= 0.5 * least, (number + 1, shown.get_text_bounded(left, low, right, top))
