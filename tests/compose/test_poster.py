"""The poster: one sheet whatever it says, and a code that leads to where one registers."""

from __future__ import annotations

import re

import pytest
import segno
from msgspec.structs import replace

from chevalet.compose.qr import make_qr
from chevalet.compose.writing import Desk
from chevalet.model.flow import Drawing, Paper
from chevalet.model.session import Session
from chevalet.resolve.locales import LANGUAGES
from tests.compose.composing import find
from tests.compose.sessions import CANCELLED, HOSTILE, MOVED, SESSION, WORKSHOPS, document, print_pages

DESK = Desk(LANGUAGES["fr-CA"].locale)
WORDY = replace(
    SESSION, place="Salle " + "des très grandes assemblées " * 12, price="Gratuit, ou ce que l'on veut " * 8
)


def dark_modules(drawing: Drawing) -> set[tuple[int, int]]:
    return {(int(x), int(y)) for x, y in re.findall(r"M(\d+),(\d+)h1v1h-1z", drawing.svg.decode())}


def test_the_code_is_the_one_of_the_address():
    (drawing,) = make_qr("https://exemple.quebec/inscription", DESK)
    matrix = segno.make_qr("https://exemple.quebec/inscription", error="m").matrix
    wanted = {(x, y) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark}
    assert dark_modules(drawing) == wanted
    assert drawing.alt == "Code QR\u00a0: https://exemple.quebec/inscription"


def test_an_address_too_long_for_a_code_has_none():
    assert make_qr("https://exemple.quebec/" + "a" * 3000, DESK) == ()


@pytest.mark.parametrize(("kind", "paper"), [("poster-a3", Paper.A3), ("poster-a4", Paper.A4)])
@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_a_poster_is_one_sheet(kind: str, paper: Paper, workshop: str):
    flow = document(kind, SESSION, workshop)
    assert flow.paper is paper
    (page,) = print_pages(flow)
    assert "mardi 9 mars 2027" in page
    assert "exemple.quebec" in page


@pytest.mark.parametrize("session", [None, CANCELLED, MOVED, HOSTILE, WORDY])
def test_a_poster_stays_one_sheet_whatever_the_session(session: Session | None):
    assert len(print_pages(document("poster-a4", session))) == 1


def test_without_an_address_the_code_writes_to_the_chamber():
    (drawing,) = find(document("poster-a4", None), Drawing)
    assert drawing.alt == "Code QR\u00a0: mailto:info@chambre.example"


def test_an_address_that_is_no_link_is_no_code():
    (drawing,) = find(document("poster-a4", HOSTILE), Drawing)
    assert drawing.alt == "Code QR\u00a0: mailto:info@chambre.example"


def test_a_cancelled_session_says_so_and_invites_no_one():
    flow = document("poster-a4", CANCELLED)
    assert find(flow, Drawing) == []
    (page,) = print_pages(flow)
    assert page.startswith("Le web qui sert Annulé : ")
    assert "exemple.quebec" not in page


def test_a_moved_session_says_so():
    assert "Nouvelle date" in print_pages(document("poster-a4", MOVED))[0]


def test_every_section_of_the_text_is_on_the_poster():
    (page,) = print_pages(document("poster-a4", SESSION))
    for words in ("Une soirée au crayon", "Salle des Essais", "Gratuit", "Organisé par", "Inscription"):
        assert words in page
