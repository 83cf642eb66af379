"""The project as a region has it: each value of its file, found where the rest of the compiler looks for it."""

from __future__ import annotations

from datetime import date

from chevalet.diagnostics import Severity
from chevalet.lands import read_lands
from chevalet.load import MemoryTree, load
from chevalet.model.color import contrast
from chevalet.model.flow import Paper
from chevalet.model.project import Project
from chevalet.model.session import SessionStatus
from chevalet.model.theme import Color
from tests.regions.logo import LOGO
from tests.regions.small import COURSE, region
from tests.spec.test_spec import THEME_CONTENTS

POSTER = "---\ntitle: {title}\npart: poster\n---\n\n## Accroche {{#accroche}}\n\nVenez.\n"


def land(text: str, **more: str) -> Project:
    """Return the project of the region `est`, of which nothing wrong is told."""
    texts = {f"course/documents/{name}.md": POSTER.format(title=name) for name in ("affiche", "note")}
    files = {**THEME_CONTENTS, **COURSE, **texts, **region(text, **more), "course/regions/est/logo.png": LOGO}
    tree = MemoryTree({path: content for path, content in files.items() if content is not None})
    project, _ = load(tree)
    assert project is not None
    lands, found = read_lands(tree, project, ["est"])
    assert [each for each in found if each.severity is not Severity.NOTICE] == []
    return lands["est"]


def test_texts_are_left_out_replaced_and_added():
    found = land(
        "documents: {exclude: [note], replace: {affiche: mienne.md}, add: [autre.md]}\n",
        mienne_md=POSTER.format(title="La mienne"),
        autre_md=POSTER.format(title="Une autre"),
    ).texts
    assert {name: text.title for name, text in found.items()} == {"affiche": "La mienne", "autre": "Une autre"}


def test_colours_stand_for_the_accents_and_can_be_read():
    theme = land("theme: {accents: ['#1d4e89', 'FFD400']}\n").theme
    assert theme.accents[0] == "1D4E89"
    assert contrast(theme.accents[1], theme.colors[Color.PAPER]) >= 4.5


def test_the_chamber_shows_its_own_logo():
    (partner,) = land("theme: {logo: logo.png}\n").partners
    assert partner.identifier == ""
    assert partner.logo is not None
    assert (partner.logo.width, partner.logo.height) == (4, 2)


def test_the_place_decides_holidays_hours_and_paper():
    place = land("holidays: {country: FR}\ntime_zone: Europe/Paris\npaper: a4\n").place
    assert (place.country, place.subdivision, place.time_zone, place.paper) == ("FR", "", "Europe/Paris", Paper.A4)
    assert place.week_start == 0


def test_the_language_decides_the_paper_that_nobody_names():
    assert land("language: fr-FR\n").place.paper is Paper.A4
    assert land("law: france\n").place.paper is Paper.LETTER


def test_events_are_for_the_calendar():
    (event,) = land("events: [{id: fete, title: La fête, start: 2027-06-01}]\n").place.events
    assert (event.start, event.end) == (date(2027, 6, 1), date(2027, 6, 1))


def test_a_moved_session_has_been_told_twice_and_a_cancelled_one_is_off():
    moved, off = land(
        "sessions:\n"
        "  - {id: un, workshop: 1-essai, status: déplacée}\n"
        "  - {id: deux, workshop: 1-essai, status: annulée}\n"
    ).place.sessions
    assert (moved.revision, moved.status) == (1, SessionStatus.CONFIRMED)
    assert off.status is SessionStatus.CANCELLED


def test_a_session_may_be_in_another_time_zone_than_its_region():
    one, two = land(
        "time_zone: America/Edmonton\n"
        "sessions: [{id: un, workshop: 1-essai}, {id: deux, workshop: 1-essai, time_zone: America/Toronto}]\n"
    ).place.sessions
    assert (one.time_zone, two.time_zone) == ("America/Edmonton", "America/Toronto")


def test_a_workshop_is_retitled_or_not_given():
    assert [each.title for each in land("workshops: {1-essai: {title: Ici}}\n").workshops] == ["Ici"]
    assert land("workshops: {1-essai: {given: false}}\n").workshops == ()
