"""What a language decides: words the compiler adds, numbers, hours, typography."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Locale(Struct, frozen=True):
    """`tag` is a BCP 47 tag, written as `lang` on every run; `words` are those the compiler prints by itself.

    `decimal` and `thousands` separate numbers. `clock` is a format of hours and two-digit minutes
    (`{hour} h {minute}`), `exact_clock` that of an hour without minutes (`{hour} h`), empty when it is the same.
    """

    tag: str
    decimal: str
    thousands: str
    clock: str
    words: Mapping[str, str]
    exact_clock: str = ""

    def clock_time(self, minutes: int) -> str:
        """Return a time of day, in minutes from midnight; it goes round past midnight."""
        hour, minute = divmod(minutes % 1440, 60)
        pattern = self.clock if minute or not self.exact_clock else self.exact_clock
        return pattern.format(hour=hour, minute=f"{minute:02}")

    def long_date(self, day: date) -> str:
        """Return a date in words, from the day of the week to the year."""
        weekday = self.words["weekdays"].split()[day.weekday()]
        month = self.words["months"].split()[day.month - 1]
        number = self.words["first-of-month"] if day.day == 1 else str(day.day)
        return self.words["long-date"].format(weekday=weekday, day=number, month=month, year=day.year)

    def number(self, value: float, decimals: int) -> str:
        """Return a number with as many decimals, its groups of three digits parted."""
        text = f"{value:,.{decimals}f}"
        return text.translate({ord(","): self.thousands, ord("."): self.decimal, ord("-"): "−"})
