"""What a language decides: words the compiler adds, numbers, hours, typography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """`tag` is a BCP 47 tag, written as `lang` on every run; `words` are those the compiler prints by itself.

    `decimal` and `thousands` separate numbers; `clock` is a format of hours and two-digit minutes: `{hour} h {minute}`.
    """

    tag: str
    decimal: str
    thousands: str
    clock: str
    words: Mapping[str, str]
