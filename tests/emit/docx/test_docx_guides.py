"""The four guides as Word files: the longest documents of the course, with a picture for each slide."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import pairwise

import docx
import pytest

from chevalet.compose import Supplies, compose
from chevalet.emit.docx import emit_docx
from chevalet.emit.docx.panel import KEPT
from chevalet.emit.docx.raster import measure_drawings
from chevalet.emit.svg import draw_slides
from chevalet.layout import layout
from chevalet.model.flow import Columns, Definitions, Drawing, Flow, Heading, Panel, Role
from chevalet.model.inline import Text
from chevalet.model.theme import Theme
from tests.compose.composing import find, real
from tests.compose.test_workbook import WORKSHOPS
from tests.emit.docx.word_files import W, body, text_of
from tests.emit.flow_samples import flow, says

TEXT_WIDTH = 9518
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
FIVE_MEGABYTES = 5 * 1024 * 1024


@cache
def guide(workshop: str) -> Flow:
    course, theme = real().course(workshop, "trainer"), real().project.theme
    deck, _ = layout(course, theme)
    drawn = dict(zip((slide.key for slide in deck.slides), draw_slides(deck, theme), strict=True))
    return compose(course, "guide", Supplies(deck=deck, thumbnails=drawn))[0]


@cache
def written(workshop: str) -> bytes:
    return emit_docx(guide(workshop), real().project.theme)[0]


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_a_guide_has_no_sdk_error_and_can_be_sent(workshop: str, word_errors: Callable[[bytes], list[str]]) -> None:
    assert word_errors(written(workshop)) == []
    assert len(written(workshop)) < FIVE_MEGABYTES


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_headings_skip_no_level_and_are_those_of_the_guide(workshop: str) -> None:
    read = docx.Document(BytesIO(written(workshop)))
    levels = [int(each.style.name[-1]) for each in read.paragraphs if each.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(levels) > 60


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_every_picture_of_a_slide_has_its_title_for_alternative(workshop: str) -> None:
    expected = [drawing.alt for drawing in find(guide(workshop).blocks, Drawing)]
    assert len(expected) > 35
    assert [each.get("descr") for each in body(written(workshop)).iter(DRAWING)] == expected


def test_a_picture_is_as_many_pixels_as_it_is_wide_on_paper() -> None:
    one, other = Drawing(b"one", "", 50), Drawing(b"other", "")
    beside = Columns(((other,), (Panel(Role.SAY, (), (other,)),)), (1, 3))
    assert measure_drawings((one, beside), 8000) == {b"one": 4000, b"other": 6000 - 400}


def test_a_script_longer_than_its_picture_goes_on_in_rows_of_its_own_that_are_not_parted(theme: Theme) -> None:
    remark = Definitions((((Text("Décrire"),), (Text("Une liste."),)),))
    script = tuple(Panel(Role.SAY, (Text("Dire"),), (says(f"Phrase {number}. " * 12),)) for number in range(6))
    tree = body(emit_docx(flow(Heading(2, (Text("Titre"),)), Columns(((remark,), script), (2, 3))), theme)[0])
    rows = tree.findall(f"{W}body/{W}tbl/{W}tr")
    assert [text_of(row).count("Phrase 0") > 0 for row in rows] == [True, *[False] * 5]
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [False, *[True] * 5]
    # Word keeps a row whose first paragraph is kept with the next one on the page of the next row: all would move.
    kept = [row.find(f".//{W}p/{W}pPr/{W}keepNext") for row in rows]
    assert all(each is None or each.get(f"{W}val") == "0" for each in kept)
    assert KEPT == "<w:keepNext/>"


def test_a_tall_panel_beside_a_picture_may_be_parted(theme: Theme) -> None:
    """LibreOffice cuts off the end of a row that may not be parted, when it is the first beside a picture."""
    sheet = Panel(Role.ACTIVITY, (Text("Feuille"),), tuple(says(f"Étape {number}") for number in range(12)))
    tree = body(emit_docx(flow(Columns(((says("x"),), (sheet,)))), theme)[0])
    nested = tree.findall(f".//{W}tc/{W}tbl/{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in nested] == [True, False]
