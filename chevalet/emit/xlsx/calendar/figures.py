"""What the dashboard counts: each figure as a formula over a calendar's ranges and, for the example, by Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from chevalet.emit.xlsx.calendar.flags import LATE, find_flags, names_of, none_of, quoted
from chevalet.model.calendar import Calendar, Entry, Stage


class Counted(Struct, frozen=True):
    """Publications counted: those with a subject that are not cancelled, seen on a day."""

    entries: tuple[Entry, ...]
    calendar: Calendar
    seen: date

    def number(self, test: Callable[[Entry], bool]) -> int:
        """Return how many pass a test."""
        return sum(test(entry) for entry in self.entries)

    def total(self, field: str, channel: str) -> int:
        """Return the sum of a measure over a channel."""
        return sum(getattr(entry, field) or 0 for entry in self.entries if entry.channel == channel)

    def late(self) -> int:
        """Return how many are flagged late."""
        statuses = self.calendar.choices.statuses
        return self.number(lambda entry: LATE in find_flags(entry, self.entries, self.seen, statuses))


def count_example(calendar: Calendar) -> Counted:
    """Return the publications of the example, none without one."""
    cancelled = names_of(calendar.choices.statuses, Stage.CANCELLED)
    example = calendar.example
    entries = tuple(entry for entry in (example.entries if example else ()) if entry.subject)
    kept = tuple(entry for entry in entries if entry.status not in cancelled)
    return Counted(kept, calendar, example.seen if example else calendar.start)


def live(calendar: Calendar, prefix: str) -> str:
    """Return the product that is 1 in the rows which hold a publication."""
    cancelled = names_of(calendar.choices.statuses, Stage.CANCELLED)
    return f'({prefix}_sujet<>"")*{none_of(f"{prefix}_statut", cancelled)}'


def equal(key: str, cell: str) -> str:
    """Return a condition of `count_formula`: the column of that key holds what a cell holds."""
    return f"({{prefix}}_{key}={cell})"


def count_formula(calendar: Calendar, condition: str) -> str:
    """Return the count of publications that meet a condition, in which `{prefix}` stands for the calendar's."""
    return _either(lambda prefix: f"SUMPRODUCT({live(calendar, prefix)}*{condition.format(prefix=prefix)})")


def sum_formula(key: str, cell: str) -> str:
    """Return the sum of a measure over the channel that a cell holds."""
    return _either(lambda prefix: f"SUMPRODUCT(({prefix}_canal={cell})*1,{prefix}_{key})")


def late_formula() -> str:
    """Return the count of the rows that say they are late."""
    return _either(lambda prefix: f'COUNTIFS({prefix}_alerte,"*{LATE}*")')


def status_formula(name: str) -> str:
    """Return the count of one status, cancelled ones too."""
    return _either(lambda prefix: f'SUMPRODUCT(({prefix}_sujet<>"")*({prefix}_statut={name}))')


def any_of(key: str, words: list[str]) -> str:
    """Return the condition that a column holds one of some words."""
    tests = "+".join(f"({{prefix}}_{key}={quoted(word).replace('{', '{{').replace('}', '}}')})" for word in words)
    return f"({tests or '0'})"


def _either(write: Callable[[str], str]) -> str:
    return f'IF(tb_source="ex",{write("ex")},{write("cal")})'
