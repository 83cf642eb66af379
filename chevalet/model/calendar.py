"""The editorial calendar that participants keep: what `compose` makes, and XLSX, CSV and ICS are emitted from."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

from chevalet.model.flow import Paper
from chevalet.model.session import Session


class Stage(Enum):
    """How far a status has come: what is late, counted or hidden follows from it; nothing is written while PLANNED."""

    PLANNED = "planned"
    WRITING = "writing"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Status(Struct, frozen=True):
    """A status as people choose it, and what it means in one sentence."""

    name: str
    stage: Stage
    meaning: str = ""


class Channel(Struct, frozen=True):
    """Where one publishes; `source` and `medium` are what a tagged link says of it, empty where none is needed."""

    name: str
    source: str = ""
    medium: str = ""
    is_offline: bool = False


class Intent(Struct, frozen=True):
    """What a publication is for; `sells` says whether it asks for money."""

    name: str
    sells: bool = False


class Idea(Struct, frozen=True):
    """An idea of the bank: `ask` is the one thing that the reader is invited to do, `season` when it fits."""

    title: str
    intent: str
    format: str
    channel: str
    ask: str
    season: str = ""


class Slot(Struct, frozen=True):
    """A time of every week: `weekday` from 0, Monday; `start` in minutes from midnight."""

    identifier: str
    title: str
    weekday: int
    start: int
    minutes: int
    note: str = ""


class KeyDateKind(Enum):
    """Where a key date comes from."""

    HOLIDAY = "holiday"
    TRADE = "trade"
    EVENT = "event"
    SESSION = "session"


class KeyDate(Struct, frozen=True):
    """A day, or several with `end` the last; `prepare` is how many weeks before it the work begins.

    `identifier` is the same in every build and unique in its calendar. `is_uncertain` asks to verify the date.
    """

    identifier: str
    title: str
    kind: KeyDateKind
    start: date
    end: date
    note: str = ""
    place: str = ""
    prepare: int = 0
    is_uncertain: bool = False


class Entry(Struct, frozen=True, kw_only=True):
    """A row of the calendar, each field a column; `start` in minutes from midnight; None is an empty cell."""

    day: date | None = None
    start: int | None = None
    channel: str = ""
    subject: str = ""
    ask: str = ""
    owner: str = ""
    status: str = ""
    audience: str = ""
    intent: str = ""
    goal: str = ""
    format: str = ""
    message: str = ""
    draft_due: date | None = None
    reviewer: str = ""
    consent: str = ""
    content: str = ""
    campaign: str = ""
    note: str = ""
    published: str = ""
    views: int | None = None
    reactions: int | None = None
    clicks: int | None = None
    actions: int | None = None
    lesson: str = ""


class Example(Struct, frozen=True):
    """A filled calendar of an invented firm, as it looked on the day `seen`."""

    firm: str
    about: str
    seen: date
    entries: tuple[Entry, ...] = ()


class CrisisStep(Struct, frozen=True):
    """A moment of the first hour."""

    when: str
    title: str
    text: str


class CrisisSheet(Struct, frozen=True):
    """What one fills in before a crisis and looks for during it."""

    intro: str = ""
    roles: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    steps: tuple[CrisisStep, ...] = ()
    message: str = ""


class TaggedLink(Struct, frozen=True):
    """A line of the link builder, as a person types it."""

    page: str
    source: str
    medium: str
    campaign: str
    content: str = ""
    use: str = ""


class Choices(Struct, frozen=True):
    """The words that the calendar's drop-down lists offer."""

    statuses: tuple[Status, ...] = ()
    channels: tuple[Channel, ...] = ()
    formats: tuple[str, ...] = ()
    intents: tuple[Intent, ...] = ()
    goals: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()


class Calendar(Struct, frozen=True):
    """Twelve months from `start`, the first day of a month, for one region.

    `revision` counts, from 0, the times that dates already given out changed. `week_start` is the weekday, from 0 for
    Monday, that a month's grid begins with. `openings` are the rows of the calendar, in order of time, still empty.
    """

    title: str
    region: str
    language: str
    paper: Paper
    time_zone: str
    start: date
    revision: int = 0
    week_start: int = 6
    organizer: str = ""
    contact: str = ""
    choices: Choices = Choices()
    openings: tuple[Entry, ...] = ()
    key_dates: tuple[KeyDate, ...] = ()
    sessions: tuple[Session, ...] = ()
    writing: tuple[Slot, ...] = ()
    ideas: tuple[Idea, ...] = ()
    links: tuple[TaggedLink, ...] = ()
    example: Example | None = None
    crisis: CrisisSheet = CrisisSheet()
