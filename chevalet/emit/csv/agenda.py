"""Sessions, key dates and writing times, one a row, under the column names that Google Calendar and Outlook import."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from io import StringIO

from chevalet.diagnostics import Diagnostic
from chevalet.emit.csv.cell import guard
from chevalet.model.calendar import Calendar, KeyDate, KeyDateKind, Slot
from chevalet.model.session import Session, SessionStatus

# Google's own names, in its order; Outlook reads the same, and « Categories » besides.
COLUMNS = (
    "Subject",
    "Start Date",
    "Start Time",
    "End Date",
    "End Time",
    "All Day Event",
    "Description",
    "Location",
    "Private",
    "Categories",
)
_CATEGORIES: Mapping[KeyDateKind, str] = {
    KeyDateKind.HOLIDAY: "Jour férié",
    KeyDateKind.TRADE: "Date du commerce",
    KeyDateKind.EVENT: "Chambre",
    KeyDateKind.SESSION: "Atelier",
}
Row = Mapping[str, str]


def emit_calendar_csv(calendar: Calendar) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the CSV in UTF-8, dates as Google documents them (`05/30/2027`, `6:30 PM`); cancelled sessions say so.

    A CSV knows no repetition and no identity: writing times are one row a week, and a second import doubles them.
    """
    file = StringIO()
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in (*_sessions(calendar), *_key_dates(calendar), *_writing(calendar)):
        writer.writerow({name: guard(text) for name, text in row.items()})
    return file.getvalue().encode(), ()


def _sessions(calendar: Calendar) -> Iterator[Row]:
    for session in calendar.sessions:
        if session.date:
            last = session.date + timedelta(days=session.end < session.start)
            yield {
                "Subject": name_session(session),
                **_times(session.date, session.start, last, session.end),
                "Description": " · ".join(filter(None, (session.access, session.price, session.registration))),
                "Location": ", ".join(filter(None, (session.place, session.address))),
                "Categories": _CATEGORIES[KeyDateKind.SESSION],
            }


def name_session(session: Session) -> str:
    """Return a session's title, which says first that it is cancelled."""
    return f"Annulé\u00a0: {session.title}" if session.status is SessionStatus.CANCELLED else session.title


def _key_dates(calendar: Calendar) -> Iterator[Row]:
    return (_key_date(each) for each in calendar.key_dates if each.kind is not KeyDateKind.SESSION)


def _key_date(key_date: KeyDate) -> Row:
    return {
        "Subject": key_date.title,
        "Start Date": _day(key_date.start),
        "End Date": _day(key_date.end),
        "All Day Event": "True",
        "Description": key_date.note,
        "Location": key_date.place,
        "Private": "False",
        "Categories": _CATEGORIES[key_date.kind],
    }


def _writing(calendar: Calendar) -> Iterator[Row]:
    end = calendar.start.replace(year=calendar.start.year + 1)
    for slot in calendar.writing:
        day = calendar.start + timedelta(days=(slot.weekday - calendar.start.weekday()) % 7)
        while day < end:
            yield _slot(slot, day)
            day += timedelta(weeks=1)


def _slot(slot: Slot, day: date) -> Row:
    times = _times(day, slot.start, day, slot.start + slot.minutes)
    return {"Subject": slot.title, **times, "Description": slot.note, "Categories": "Écriture"}


def _times(first: date, start: int, last: date, end: int) -> Row:
    return {
        "Start Date": _day(first),
        "Start Time": _time(start),
        "End Date": _day(last),
        "End Time": _time(end),
        "All Day Event": "False",
        "Private": "False",
    }


def _day(day: date) -> str:
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def _time(minutes: int) -> str:
    hour, minute = divmod(minutes % 1440, 60)
    return f"{hour % 12 or 12}:{minute:02} {'PM' if hour >= 12 else 'AM'}"
