"""Sessions: the terms that texts tell them with, dated or not, wherever they are, whatever their fields hold."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from chevalet.model.project import Schedule, Workshop
from chevalet.model.session import UNDATED, Session
from chevalet.resolve.locales import LANGUAGES
from chevalet.resolve.sessions import find_link, find_session, tell_session
from chevalet.span import Span

NOWHERE = Span("")
EVENING = Schedule("evening", 18 * 60 + 30, 135, NOWHERE)
WORKSHOP = Workshop("essai", 1, "L'atelier", "Une phrase", (), NOWHERE)
TERMS = {"chamber.contact": "info@chambre.example"}
DATED = Session("mars", "", "essai", 19 * 60, 21 * 60 + 15, date=date(2027, 3, 9))


def tell(session: Session, language: str = "fr-CA") -> dict[str, str]:
    return dict(tell_session(session, TERMS, LANGUAGES[language].locale))


def test_a_region_without_session_has_one_at_the_schedules_hours():
    session, schedule = find_session(None, EVENING, WORKSHOP)
    assert (session.title, session.date, session.start, session.end) == ("L'atelier", None, 1110, 1245)
    assert schedule == EVENING


def test_a_session_begins_its_workshop_at_its_own_hour():
    session, schedule = find_session(DATED, EVENING, WORKSHOP)
    assert (session.title, schedule.start, schedule.minutes) == ("L'atelier", 19 * 60, 135)


def test_what_is_not_known_yet_reads_as_such_and_nothing_is_empty():
    terms = tell(UNDATED)
    assert [name for name, value in terms.items() if not value and name != "session.title"] == []
    assert terms["session.date"] == "date à confirmer"
    assert terms["session.hours"] == "de 18\u00a0h\u00a030 à 20\u00a0h\u00a045"
    assert terms["session.where"] == terms["session.place"] == "lieu à confirmer"
    assert terms["session.code"] == "remis à l’inscription"
    assert terms["session.registration"] == "info@chambre.example"
    assert terms["session.link"] == "mailto:info@chambre.example"


def test_a_session_online_without_place_says_so():
    assert tell(replace(UNDATED, delivery="online"))["session.where"] == "en ligne"


@pytest.mark.parametrize(
    ("day", "language", "expected"),
    [
        (date(2027, 3, 9), "fr-CA", "mardi 9 mars 2027"),
        (date(2027, 8, 1), "fr-CA", "dimanche 1er août 2027"),
        (date(2027, 2, 1), "fr-FR", "lundi 1er février 2027"),
        (date(2027, 12, 31), "en-CA", "Friday, December 31, 2027"),
    ],
)
def test_a_date_is_told_in_words(day: date, language: str, expected: str):
    assert tell(replace(DATED, date=day), language)["session.date"] == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("America/Toronto", "heure de l’Est"),
        ("America/Edmonton", "heure des Rocheuses"),
        ("Europe/Paris", "heure de Paris"),
        ("America/Rankin_Inlet", "heure locale, Rankin Inlet"),
    ],
)
def test_hours_are_those_of_the_sessions_own_zone(zone: str, expected: str):
    terms = tell(replace(DATED, time_zone=zone))
    assert terms["session.zone"] == expected
    assert (terms["session.start"], terms["session.end"]) == ("19\u00a0h", "21\u00a0h\u00a015")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://exemple.quebec/inscription", "https://exemple.quebec/inscription"),
        ("exemple.quebec/inscription", "https://exemple.quebec/inscription"),
        ("info@chambre.example", "mailto:info@chambre.example"),
        ("819 555-0118", "tel:8195550118"),
        ("au comptoir", ""),
        ("javascript:alert(1)", ""),
        ("javascript://exemple.quebec/%0aalert(1)", ""),
        ("data:text/html,<script>", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
    ],
)
def test_only_addresses_become_links(address: str, expected: str):
    assert find_link(address) == expected


def test_an_address_that_is_no_link_leads_to_the_chamber():
    terms = tell(replace(DATED, registration="javascript:alert(1)"))
    assert terms["session.link"] == "mailto:info@chambre.example"
    assert terms["session.registration"] == "javascript:alert(1)"


def test_a_poster_shows_an_address_as_one_types_it():
    assert tell(replace(DATED, registration="https://www.exemple.quebec/in/"))["session.site"] == "exemple.quebec/in"


def test_a_field_cannot_break_a_line():
    session, _ = find_session(replace(DATED, access="a\r\nObjet : b\u2028c"), EVENING, WORKSHOP)
    assert session.access == "a Objet : b c"
