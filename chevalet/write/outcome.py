"""What became of each output that was asked for."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from chevalet.model.artifact import Result


class Status(Enum):
    """STALE keeps the file of an earlier build; MISSING has none to keep."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    STALE = "stale"
    MISSING = "missing"


class Outcome(Struct, frozen=True):
    """One output and its status; `path` is relative to the output folder."""

    path: str
    result: Result
    status: Status
