"""The chat: what to paste, at its hour, and nothing that gives an answer away."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chevalet.compose import compose
from chevalet.emit.text import emit_text
from chevalet.model.flow import Heading
from chevalet.model.inline import Text, plain_text
from tests.compose.composing import course_of, find
from tests.compose.sessions import CANCELLED, SESSION, WORKSHOPS, document, parts_of
from tests.resolve.resolving import target

ONLINE = replace(SESSION, delivery="online", place="", address="", time_zone="America/Edmonton", start=19 * 60)
CHAT = """\
---
title: Clavardage
part: chat
---

## Accueil {#accueil}

Bonsoir.

## À la pause {#pause}

De l'eau.
"""
BODY = """\
## A {#a}

Voir [le guide](https://exemple.quebec/guide) et [ici](#b).

::: activity {minutes=5 group=pairs}
1. Choisir
2. Dire

::: solution
Le secret de l'activité.
:::
:::

## B {#b}

::: quiz
Combien?

- [ ] Un
- [x] Deux
:::

::: worksheet {title="Ma fiche"}
Un mot : {lines=3}
:::

::: confidential
Un nom.
:::

::: slide
[caché](https://exemple.quebec/cache)
:::
"""


def read_hour(hour: str) -> int:
    hours, _, minutes = hour.replace("\u00a0", "").partition("h")
    return int(hours) * 60 + int(minutes or 0)


def chat_of(body: str) -> str:
    return emit_text(compose(course_of(body, target("trainer"), clavardage=CHAT), "chat")[0])[0].decode()


def test_what_is_pasted_of_a_module():
    text = chat_of(BODY).partition("18\u00a0h\u00a030\n")[2]
    assert text == (
        "Le module\n\n"
        "À vous, 5\u00a0min, en équipes de deux\n\n1. Choisir\n2. Dire\n\n"
        "– le guide\n   https://exemple.quebec/guide\n\n"
        "Question\n\nCombien?\n\nA.\u00a0Un\nB.\u00a0Deux\n\n"
        "Cahier\u00a0: Ma fiche\n\n"
        "Chambre d’essai\n"
    )


def test_nothing_that_the_room_must_not_read_is_pasted():
    text = chat_of(BODY)
    assert [word for word in ("secret", "nom.", "caché", "cache", "☑", "[x]") if word in text] == []


def test_a_module_without_anything_to_paste_has_no_hour():
    course = course_of("## A {#a}\n\nRien.\n", target("trainer"), clavardage=CHAT)
    assert parts_of(compose(course, "chat")[0]) == ["Accueil"]


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_hours_are_those_of_the_session_in_order(workshop: str):
    flow = document("chat", ONLINE, workshop, delivery="online")
    hours = [plain_text(heading.before) for heading in find(flow.blocks, Heading) if heading.before]
    minutes = [read_hour(hour) for hour in hours]
    assert minutes == sorted(minutes)
    assert (minutes[0], minutes[-1]) == (19 * 60, 21 * 60 + 15)


def test_every_section_is_pasted_and_the_zone_told():
    text = emit_text(document("chat", ONLINE, delivery="online"))[0].decode()
    for words in ("On commence à 19\u00a0h (heure des Rocheuses)", "trois règles", "verre d’eau", "geste de lundi"):
        assert words in text
    assert text.count("verre d’eau") == 1


def test_of_a_cancelled_session_no_part_is_pasted():
    assert parts_of(document("chat", CANCELLED)) == [
        "Quinze minutes avant\u00a0: accueillir",
        "Au début\u00a0: trois règles",
    ]


def test_no_answer_of_the_real_course_is_pasted():
    for workshop in WORKSHOPS:
        flow = document("chat", ONLINE, workshop)
        texts = " ".join(node.text for node in find(flow, Text))
        assert "Solution" not in texts
