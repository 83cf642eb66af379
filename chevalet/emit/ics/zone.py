"""A time zone as iCalendar wants it written: its changes of offset, for the years at hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def make_zone(name: str, first: date, last: date) -> Timezone:
    """Return the VTIMEZONE of an IANA zone, right for every moment from `first` to `last`.

    Written by hand: icalendar's own begins summer an hour late, for a change's DTSTART is in the time it ends.
    """
    zone = ZoneInfo(name)
    start = datetime(first.year, first.month, first.day, tzinfo=zone)
    written = Timezone()
    written.add("tzid", name)
    written.add_component(_observance(start, _offset(start)))
    for change in _changes(start, last):
        written.add_component(_observance(change, _offset(change - _DAY)))
    return written


def _changes(start: datetime, last: date) -> Iterator[datetime]:
    """Yield the first moment of each new offset; clocks change on whole minutes, once a day at most."""
    day = start
    while day.date() <= last:
        following = day + _DAY
        if _offset(day) != _offset(following):
            yield _first_moment(day, _offset(following))
        day = following


def _first_moment(day: datetime, offset: timedelta) -> datetime:
    zone = day.tzinfo
    utc = day.astimezone(ZoneInfo("UTC"))
    minutes = range(26 * 60)
    return next(
        moment
        for moment in ((utc + timedelta(minutes=minute)).astimezone(zone) for minute in minutes)
        if _offset(moment) == offset
    )


def _observance(moment: datetime, before: timedelta) -> Component:
    is_summer = bool(moment.dst())
    observance = TimezoneDaylight() if is_summer else TimezoneStandard()
    local = (moment - _offset(moment) + before).replace(tzinfo=None) if before != _offset(moment) else moment
    observance.add("dtstart", local.replace(tzinfo=None))
    observance.add("tzname", moment.tzname() or "")
    observance.add("tzoffsetfrom", before)
    observance.add("tzoffsetto", _offset(moment))
    return observance


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
