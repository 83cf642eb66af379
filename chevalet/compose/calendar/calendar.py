"""From the calendar's source and a region to its twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from msgspec.structs import replace

from chevalet.compose.calendar.key_dates import list_key_dates
from chevalet.compose.calendar.year import Year, first_weekday, year_from
from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.model.calendar import Calendar, Entry, Example
from chevalet.model.calendar_source import CalendarPlace, CalendarSource, ExampleSource, WeeklyEntry
from chevalet.model.project import Project
from chevalet.model.session import Session

TITLE = "Calendrier éditorial"
_MONDAY = 0


def compose_calendar(
    project: Project, source: CalendarSource, place: CalendarPlace
) -> tuple[Calendar, tuple[Diagnostic, ...]]:
    """Return the calendar of a region: `source` is the project's with its texts written, `place` what differs there."""
    sink = Sink()
    place = _settle_zones(place, sink)
    year = year_from(source.start)
    calendar = Calendar(
        title=TITLE,
        region=place.region,
        language=project.language,
        paper=place.paper,
        time_zone=place.time_zone,
        start=year.first,
        revision=source.revision,
        week_start=place.week_start,
        organizer=project.terms.get("chamber.name", ""),
        contact=project.terms.get("chamber.contact", ""),
        choices=source.choices,
        openings=tuple(_list_openings(source, year)),
        key_dates=list_key_dates(source, place, project.language, year, sink),
        sessions=place.sessions or (_make_undated(project, place),),
        writing=source.writing,
        ideas=source.ideas,
        links=source.links,
        example=_make_example(source.example, year.first) if source.example else None,
        crisis=source.crisis,
    )
    return calendar, tuple(sink.found)


def _settle_zones(place: CalendarPlace, sink: Sink) -> CalendarPlace:
    """Return the place with the usual zone for each that does not exist, once that has been said."""
    named = {place.time_zone, *(session.time_zone for session in place.sessions)}
    unknown = {zone for zone in named if not _is_zone(zone)}
    if not unknown:
        return place
    known = sorted(available_timezones())
    for zone in sorted(unknown):
        sink.add("wrong-value", place.span, key="time_zone", value=zone, expected=suggest(zone, known))
    zones = {zone: CalendarPlace().time_zone if zone in unknown else zone for zone in named}
    sessions = tuple(replace(session, time_zone=zones[session.time_zone]) for session in place.sessions)
    return replace(place, time_zone=zones[place.time_zone], sessions=sessions)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _list_openings(source: CalendarSource, year: Year) -> Iterator[Entry]:
    times = {(day, slot.start) for slot in source.publishing for day in year.weekly(slot)}
    return (Entry(day=day, start=start) for day, start in sorted(times))


def _make_undated(project: Project, place: CalendarPlace) -> Session:
    """Return the only session of a region that has set none: it says when evenings begin, not which."""
    usual = project.schedules["evening"]
    end = usual.start + usual.minutes
    return Session("undated", project.title, "", usual.start, end % 1440, place.time_zone)


def _make_example(source: ExampleSource, start: date) -> Example:
    monday = first_weekday(start, _MONDAY)
    entries = tuple(_date_entry(entry, monday) for entry in source.entries)
    return Example(source.firm, source.about, monday + timedelta(weeks=source.week - 1), entries)


def _date_entry(row: WeeklyEntry, monday: date) -> Entry:
    day = monday + timedelta(weeks=row.week - 1, days=row.weekday)
    return replace(row.entry, day=day, draft_due=day - timedelta(days=row.draft) if row.draft else None)
