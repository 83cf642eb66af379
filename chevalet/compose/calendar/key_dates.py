"""The days that matter in a year: statutory holidays of the region, dates of trade, events and sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from unicodedata import combining, normalize

from chevalet.compose.calendar.year import Year, day_of
from chevalet.diagnostics import Sink
from chevalet.model.calendar import KeyDate, KeyDateKind
from chevalet.model.calendar_source import CalendarPlace, CalendarSource, TradeDate
from chevalet.model.session import SessionStatus

_LANGUAGES: Mapping[str, str] = {"fr": "fr", "en": "en_CA"}


def list_key_dates(
    source: CalendarSource, place: CalendarPlace, language: str, year: Year, sink: Sink
) -> tuple[KeyDate, ...]:
    """Return every key date of which a day is in the year, in order of time; a country without list is reported."""
    found = [
        *_holidays(source, place, language, year, sink),
        *(dated for trade in source.trade_dates if _is_kept(trade, place) for dated in _trade_dates(trade, year)),
        *_events(place),
        *_sessions(place),
    ]
    kept = [each for each in found if year.touches(each.start, each.end)]
    return tuple(sorted(kept, key=lambda each: (each.start, each.kind.value, each.identifier)))


def _holidays(source: CalendarSource, place: CalendarPlace, language: str, year: Year, sink: Sink) -> Iterator[KeyDate]:
    for day, name in _statutory(place, language, year, sink).items():
        title = name.replace("'", "’")  # the library's names are plain text
        note = source.holiday_notes.get(title, "")
        identifier = f"ferie-{_slug(name)}-{day.year}"
        yield KeyDate(identifier, title, KeyDateKind.HOLIDAY, day, day, note, prepare=2)


def _statutory(place: CalendarPlace, language: str, year: Year, sink: Sink) -> Mapping[date, str]:
    """Return the holidays on their own day: one that falls on a Sunday is not moved to the Monday."""
    from holidays import country_holidays  # noqa: PLC0415 — 0.2 s that decks do not pay

    years = range(year.first.year, year.last.year + 1)
    names = _LANGUAGES.get(language[:2])
    try:
        listed = country_holidays(place.country, place.subdivision or None, years, observed=False, language=names)
    except NotImplementedError:
        code = "-".join(filter(None, (place.country, place.subdivision)))
        sink.add("wrong-value", place.span, key="country", value=code, expected="CA-QC")
        return {}
    return dict(sorted(listed.items()))


def _is_kept(trade: TradeDate, place: CalendarPlace) -> bool:
    return not trade.only or not {place.country, f"{place.country}-{place.subdivision}"}.isdisjoint(trade.only)


def _trade_dates(trade: TradeDate, year: Year) -> Iterator[KeyDate]:
    for civil in year.civil_years():
        ruled = day_of(trade.rule, civil)
        if ruled is not None:
            start = ruled + timedelta(days=trade.offset)
            yield KeyDate(
                identifier=f"{trade.identifier}-{civil}",
                title=trade.title,
                kind=KeyDateKind.TRADE,
                start=start,
                end=start + timedelta(days=trade.days - 1),
                note=trade.note,
                prepare=trade.prepare,
                is_uncertain=trade.is_uncertain,
            )


def _events(place: CalendarPlace) -> Iterator[KeyDate]:
    for event in place.events:
        yield KeyDate(
            f"chambre-{event.identifier}",
            event.title,
            KeyDateKind.EVENT,
            event.start,
            max(event.start, event.end),
            event.note,
            event.place,
        )


def _sessions(place: CalendarPlace) -> Iterator[KeyDate]:
    for session in place.sessions:
        if session.date and session.status is not SessionStatus.CANCELLED:
            yield KeyDate(
                f"seance-{session.identifier}",
                session.title,
                KeyDateKind.SESSION,
                session.date,
                session.date,
                session.access,
                session.place,
            )


def _slug(name: str) -> str:
    plain = "".join(character for character in normalize("NFKD", name.lower()) if not combining(character))
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
