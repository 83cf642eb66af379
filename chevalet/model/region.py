"""What a region's file says, with what it inherits: how the course differs for one organizer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from chevalet.model.calendar_source import ChamberEvent
from chevalet.model.flow import Paper
from chevalet.model.patch import Act, Partner, SlidePatch
from chevalet.model.project import BreakSource, ModuleReference, ModuleSource, TextSource
from chevalet.model.session import SessionStatus
from chevalet.span import Span


class SessionSource(Struct, frozen=True):
    """A session as written: of a workshop, or with its own list of `items`; hours count minutes from midnight.

    What is None or empty is not said: the schedule, the workshop or the region says it. `spans` has each key's place.
    """

    identifier: str
    span: Span
    spans: Mapping[str, Span]
    workshop: str = ""
    title: str = ""
    items: tuple[ModuleReference | BreakSource, ...] = ()
    revision: int = 0
    status: SessionStatus = SessionStatus.CONFIRMED
    date: date | None = None
    start: int | None = None
    end: int | None = None
    schedule: str = ""
    delivery: str = ""
    place: str = ""
    address: str = ""
    access: str = ""
    capacity: int = 0
    participants: int = 0
    registration: str = ""
    price: str = ""
    trainer: str = ""
    time_zone: str = ""


class WorkshopPatch(Struct, frozen=True):
    """What a region says of a workshop; one that is not given is left out."""

    title: str = ""
    summary: str = ""
    is_given: bool = True


class ModulePatch(Struct, frozen=True):
    """What is done to the module of that id; `module` is the one that joins it, `path` the file in its place."""

    act: Act
    target: str
    span: Span
    module: str = ""
    path: str = ""


class Look(Struct, frozen=True):
    """A region's own look: its logo's path, and its colours in place of the theme's, one a workshop."""

    logo_path: str = ""
    accents: tuple[str, ...] = ()


class OwnFiles(Struct, frozen=True):
    """The region's own files that its own file names, by path; slides have no front matter."""

    modules: Mapping[str, ModuleSource] = field(default_factory=dict)
    slides: Mapping[str, ModuleSource] = field(default_factory=dict)
    texts: Mapping[str, TextSource] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class Place(Struct, frozen=True):
    """Whose holidays, which time and what paper; what is empty or None is as in the base."""

    country: str = ""
    subdivision: str = ""
    time_zone: str = ""
    paper: Paper | None = None


class Region(Struct, frozen=True):
    """A region, complete: `files` as in `Patch`; `spans` has the place of each value, by keys joined with dots.

    `documents` are the texts left out, by id; `replaced` those whose file takes another's place; `added` the others.
    """

    identifier: str
    files: tuple[str, ...]
    spans: Mapping[str, Span]
    own: OwnFiles = OwnFiles()
    language: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, str] = field(default_factory=dict)
    place: Place = Place()
    partners: tuple[Partner, ...] = ()
    events: tuple[ChamberEvent, ...] = ()
    sessions: tuple[SessionSource, ...] = ()
    workshops: Mapping[str, WorkshopPatch] = field(default_factory=dict)
    modules: tuple[ModulePatch, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    slides: tuple[SlidePatch, ...] = ()
    excluded: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    look: Look = Look()
    accepted: Mapping[str, str] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The whole of its file."""
        return self.spans[""]

    def span_of(self, *keys: str) -> Span:
        """Return where a value stands, the nearest that holds it when it has no place of its own."""
        for length in range(len(keys), 0, -1):
            found = self.spans.get(".".join(keys[:length]))
            if found:
                return found
        return self.span
