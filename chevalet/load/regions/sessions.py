"""The sessions of a region's file, as written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chevalet.diagnostics import Sink
from chevalet.load.course import BreakRecord, list_items
from chevalet.load.regions.records import CANCELLED, DELIVERIES, MOVED, SessionRecord
from chevalet.model.region import SessionSource
from chevalet.model.session import SessionStatus
from chevalet.span import Span


def make_session(record: SessionRecord, sink: Sink) -> SessionSource | None:
    """Return a session, None when it has no id; it is of a workshop, or it has modules and a title."""
    if not record.id:
        return None
    _check(record, sink)
    is_moved = record.status == MOVED
    return SessionSource(
        identifier=record.id,
        span=record.span,
        spans=record.spans,
        workshop=record.workshop,
        title=record.title,
        items=tuple(list_items(record.modules, record.spans)),
        # A session that was moved has been told twice at least.
        revision=max(record.revision, 1) if is_moved else record.revision,
        status=SessionStatus.CANCELLED if record.status == CANCELLED else SessionStatus.CONFIRMED,
        date=date.fromisoformat(record.date) if record.date else None,
        start=minutes_of(record.start),
        end=minutes_of(record.end),
        schedule=record.schedule,
        delivery=DELIVERIES.get(record.delivery, ""),
        place=record.place,
        address=record.address,
        access=record.access,
        capacity=record.capacity,
        participants=record.participants,
        registration=record.registration,
        price=record.price,
        trainer=record.trainer,
        time_zone=check_zone(record.time_zone, record.spans, sink),
    )


def minutes_of(clock: str) -> int | None:
    """Return the minutes from midnight of `18:30`, None for no time."""
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if minute else None


def check_zone(name: str, spans: Mapping[str, Span], sink: Sink) -> str:
    """Return a time zone when there is one of that name, empty after telling that there is none."""
    if name:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 — 2 ms that the base does not pay

        try:
            ZoneInfo(name)
        except (OSError, ValueError, KeyError):
            sink.add("wrong-value", spans["time_zone"], key="time_zone", value=name, expected="America/Toronto")
            return ""
    return name


def _check(record: SessionRecord, sink: Sink) -> None:
    has_items = any(isinstance(item, BreakRecord) or item for item in record.modules)
    if ("workshop" in record.spans) == ("modules" in record.spans):
        sink.add("one-or-other", record.spans["id"], first="workshop", second="modules")
    elif has_items and "title" not in record.spans:
        sink.add("missing-key", record.spans["id"], key="title")
