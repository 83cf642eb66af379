"""The twelve months of a calendar, and the day that a rule gives in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import assert_never

from dateutil.easter import easter  # type: ignore[import-untyped]
from msgspec import Struct

from chevalet.model.calendar import Slot
from chevalet.model.calendar_source import DateRule, EasterRule, FixedRule, WeekdayRule

_WEEK = timedelta(days=7)


class Year(Struct, frozen=True):
    """The days from `first` to `last`, both in it: whole months, twelve of them."""

    first: date
    last: date

    def touches(self, start: date, end: date) -> bool:
        """Say whether some day from `start` to `end` is in the year."""
        return start <= self.last and end >= self.first

    def civil_years(self) -> range:
        """Return the civil years of its days, and the one before: what began in December may last into January."""
        return range(self.first.year - 1, self.last.year + 1)

    def weekly(self, slot: Slot) -> Iterator[date]:
        """Yield the days of a weekly slot."""
        day = first_weekday(self.first, slot.weekday)
        while day <= self.last:
            yield day
            day += _WEEK


def year_from(start: date) -> Year:
    """Return the twelve months that begin with the month of `start`."""
    first = start.replace(day=1)
    return Year(first, first.replace(year=first.year + 1) - timedelta(days=1))


def first_weekday(day: date, weekday: int) -> date:
    """Return the first such weekday (from 0, Monday) that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def day_of(rule: DateRule, year: int) -> date | None:
    """Return the day of a rule in a civil year; None when that year has none, such as a fifth Monday."""
    match rule:
        case FixedRule(month, day):
            return _make_day(year, month, day)
        case EasterRule(days):
            return date.fromordinal(easter(year).toordinal() + days)
        case WeekdayRule():
            return _nth_weekday(rule, year)
    assert_never(rule)


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nth_weekday(rule: WeekdayRule, year: int) -> date | None:
    first = first_weekday(date(year, rule.month, 1), rule.weekday)
    days = [day for day in (first + week * _WEEK for week in range(5)) if day.month == rule.month]
    place = rule.nth - 1 if rule.nth > 0 else rule.nth
    return days[place] if -len(days) <= place < len(days) else None
