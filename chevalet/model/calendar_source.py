"""The editorial calendar as `course/calendar.yaml` writes it: dates by their rule, rows by their week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from chevalet.model.calendar import Choices, CrisisSheet, Entry, Idea, Slot, TaggedLink
from chevalet.model.flow import Paper
from chevalet.model.session import Session
from chevalet.span import Span


class FixedRule(Struct, frozen=True):
    """The same day each year; 29 February only exists in leap years."""

    month: int
    day: int


class WeekdayRule(Struct, frozen=True):
    """The `nth` such weekday (from 0, Monday) of a month, counted from the end when negative."""

    month: int
    weekday: int
    nth: int


class EasterRule(Struct, frozen=True):
    """A number of days after Easter Sunday, before it when negative."""

    days: int


DateRule = FixedRule | WeekdayRule | EasterRule


class TradeDate(Struct, frozen=True):
    """A date of trade: its rule, then `offset` days; it lasts `days`. See `KeyDate` for the rest.

    `only` holds the ISO 3166 codes, such as `CA` or `CA-QC`, of where it is kept; it is kept everywhere when empty.
    """

    identifier: str
    title: str
    rule: DateRule
    offset: int = 0
    days: int = 1
    prepare: int = 0
    is_uncertain: bool = False
    note: str = ""
    only: tuple[str, ...] = ()


class WeeklyEntry(Struct, frozen=True):
    """A row of the example: on a weekday of the `week`, from 1; `draft` is how many days before it is to be drafted."""

    week: int
    weekday: int
    draft: int
    entry: Entry


class ExampleSource(Struct, frozen=True):
    """The example, seen on the Monday of a week, from 1."""

    firm: str
    about: str
    week: int
    entries: tuple[WeeklyEntry, ...]


class CalendarSource(Struct, frozen=True):
    """Everything of `calendar.yaml`; `holiday_notes` says what to do on a statutory holiday, by its name."""

    start: date
    revision: int
    choices: Choices
    publishing: tuple[Slot, ...]
    writing: tuple[Slot, ...]
    trade_dates: tuple[TradeDate, ...]
    holiday_notes: Mapping[str, str]
    ideas: tuple[Idea, ...]
    links: tuple[TaggedLink, ...]
    example: ExampleSource | None
    crisis: CrisisSheet
    span: Span


class ChamberEvent(Struct, frozen=True):
    """A day that a region's chamber gives out; `end` is its last day."""

    identifier: str
    title: str
    start: date
    end: date
    place: str = ""
    note: str = ""


class CalendarPlace(Struct, frozen=True):
    """What a region decides of the calendar: whose holidays, which time, what paper, its events and its sessions.

    `country` and `subdivision` are ISO 3166 codes, without the country for the subdivision (`CA`, `QC`).
    """

    region: str = "base"
    country: str = "CA"
    subdivision: str = "QC"
    time_zone: str = "America/Toronto"
    paper: Paper = Paper.LETTER
    week_start: int = 6
    events: tuple[ChamberEvent, ...] = ()
    sessions: tuple[Session, ...] = ()
    span: Span = Span("course/course.yaml")
