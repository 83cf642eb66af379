"""A session's hours, day and place are the same in the deck, in the messages and in the calendar."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation

from chevalet.cache.files import read_files
from chevalet.cli.order import open_tree
from chevalet.model.artifact import Artifact
from chevalet.pipeline import Order, check
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness
from tests.tools import ROOT

SPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """What is made of Ville-Marie's session of workshop 4, which is not at the usual hours, by file name."""
    files = read_files(str(ROOT), "themes/chevalet")
    asked = Selection(regions=("ville-marie",), editions=("trainer",), formats=("pptx", "txt", "ics"))
    checked = check(Order(open_tree(str(ROOT), files), files, "", asked, Strictness(is_strict=True)))
    assert [each.code for each in checked.diagnostics] == []
    return {result.path: result.content for result in checked.results if isinstance(result, Artifact)}


def test_the_agenda_begins_and_ends_with_the_session(made):
    deck = Presentation(BytesIO(made["diapositives-4-recette-ville-marie-ville-marie-4.pptx"]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    hours = [[row.cells[0].text.translate(SPACES) for row in table.rows] for table in tables]
    agenda = next(column for column in hours if "17 h 30" in column)
    assert (agenda[1], agenda[-1]) == ("17 h 30", "19 h 45")


def test_the_messages_say_the_same(made):
    said = made["messages-4-recette-ville-marie-ville-marie-4.txt"].decode().translate(SPACES)
    assert "mardi 30 mars 2027, de 17 h 30 à 19 h 45" in said
    assert "Salle paroissiale, Ville-Marie" in said
    assert "18 h 30" not in said


def test_the_calendar_says_the_same(made):
    said = made["calendrier-editorial-ville-marie.ics"].decode()
    assert "DTSTART;TZID=America/Toronto:20270330T173000" in said
    assert "DTEND;TZID=America/Toronto:20270330T194500" in said
