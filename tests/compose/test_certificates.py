"""Certificates: who gets one, and what it says."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from chevalet.compose.certificates import compose_certificates, list_goals
from chevalet.model.inline import plain_text
from chevalet.model.private import Person
from chevalet.span import Span
from tests.compose.composing import real

DAY = date(2026, 10, 14)


def person(name: str, **said: object) -> Person:
    return Person(name, Span("private/x/participants.csv", 2, 1, 2, 4), **{"is_present": True, **said})  # type: ignore[arg-type]


def dated():
    course = real().course("1-medias-sociaux", "participant")
    session = replace(course.session, date=DAY, place="Salle des Érables", trainer="Maëlle Saint-Gelais")
    return replace(course, session=session, chamber="chambre de commerce d’Alma")


def told(certificate) -> dict[str, str]:
    return {plain_text(name): plain_text(value).replace("\u00a0", " ") for name, value in certificate.details}


def test_only_those_who_were_there_get_one():
    people = (person("Roy"), person("Côté", is_present=False), person("Gagné", is_present=None))
    batch, found = compose_certificates(dated(), people)
    assert [each.name for each in batch.certificates] == ["Roy"]
    assert found == ()


def test_the_session_says_what_a_row_does_not():
    batch, _ = compose_certificates(dated(), (person("Roy"), person("Côté", hours=1.5, day=date(2026, 10, 1))))
    first, second = map(told, batch.certificates)
    assert first == {"Durée": "2 h 15", "Date": "mercredi 14 octobre 2026", "Lieu": "Salle des Érables"}
    assert (second["Durée"], second["Date"]) == ("1 h 30", "jeudi 1er octobre 2026")


def test_an_accreditation_is_printed_when_there_is_one():
    batch, _ = compose_certificates(dated(), (person("Roy"),), "0055-12")
    assert told(batch.certificates[0])["Numéro d’agrément"] == "0055-12"


def test_who_signs_is_named_where_it_is_known():
    batch, _ = compose_certificates(dated(), (person("Roy"),))
    assert [plain_text(name) for _, name in batch.signatures] == ["Maëlle Saint-Gelais", "Chambre de commerce d’Alma"]


def test_a_certificate_without_a_date_is_told_once():
    course = real().course("1-medias-sociaux", "participant")
    _, found = compose_certificates(course, (person("Roy"), person("Côté")))
    assert [each.code for each in found] == ["undated-certificate"]


def test_nobody_present_is_told():
    batch, found = compose_certificates(dated(), (person("Roy", is_present=False),))
    assert (batch.certificates, [each.code for each in found]) == ((), ["nobody-present"])


def test_every_workshop_has_objectives_that_hold_on_a_page():
    for workshop in real().project.workshops:
        goals = list_goals(real().course(workshop.identifier, "participant"))
        assert 5 <= len(goals) <= 10
