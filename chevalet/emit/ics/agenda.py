"""Events of the calendar: sessions at their hour, key dates as whole days, writing times that come back each week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar as Agenda
from icalendar import Event, Timezone, vText

from chevalet.diagnostics import Diagnostic
from chevalet.emit.ics.text import clean
from chevalet.emit.ics.zone import make_zone
from chevalet.model.calendar import Calendar, KeyDate, KeyDateKind, Slot
from chevalet.model.session import Session, SessionStatus

PRODUCER = "-//Chevalet//Calendrier éditorial//FR"
DOMAIN = "calendrier.chevalet"
# The moment of revision 0; each revision is a second later, so that an agenda keeps the latest.
_STAMP = datetime(2026, 1, 1, tzinfo=UTC)
_CATEGORIES: Mapping[KeyDateKind, str] = {
    KeyDateKind.HOLIDAY: "Jour férié",
    KeyDateKind.TRADE: "Date du commerce",
    KeyDateKind.EVENT: "Chambre",
    KeyDateKind.SESSION: "Atelier",
}
_STATUSES: Mapping[SessionStatus, str] = {
    SessionStatus.TENTATIVE: "TENTATIVE",
    SessionStatus.CONFIRMED: "CONFIRMED",
    SessionStatus.CANCELLED: "CANCELLED",
}
_YEAR = timedelta(days=366)


def emit_calendar_ics(calendar: Calendar) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the .ics, which holds the same events under the same UID in every build: importing it again updates.

    A session's SEQUENCE and DTSTAMP follow its own revision, those of the others the calendar's. A session without a
    date is left out.
    """
    events = [
        *(_session(session, calendar) for session in calendar.sessions if session.date),
        *(_key_date(each, calendar) for each in calendar.key_dates if each.kind is not KeyDateKind.SESSION),
        *(_slot(slot, calendar) for slot in calendar.writing),
    ]
    agenda = _make_agenda(calendar)
    for zone in _zones(calendar):
        agenda.add_component(zone)
    for event in events:
        agenda.add_component(event)
    return agenda.to_ical(), ()


def _make_agenda(calendar: Calendar) -> Agenda:
    agenda = Agenda()
    agenda.add("prodid", PRODUCER)
    agenda.add("version", "2.0")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", "PUBLISH")
    name = " – ".join(filter(None, (calendar.title, calendar.organizer)))
    agenda.add("x-wr-calname", vText(clean(name).replace("\n", " ")))  # icalendar escapes no text it does not know
    agenda.add("x-wr-timezone", calendar.time_zone)
    return agenda


def _zones(calendar: Calendar) -> list[Timezone]:
    dated = [session for session in calendar.sessions if session.date]
    names = {calendar.time_zone, *(session.time_zone for session in dated)}
    days = [calendar.start, *(session.date for session in dated if session.date)]
    return [make_zone(name, min(days), max(days) + _YEAR) for name in sorted(names)]


def _start_event(uid: str, title: str, revision: int, category: str) -> Event:
    stamp = _STAMP + timedelta(seconds=revision)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", revision)
    event.add("summary", clean(title))
    event.add("categories", [category])
    return event


def _session(session: Session, calendar: Calendar) -> Event:
    is_cancelled = session.status is SessionStatus.CANCELLED
    title = f"Annulé\u00a0: {session.title}" if is_cancelled else session.title
    uid = f"seance-{calendar.region}-{session.identifier}@{DOMAIN}"
    event = _start_event(uid, title, session.revision, _CATEGORIES[KeyDateKind.SESSION])
    event.add("status", _STATUSES[session.status])
    assert session.date, "undated sessions are left out"
    last = session.date + timedelta(days=session.end < session.start)
    event.add("dtstart", _moment(session.date, session.start, session.time_zone))
    event.add("dtend", _moment(last, session.end, session.time_zone))
    _add_texts(event, _describe(session), ", ".join(filter(None, (session.place, session.address))))
    if session.registration.startswith(("https://", "http://")):
        event.add("url", session.registration)
    return event


def _describe(session: Session) -> str:
    parts = (
        session.access,
        f"Prix\u00a0: {session.price}" if session.price else "",
        f"Animation\u00a0: {session.trainer}" if session.trainer else "",
        f"Inscription\u00a0: {session.registration}" if session.registration else "",
    )
    return "\n".join(filter(None, parts))


def _key_date(key_date: KeyDate, calendar: Calendar) -> Event:
    uid = f"date-{calendar.region}-{key_date.identifier}@{DOMAIN}"
    event = _start_event(uid, key_date.title, calendar.revision, _CATEGORIES[key_date.kind])
    event.add("dtstart", key_date.start)
    event.add("dtend", key_date.end + timedelta(days=1))  # the day after the last
    event.add("transp", "TRANSPARENT")
    doubt = "Date à vérifier cette année." if key_date.is_uncertain else ""
    _add_texts(event, "\n".join(filter(None, (key_date.note, doubt))), key_date.place)
    return event


def _slot(slot: Slot, calendar: Calendar) -> Event:
    event = _start_event(
        f"ecriture-{calendar.region}-{slot.identifier}-{calendar.start.year}@{DOMAIN}",
        slot.title,
        calendar.revision,
        "Écriture",
    )
    first = calendar.start + timedelta(days=(slot.weekday - calendar.start.weekday()) % 7)
    start = _moment(first, slot.start, calendar.time_zone)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=slot.minutes))
    event.add("rrule", {"freq": "weekly", "until": _end_of_year(calendar)})
    _add_texts(event, slot.note, "")
    return event


def _end_of_year(calendar: Calendar) -> datetime:
    """Return the end of the calendar's twelve months, in UTC as RRULE wants it of a zoned event."""
    end = calendar.start.replace(year=calendar.start.year + 1)
    return datetime.combine(end, time(), ZoneInfo(calendar.time_zone)).astimezone(UTC) - timedelta(seconds=1)


def _add_texts(event: Event, description: str, location: str) -> None:
    if description:
        event.add("description", clean(description))
    if location:
        event.add("location", clean(location))


def _moment(day: date, minutes: int, zone: str) -> datetime:
    """Return the moment as people of the zone read it on a clock, whatever summer time does that day."""
    return datetime.combine(day, time(*divmod(minutes % 1440, 60)), ZoneInfo(zone))
