"""One evening of a workshop: when, where and how people come; what a region says of it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct


class SessionStatus(Enum):
    """Whether people may count on a session; the value is what a region's file says."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Session(Struct, frozen=True):
    """A session of the workshop of that id; `revision` counts, from 0, the times that what people were told changed.

    `start` and `end` count minutes from midnight in `time_zone`, a name of the IANA data base; an `end` before its
    start is of the next day. Without a `date` the session is not set yet. `capacity` 0 says nothing of it,
    nor `participants` 0, how many are expected. `schedule` is the id of a schedule of the course.
    """

    identifier: str
    title: str
    workshop: str
    start: int
    end: int
    time_zone: str = "America/Toronto"
    date: date | None = None
    revision: int = 0
    status: SessionStatus = SessionStatus.TENTATIVE
    place: str = ""
    address: str = ""
    access: str = ""
    delivery: str = "in-person"
    capacity: int = 0
    registration: str = ""
    price: str = ""
    trainer: str = ""
    schedule: str = ""
    participants: int = 0


UNDATED = Session("undated", "", "", 18 * 60 + 30, 20 * 60 + 45)
"""The session of a region that has set none."""
