"""Messages and posts: each on its day, all of them used, and only what still holds."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chevalet.compose import compose
from chevalet.emit.html import emit_html
from chevalet.emit.text import Preset, emit_text
from chevalet.model.flow import Details
from chevalet.model.inline import Link, plain_text
from chevalet.model.project import TextPart
from tests.compose.composing import find, words_of
from tests.compose.sessions import CANCELLED, HOSTILE, MOVED, SESSION, WORKSHOP, course_for, document, parts_of, series

SPACES = "\u00a0\u202f\u2009"
SENT = [
    "mardi 26 janvier 2027",
    "dimanche 7 février 2027",
    "mardi 2 mars 2027",
    "lundi 8 mars 2027",
    "mardi 9 mars 2027",
    "mercredi 10 mars 2027",
    "jeudi 8 avril 2027",
]


def mail(flow: object) -> str:
    return emit_text(flow)[0].decode()  # type: ignore[arg-type]


def details(kind: str, name: str, **session: object) -> list[str]:
    flow = document(kind, replace(SESSION, **session))
    rows = (row for block in find(flow.blocks, Details) for row in block.rows)
    return [plain_text(value) for label, value in rows if plain_text(label) == name]


@pytest.mark.parametrize("kind", ["messages", "posts"])
def test_every_text_is_used(kind: str):
    course = course_for(SESSION, "trainer")
    texts = [text for text in course.texts if text.part is TextPart(kind)]
    said = words_of(compose(course, kind)[0])
    written = [word for text in texts for section in text.sections for word in words_of(section.reading.blocks)]
    assert [word for word in written if word not in said] == []
    titles = [plain_text(s.title) for text in texts for s in text.sections if not s.key.endswith("signature")]
    assert parts_of(compose(course, kind)[0]) == titles
    assert len(titles) == (10 if kind == "messages" else 9)


@pytest.mark.parametrize("kind", ["messages", "posts"])
@pytest.mark.parametrize("zone", ["America/Toronto", "America/Edmonton", "Europe/Paris"])
def test_each_is_sent_on_its_day_wherever_the_session_is(kind: str, zone: str):
    assert details(kind, "À envoyer", time_zone=zone) == SENT


def test_each_message_has_a_subject_line_that_fits():
    subjects = details("messages", "Objet")
    assert len(subjects) == len(set(subjects)) == 10
    assert max(map(len, subjects)) <= 80


def test_each_message_is_signed_and_says_how_to_stop():
    text = mail(document("messages", SESSION))
    assert text.count("répondez «\u00a0retirer\u00a0»") == 10


def test_a_session_that_is_not_set_has_no_day_to_send():
    text = mail(document("messages", None))
    assert "À envoyer" not in text
    assert "Quand\u00a0: date à confirmer, de 18\u00a0h\u00a030 à 20\u00a0h\u00a045" in text
    assert "Où\u00a0: lieu à confirmer" in text
    assert "{{" not in text


def test_the_series_lists_every_workshop_with_its_date():
    text = mail(series(SESSION))
    lines = text.partition("Un mois avant")[0]
    assert [f"{n}. " in lines for n in (1, 2, 3, 4)] == [True] * 4
    listed = lines.partition("2. Rédiger pour le web")[2].splitlines()
    assert listed[1].strip() == "mardi 9 mars 2027"


@pytest.mark.parametrize("kind", ["messages", "posts"])
def test_of_a_cancelled_session_only_that_is_said(kind: str):
    assert parts_of(document(kind, CANCELLED)) == ["Si la séance est annulée"]


@pytest.mark.parametrize("kind", ["messages", "posts"])
def test_of_a_moved_session_that_is_said_first(kind: str):
    titles = parts_of(document(kind, MOVED))
    assert titles[0] == "Si la séance est déplacée"
    assert sorted(titles) == sorted(parts_of(document(kind, SESSION)))


def test_online_the_code_is_never_written():
    text = mail(document("messages", replace(SESSION, delivery="online", place="", address=""), delivery="online"))
    assert text.count("remis à l’inscription") == 2
    assert "Où\u00a0: en ligne" in text
    assert "heure de l’Est" in text
    assert "remis à l’inscription" not in mail(document("messages", SESSION))


def test_posts_are_typed_as_networks_take_them():
    text = emit_text(document("posts", SESSION), Preset.SOCIAL)[0].decode()
    body = "\n".join(line for line in text.splitlines() if not line.startswith("À envoyer"))
    assert [space for space in SPACES if space in body] == []
    assert "de 18h30 à 20h45" in body


def test_hostile_fields_stay_text():
    flow = document("messages", HOSTILE)
    assert {link.target for link in find(flow, Link)} == {"mailto:info@chambre.example"}
    page = emit_html(flow, course_theme())[0].decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{chamber.name}}" in mail(flow)
    assert "\nObjet\u00a0: faux message" not in mail(flow)


def course_theme() -> object:
    from tests.compose.composing import real  # noqa: PLC0415

    return real().project.theme


def test_another_workshop_has_its_own_title():
    assert "Atelier\u00a0: La recette en cinq phases" in mail(document("messages", SESSION, "4-recette"))
    assert WORKSHOP != "4-recette"
