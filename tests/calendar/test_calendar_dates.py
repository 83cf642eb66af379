"""Rules become dates: fixed days, weekdays, Easter, leap years, holidays on their own day."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from chevalet.compose.calendar import compose_calendar
from chevalet.compose.calendar.year import day_of, year_from
from chevalet.model.calendar import KeyDateKind
from chevalet.model.calendar_source import (
    CalendarPlace,
    ChamberEvent,
    DateRule,
    EasterRule,
    FixedRule,
    WeekdayRule,
)
from chevalet.resolve.calendar import resolve_calendar
from tests.calendar.samples import real_calendar, real_project


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        (FixedRule(2, 14), 2027, date(2027, 2, 14)),
        (FixedRule(2, 29), 2028, date(2028, 2, 29)),
        (FixedRule(2, 29), 2027, None),
        (WeekdayRule(5, 6, 2), 2027, date(2027, 5, 9)),  # second Sunday of May
        (WeekdayRule(7, 6, -2), 2025, date(2025, 7, 20)),  # what the CCQ published
        (WeekdayRule(12, 6, -2), 2026, date(2026, 12, 20)),
        (WeekdayRule(2, 0, 5), 2027, None),  # no fifth Monday
        (EasterRule(0), 2027, date(2027, 3, 28)),
        (EasterRule(1), 2028, date(2028, 4, 17)),
    ],
)
def test_a_rule_gives_a_day(rule: DateRule, year: int, day: date | None) -> None:
    assert day_of(rule, year) == day


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2027, 1, 1), date(2027, 12, 31)),
        (date(2027, 3, 9), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 1, 31)),
    ],
)
def test_twelve_months_are_whole_in_leap_years_too(start: date, last: date) -> None:
    year = year_from(start)
    assert (year.first, year.last) == (start.replace(day=1), last)


def test_quebec_has_its_eight_holidays_and_no_other() -> None:
    days = [each.start for each in real_calendar().key_dates if each.kind is KeyDateKind.HOLIDAY]
    expected = ["01-01", "03-26", "05-24", "06-24", "07-01", "09-06", "10-11", "12-25"]
    assert days == [date.fromisoformat(f"2027-{day}") for day in expected]


def test_a_holiday_that_falls_on_a_sunday_is_not_moved() -> None:
    calendar = real_calendar(date(2029, 1, 1))
    canada = [each for each in calendar.key_dates if each.title == "Fête du Canada"]
    assert [each.start for each in canada] == [date(2029, 7, 1)]
    assert date(2029, 7, 1).weekday() == 6


def test_what_began_before_the_year_and_lasts_into_it_is_kept() -> None:
    first = real_calendar().key_dates[0]
    assert (first.identifier, first.start) == ("conge-construction-hiver-2026", date(2026, 12, 20))


def test_identifiers_are_unique_and_say_their_year() -> None:
    names = [each.identifier for each in real_calendar().key_dates]
    assert len(set(names)) == len(names)
    assert "vendredi-fou-2027" in names


def test_a_region_changes_holidays_and_adds_its_events() -> None:
    source, _ = resolve_calendar(real_project(), "fr-CA")
    assert source
    event = ChamberEvent("gala", "Gala", date(2027, 5, 6), date(2027, 5, 7))
    place = CalendarPlace(region="edmonton", subdivision="AB", time_zone="America/Edmonton", events=(event,))
    calendar, found = compose_calendar(real_project(), source, place)
    assert not found
    titles = {each.title for each in calendar.key_dates}
    assert {"Fête de la famille", "Gala"} <= titles
    assert titles.isdisjoint({"Fête nationale du Québec", "Vacances de la construction"})
    assert "Semaine de la PME" in titles, "a date of all Canada"


def test_an_unknown_country_is_told_and_the_rest_kept() -> None:
    source, _ = resolve_calendar(real_project(), "fr-CA")
    assert source
    calendar, found = compose_calendar(real_project(), source, CalendarPlace(country="ZZ", subdivision=""))
    assert [each.code for each in found] == ["wrong-value"]
    assert any(each.title == "Vendredi fou" for each in calendar.key_dates)


def test_an_unknown_time_zone_is_told_and_the_usual_one_kept() -> None:
    source, _ = resolve_calendar(real_project(), "fr-CA")
    assert source
    calendar, found = compose_calendar(real_project(), source, CalendarPlace(time_zone="America/Montreol"))
    assert [dict(each.arguments)["expected"] for each in found] == ["America/Montreal"]
    assert calendar.time_zone == calendar.sessions[0].time_zone == "America/Toronto"


def test_the_openings_follow_the_weekly_rhythm() -> None:
    openings = real_calendar().openings
    assert len(openings) == 52
    assert {opening.day.weekday() for opening in openings if opening.day} == {3}
    assert openings[0].day == date(2027, 1, 7)


def test_texts_take_terms_and_typography() -> None:
    project = real_project()
    assert project.calendar
    changed = replace(project.calendar, holiday_notes={"x": "Voir {{chamber.name}}; l'heure : 9 h {{perdu}}"})
    source, found = resolve_calendar(replace(project, calendar=changed), "fr-CA")
    assert source
    assert source.holiday_notes["x"] == "Voir votre chambre de commerce; l’heure\u00a0: 9\u00a0h {{perdu}}"
    assert [each.code for each in found] == ["unknown-term"]
