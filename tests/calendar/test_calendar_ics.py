"""The .ics: read alike by three libraries, strict in its lines, and importing it again updates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
import vobject
from msgspec.structs import replace

from chevalet.emit.ics import emit_calendar_ics
from chevalet.emit.ics.zone import make_zone
from chevalet.model.calendar import Calendar
from tests.calendar.samples import SESSIONS, hostile_calendar, real_calendar

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


def agenda(calendar: Calendar) -> dict[str, icalendar.Event]:
    """The events by UID."""
    content, found = emit_calendar_ics(calendar)
    assert not found
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    by_uid = {str(event["uid"]): event for event in events}
    assert len(by_uid) == len(events), "two events share a UID"
    return by_uid


def find(events: dict[str, icalendar.Event], part: str) -> icalendar.Event:
    return next(event for uid, event in events.items() if part in uid)


@pytest.fixture
def calendar() -> Calendar:
    return real_calendar(with_sessions=True)


def test_it_holds_sessions_key_dates_and_writing_times(calendar: Calendar) -> None:
    events = agenda(calendar)
    assert len(events) == len(SESSIONS) + len([e for e in calendar.key_dates if e.kind.value != "session"]) + 1
    session = find(events, "seance-base-rawdon-1@")
    assert session.decoded("dtstart") == datetime(2027, 3, 16, 18, 30, tzinfo=ZoneInfo("America/Toronto"))
    assert session.decoded("dtend") - session.decoded("dtstart") == timedelta(minutes=135)
    holiday = find(events, "ferie-fete-du-canada-2027@")
    assert (holiday.decoded("dtstart"), holiday.decoded("dtend")) == (date(2027, 7, 1), date(2027, 7, 2))


def test_an_undated_session_is_left_out() -> None:
    assert not [uid for uid in agenda(real_calendar()) if uid.startswith("seance")]


def test_other_libraries_read_the_same_events(calendar: Calendar) -> None:
    content = emit_calendar_ics(calendar)[0].decode()
    ours = {uid: str(event["summary"]) for uid, event in agenda(calendar).items()}
    read = vobject.readOne(content)
    assert {event.uid.value: event.summary.value for event in read.vevent_list} == ours
    other = ics.Calendar(content)
    assert {event.uid: event.name for event in other.events} == ours
    begins = {event.uid: event.begin.datetime for event in other.events}
    uid = next(uid for uid in ours if "rawdon-1" in uid)
    assert begins[uid].astimezone(UTC) == datetime(2027, 3, 16, 22, 30, tzinfo=UTC)
    assert next(e for e in read.vevent_list if e.uid.value == uid).dtstart.value.astimezone(UTC) == begins[uid]


def test_lines_end_with_crlf_fit_in_75_octets_and_cut_no_character(calendar: Calendar) -> None:
    content, _ = emit_calendar_ics(calendar)
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line]
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert any(line.startswith(b" ") and not line.isascii() for line in lines), "no accented line was folded"


def test_a_writing_time_comes_back_each_week_at_the_same_hour(calendar: Calendar) -> None:
    slot = find(agenda(calendar), "ecriture-")
    rule = slot["rrule"]
    assert rule["FREQ"] == ["WEEKLY"]
    assert rule["UNTIL"][0] == datetime(2028, 1, 1, 4, 59, 59, tzinfo=UTC)
    read = vobject.readOne(emit_calendar_ics(calendar)[0].decode())
    event = next(event for event in read.vevent_list if event.uid.value.startswith("ecriture-"))
    times = list(event.getrruleset(addRDate=True))
    assert len(times) == 52
    assert {time.hour for time in times} == {8}, "summer time moved it"
    assert times[-1].date() == date(2027, 12, 28)


def test_a_cancelled_session_says_so_and_keeps_its_uid(calendar: Calendar) -> None:
    before = replace(SESSIONS[0], status=type(SESSIONS[0].status).CONFIRMED)
    after = replace(before, status=type(before.status).CANCELLED, revision=before.revision + 1)
    first, second = (agenda(replace(calendar, sessions=(session,))) for session in (before, after))
    assert first.keys() == second.keys()
    uid = next(uid for uid in first if "rawdon-1" in uid)
    assert (str(first[uid]["status"]), str(second[uid]["status"])) == ("CONFIRMED", "CANCELLED")
    assert str(second[uid]["summary"]).startswith("Annulé\u00a0: ")
    assert (first[uid]["sequence"], second[uid]["sequence"]) == (2, 3)
    assert second[uid].decoded("dtstamp") > first[uid].decoded("dtstamp")


def test_a_new_revision_of_the_calendar_updates_its_dates(calendar: Calendar) -> None:
    first, second = agenda(calendar), agenda(replace(calendar, revision=4))
    assert first.keys() == second.keys()
    moved = find(second, "vendredi-fou-2027@")
    assert moved["sequence"] == 4
    assert find(second, "rawdon-1")["sequence"] == 2, "a session has a revision of its own"


def test_the_zone_changes_when_clocks_do() -> None:
    zone = make_zone("America/Toronto", date(2027, 1, 1), date(2027, 12, 31))
    parts = [
        (part.name, part["dtstart"].dt, part["tzoffsetfrom"].td, part["tzoffsetto"].td) for part in zone.subcomponents
    ]
    winter, summer = timedelta(hours=-5), timedelta(hours=-4)
    assert parts == [
        ("STANDARD", datetime(2027, 1, 1), winter, winter),
        ("DAYLIGHT", datetime(2027, 3, 14, 2), winter, summer),
        ("STANDARD", datetime(2027, 11, 7, 2), summer, winter),
    ]


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Edmonton", "America/Regina"])
def test_a_zone_gives_the_offset_of_any_moment(name: str) -> None:
    zone = make_zone(name, date(2027, 1, 1), date(2027, 12, 31)).to_tz()
    for month in range(1, 13):
        local = datetime(2027, month, 15, 12)
        assert zone.utcoffset(local) == local.replace(tzinfo=ZoneInfo(name)).utcoffset()


def test_the_same_bytes_twice(calendar: Calendar) -> None:
    assert emit_calendar_ics(calendar) == emit_calendar_ics(calendar)


def test_text_cannot_add_a_line() -> None:
    text = "a\r\nSTATUS:CANCELLED\nEND:VEVENT\x00\u2028, b; c\\n"
    for event in agenda(hostile_calendar(text)).values():
        assert event.get("status") != "CANCELLED"
        assert "END:VEVENT" in str(event["summary"])
