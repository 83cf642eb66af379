"""The note to the media: one page, dated or not, its whole text."""

from __future__ import annotations

import pytest

from chevalet.model.project import TextPart
from chevalet.model.session import Session
from tests.compose.composing import words_of
from tests.compose.sessions import (
    CANCELLED,
    HOSTILE,
    MOVED,
    SESSION,
    WORKSHOPS,
    course_for,
    document,
    print_pages,
)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_note_is_one_page_and_says_all_its_text(workshop: str):
    flow = document("press-note", SESSION, workshop)
    (text,) = (text for text in course_for(SESSION, "public", workshop).texts if text.part is TextPart.PRESS_NOTE)
    said = words_of((flow.title, flow.blocks))
    written = [word for section in text.sections[:-1] for word in words_of((section.title, section.reading.blocks))]
    assert [word for word in written if word not in said] == []
    assert len(print_pages(flow)) == 1


@pytest.mark.parametrize(
    ("session", "warning"),
    [
        (SESSION, "mardi 9 mars 2027. Peu"),
        (None, "date à confirmer. Peu"),
        (CANCELLED, "Annulé : mardi 9 mars 2027 La séance annoncée"),
        (MOVED, "Nouvelle date : mardi 9 mars 2027"),
        (HOSTILE, "mardi 9 mars 2027. Peu"),
    ],
)
def test_it_begins_with_what_is_urgent(session: Session | None, warning: str):
    (page,) = print_pages(document("press-note", session))
    after = page.partition("Votre chambre de commerce ")[2]
    assert after.startswith(warning)


def test_of_a_cancelled_session_nothing_else_is_said():
    (page,) = print_pages(document("press-note", CANCELLED))
    assert page.startswith("L’atelier « Rédiger pour le web")
    assert "En bref" not in page
    assert "est annulé" not in print_pages(document("press-note", SESSION))[0]
