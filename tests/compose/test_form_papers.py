"""Forms and models: their whole text, on as many pages as is promised, in the editions and workshops they are for."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from chevalet.compose import DOCUMENTS, Supplies, compose
from chevalet.emit.docx import emit_docx
from chevalet.model.flow import Field, FieldKind, Grid, Panel, Paper
from chevalet.model.inline import plain_text
from chevalet.model.project import TextPart
from chevalet.model.session import Session
from tests.compose.composing import find, real, words_of
from tests.compose.sessions import HOSTILE, SESSION, WORKSHOPS, course_for, document, parts_of, print_pages
from tests.emit.office import convert, find_office
from tests.tools import THEME

OWN = {
    "attendance": WORKSHOPS,
    "registration": WORKSHOPS,
    "evaluation": WORKSHOPS,
    "policies": ("2-rediger",),
    "presence-plan": ("4-recette",),
    "local-purchase": ("1-medias-sociaux",),
    "local-case": ("1-medias-sociaux",),
}
PRIVATE = {"messages", "posts", "chat", "attendance"}


@pytest.mark.parametrize("kind", OWN)
def test_every_text_is_printed_in_its_workshops_alone(kind: str):
    needs = DOCUMENTS[kind].needs
    for workshop in WORKSHOPS:
        course = course_for(SESSION, DOCUMENTS[kind].editions[0], workshop)
        texts = [text for text in course.texts if text.part is needs]
        assert bool(texts) == (workshop in OWN[kind])
        said = words_of(compose(course, kind)[0]) if texts else []
        written = [word for text in texts for section in text.sections for word in words_of(section.reading.blocks)]
        assert [word for word in written if word not in said] == []


@pytest.mark.parametrize("kind", OWN)
def test_each_field_has_its_own_name_and_a_label(kind: str):
    fields = find(document(kind, SESSION, OWN[kind][0]), Field)
    assert len({field.name for field in fields}) == len(fields)
    assert [field.name for field in fields if not plain_text(field.label).strip()] == []


@pytest.mark.parametrize("session", [SESSION, None, HOSTILE])
@pytest.mark.parametrize("kind", ["registration", "evaluation"])
def test_a_form_is_one_page(kind: str, session: Session | None):
    assert len(print_pages(document(kind, session))) == 1


def test_registration_asks_three_questions():
    flow = document("registration", SESSION)
    page = print_pages(flow)[0]
    for question in ("1. Le web et vous", "2. La question", "3. Votre connexion et vos besoins d’accès"):
        assert question in page
    assert len([field for field in find(flow, Field) if field.kind is FieldKind.TICK]) == 8


@pytest.mark.parametrize(("capacity", "participants", "rows"), [(0, 20, 23), (12, 20, 15), (0, 30, 33), (41, 20, 44)])
def test_attendance_has_three_rows_more_than_people(capacity: int, participants: int, rows: int):
    course = course_for(replace(SESSION, capacity=capacity), "trainer")
    flow, _ = compose(course, "attendance", Supplies(participants=participants))
    (grid,) = find(flow, Grid)
    assert [plain_text(row[0]) for row in grid.rows] == [str(number) for number in range(1, rows + 1)]
    assert all(row[1:] == ((), (), ()) for row in grid.rows)


def test_attendance_of_twenty_holds_on_one_page():
    assert len(print_pages(document("attendance", SESSION))) == 1


def test_the_presence_plan_is_one_letter_page_of_five_boxes():
    flow = document("presence-plan", SESSION, "4-recette")
    assert flow.paper is Paper.LETTER
    labels = [plain_text(panel.label) for panel in find(flow, Panel)]
    assert [label[:2] for label in labels] == ["1.", "2.", "3.", "4.", "5."]
    assert all(find(panel.blocks, Field) or find(panel.blocks, Grid) for panel in find(flow, Panel))
    assert len(print_pages(flow)) == 1


def test_the_presence_plan_and_the_small_forms_are_one_page_in_word_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    if find_office() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    monkeypatch.setenv("FONTCONFIG_FILE", str(THEME / "fonts" / "fonts.conf"))
    for kind in ("presence-plan", "registration", "evaluation", "press-note"):
        content, found = emit_docx(document(kind, SESSION, OWN.get(kind, WORKSHOPS)[-1]), real().project.theme)
        assert found == ()
        assert (kind, len(PdfDocument(convert(content, "pdf", tmp_path, "docx")))) == (kind, 1)


def test_each_policy_is_one_page_and_their_sources_another():
    pages = print_pages(document("policies", SESSION))
    titles = parts_of(document("policies", SESSION))
    assert len(pages) == len(titles) == 5
    assert [title in page for title, page in zip(titles, pages, strict=True)] == [True] * 5
    assert titles[-1] == "Sources"


@pytest.mark.parametrize("kind", ["local-purchase", "local-case"])
def test_a_local_form_is_two_pages(kind: str):
    assert len(print_pages(document(kind, SESSION, "1-medias-sociaux"))) == 2


def test_the_local_plan_has_its_seven_parts():
    (text,) = (t for t in course_for(SESSION, "participant", WORKSHOPS[0]).texts if t.part is TextPart.LOCAL_PURCHASE)
    titles = " ".join(plain_text(section.title).casefold() for section in text.sections)
    for part in ("partenaires et financement", "problème", "objectifs et budget", "retombées", "mesures", "clientèles"):
        assert part in titles
    assert "étapes et suite" in titles


def test_what_is_the_trainers_is_in_no_other_edition():
    assert {kind for kind in PRIVATE if DOCUMENTS[kind].editions != ("trainer",)} == set()
    with pytest.raises(ValueError, match="no messages in edition public"):
        compose(course_for(SESSION, "public"), "messages")
