"""Calendars to test: the real course's, and a small one whose every text is hostile."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec.structs import replace

from chevalet.compose.calendar import compose_calendar
from chevalet.load import DiskTree, load
from chevalet.model.calendar import (
    Calendar,
    Channel,
    Choices,
    CrisisSheet,
    CrisisStep,
    Entry,
    Example,
    Idea,
    Intent,
    KeyDate,
    KeyDateKind,
    Slot,
    Stage,
    Status,
    TaggedLink,
)
from chevalet.model.calendar_source import CalendarPlace
from chevalet.model.flow import Paper
from chevalet.model.project import Project
from chevalet.model.session import Session, SessionStatus
from chevalet.resolve.calendar import resolve_calendar
from tests.tools import ROOT

SESSIONS = (
    Session(
        "rawdon-1",
        "Les médias sociaux et le web pour les affaires, à l’heure d’été",
        "1-medias-sociaux",
        18 * 60 + 30,
        20 * 60 + 45,
        date=date(2027, 3, 16),
        revision=2,
        status=SessionStatus.CONFIRMED,
        place="Salle communautaire; porte B",
        address="1, rue de l’Exemple, Rawdon",
        registration="https://chambre.example/inscription",
    ),
    Session(
        "rawdon-2", "Rédiger pour le web", "2-rediger", 1110, 1245,
        date=date(2027, 1, 19), revision=1, status=SessionStatus.CANCELLED,
    ),
)  # fmt: skip


@cache
def real_project() -> Project:
    """The course of this repository."""
    project, _ = load(DiskTree(ROOT))
    assert project
    return project


@cache
def real_calendar(start: date | None = None, *, with_sessions: bool = False) -> Calendar:
    """The calendar of this repository, of its own year or of another."""
    source, found = resolve_calendar(real_project(), "fr-CA")
    assert source
    assert not found
    place = CalendarPlace(sessions=SESSIONS if with_sessions else ())
    calendar, found = compose_calendar(real_project(), replace(source, start=start or source.start), place)
    assert not found
    return calendar


def hostile_calendar(text: str) -> Calendar:
    """A calendar in which every text that a course or a region writes is `text`."""
    day = date(2027, 1, 7)
    entry = Entry(day=day, start=540, **dict.fromkeys(_TEXTS, text))  # type: ignore[arg-type]
    return Calendar(
        title=text,
        region="base",
        language="fr-CA",
        paper=Paper.LETTER,
        time_zone="America/Toronto",
        start=date(2027, 1, 1),
        organizer=text,
        contact=text,
        choices=Choices(
            (Status(text, Stage.WRITING, text),),
            (Channel(text, text, text),),
            (text,),
            (Intent(text, sells=True),),
            (text,),
            (text,),
            (text,),
        ),
        openings=(Entry(day=day, start=540),),
        key_dates=(KeyDate("x", text, KeyDateKind.EVENT, day, day, text, text),),
        sessions=(Session("s", text, text, 1110, 1245, date=day, place=text, address=text, access=text, price=text),),
        writing=(Slot("w", text, 1, 510, 15, text),),
        ideas=(Idea(text, text, text, text, text, text),),
        links=(TaggedLink(text, text, text, text, text, text),),
        example=Example(text, text, day, (entry,)),
        crisis=CrisisSheet(text, (text,), (text,), (text,), (CrisisStep(text, text, text),), text),
    )


_TEXTS = (
    "channel subject ask owner status audience intent goal format message reviewer consent content campaign note "
    "published lesson"
).split()
