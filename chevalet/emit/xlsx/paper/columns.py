"""What a column of a table holds, by its header: an amount, a date, a yes or a no, words."""

from __future__ import annotations

import re
from enum import Enum

from chevalet.model.locale import Locale

_MONEY = re.compile(r"\(\$\)$")
# A number as a document prints it: groups of three digits parted by a space.
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[-−]?\d{1,15}(?:\.\d{1,9})?")


class Kind(Enum):
    """What may be written in a column."""

    WORDS = "words"
    MONEY = "money"
    DATE = "date"
    YES = "yes"
    NUMBER = "number"


def kind_of(header: str, locale: Locale) -> Kind:
    """Return what a column holds: `($)` ends the header of an amount, which is added up."""
    name = header.strip().casefold()
    if _MONEY.search(name):
        return Kind.MONEY
    if name in locale.words.get("sheet-dates", "").split("|"):
        return Kind.DATE
    return Kind.YES if name in locale.words.get("sheet-ticks", "").split("|") else Kind.WORDS


def read_printed(text: str, locale: Locale) -> float | None:
    """Return the number that a printed one stands for, None for what is more than a number."""
    plain = _SPACES.sub("", text.strip()).replace(locale.decimal, ".")
    return float(plain.replace("−", "-")) if _NUMBER.fullmatch(plain) else None


def money_format(locale: Locale) -> str:
    """Return the format of amounts: the sign where the language puts it, thousands parted as it parts them."""
    if locale.tag.startswith("fr"):
        return '[>=1000000]#\\ ###\\ ##0.00\\ "$";[>=1000]#\\ ##0.00\\ "$";0.00\\ "$"'
    return '"$"#,##0.00'
