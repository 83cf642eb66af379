"""What load reads from the disk: the course as written, with spans."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from chevalet.model.calendar_source import CalendarPlace, CalendarSource
from chevalet.model.patch import Partner, Patch
from chevalet.model.theme import Theme
from chevalet.span import Span


class Priority(Enum):
    """What becomes of a module when time runs short."""

    KEEP = "keep"
    SHORTEN = "shorten"
    SKIP = "skip"


class ModuleSource(Struct, frozen=True):
    """A module file: its front matter, and its Markdown `body`, which begins at `body_line` (from 1) of the file."""

    identifier: str
    path: str
    title: str
    minutes: int
    at_least: int
    at_most: int
    priority: Priority
    objectives: tuple[str, ...]
    material: tuple[str, ...]
    has_section: bool
    body: str
    body_line: int
    spans: Mapping[str, Span]


class TextPart(Enum):
    """Which document prints a text of `course/documents`, and where in it."""

    GUIDE_USE = "guide-use"
    GUIDE_CHECKS = "guide-checks"
    GUIDE_ROOM = "guide-room"
    GUIDE_QUESTIONS = "guide-questions"
    GUIDE_FALLBACK = "guide-fallback"
    WORKBOOK_USE = "workbook-use"
    OUTLINE = "outline"
    MESSAGES = "messages"
    POSTS = "posts"
    POSTER = "poster"
    PRESS_NOTE = "press-note"
    CHAT = "chat"
    POLICIES = "policies"
    PRESENCE_PLAN = "presence-plan"
    REGISTRATION = "registration"
    EVALUATION = "evaluation"
    ATTENDANCE = "attendance"
    LOCAL_PURCHASE = "local-purchase"
    LOCAL_CASE = "local-case"


class TextSource(Struct, frozen=True):
    """A file of `course/documents`: text that is on no slide; `workshops` are those it is for, all when empty."""

    identifier: str
    path: str
    title: str
    part: TextPart
    workshops: tuple[str, ...]
    body: str
    body_line: int
    spans: Mapping[str, Span]


Written = ModuleSource | TextSource
"""A file of Markdown with its front matter."""


class BreakSource(Struct, frozen=True):
    """A break of a workshop's list."""

    title: str
    minutes: int
    span: Span


class ModuleReference(Struct, frozen=True):
    identifier: str
    span: Span


class Workshop(Struct, frozen=True):
    """A workshop as listed in `course.yaml`; `number` counts from 1 and chooses the accent."""

    identifier: str
    number: int
    title: str
    summary: str
    items: tuple[ModuleReference | BreakSource, ...]
    span: Span


class Schedule(Struct, frozen=True):
    """How long a workshop lasts; `start` counts minutes from midnight."""

    identifier: str
    start: int
    minutes: int
    span: Span


class FactEntry(Struct, frozen=True):
    """A fact of `facts.yaml`; dates are ISO."""

    identifier: str
    statement: str
    values: Mapping[str, str]
    publisher: str
    title: str
    year: str
    url: str
    recalled: bool
    verified_on: str
    review_by: str
    span: Span


class GlossaryEntry(Struct, frozen=True):
    identifier: str
    term: str
    definition: str
    span: Span


class DataTable(Struct, frozen=True):
    """A table of `course/data`: the CSV's columns and rows (a missing cell is None) and what its index says of it."""

    identifier: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    labels: Mapping[str, str]
    title: str
    unit: str
    base: str
    source: str
    url: str
    review_by: str
    span: Span


class Project(Struct, frozen=True):
    """Everything written under the root; `pictures` holds the bytes of every picture, by its path from the root.

    `texts` are those of `course/documents`, by id, in the order of their ids.

    `regions` are the ids of those that have a file, in the folder `regions_folder`. The last fields are empty but for
    the project of a region: where and when, its partners, what it does to slides, and its own files of slides, by path.
    """

    title: str
    language: str
    terms: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    schedules: Mapping[str, Schedule]
    workshops: tuple[Workshop, ...]
    modules: Mapping[str, ModuleSource]
    facts: Mapping[str, FactEntry]
    glossary: Mapping[str, GlossaryEntry]
    data: Mapping[str, DataTable]
    theme: Theme
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    calendar: CalendarSource | None = None
    texts: Mapping[str, TextSource] = field(default_factory=dict)
    regions: tuple[str, ...] = ()
    regions_folder: str = "course/regions"
    place: CalendarPlace = CalendarPlace()
    partners: tuple[Partner, ...] = ()
    patch: Patch = Patch()
    slide_files: Mapping[str, ModuleSource] = field(default_factory=dict)
