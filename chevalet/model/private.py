"""What `private/` tells of a session: who came, what they answered, who helped; never cached, shared or indexed."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

from chevalet.model.target import Target
from chevalet.span import Span

EDITION = "organizer"
"""The edition of what is made of these files."""
FOLDER = "private"
PEOPLE = "participants.csv"
ANSWERS = "evaluations.csv"
PARTNERS = "partenaires.csv"
_BASE, _UNDATED = "base", "undated"


class Verdict(Enum):
    """What a person says of an objective."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Person(Struct, frozen=True):
    """A row of `participants.csv`; `name` stands as written, and `span` is where.

    `hours` and `day` are None where the session's own hold; `is_present` is None where nothing says it.
    """

    name: str
    span: Span
    organization: str = ""
    email: str = ""
    is_present: bool | None = None
    hours: float | None = None
    day: date | None = None


class Answer(Struct, frozen=True):
    """An evaluation handed in: `questions` are the lines of the form, `goals` the objectives of the parts.

    Both are in order, None for one without an answer. `rating` goes from 1 to 5.
    """

    questions: tuple[Verdict | None, ...] = ()
    goals: tuple[Verdict | None, ...] = ()
    rating: int | None = None
    recommends: bool | None = None
    learnt: str = ""
    step: str = ""
    better: str = ""


class Partner(Struct, frozen=True):
    """Who helped, with what, and the visibility given for it."""

    name: str
    contribution: str = ""
    visibility: str = ""


class Records(Struct, frozen=True):
    """The files of one session; None for one that is not there, or cannot be read."""

    people: tuple[Person, ...] | None = None
    answers: tuple[Answer, ...] | None = None
    partners: tuple[Partner, ...] | None = None


def folder_of(target: Target) -> str:
    """Return the folder of a target's session: region and session by name, a workshop's where no session is dated."""
    region = "" if target.region == _BASE else target.region
    session = target.workshop if target.session == _UNDATED else target.session
    return "/".join(filter(None, (FOLDER, region, session)))
