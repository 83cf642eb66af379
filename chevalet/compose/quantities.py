"""How many of each thing to bring, read in the words that name it."""

from __future__ import annotations

import re
from math import ceil

from msgspec import Struct

TEAM = 5
"""People in a team when nothing else is said; the course's small groups have four to six."""

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("un une a one", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight"), 1
    )
    for word in words.split()
}
_NUMBER = rf"(?P<number>\d+|{'|'.join(_NUMBERS)})"
_EACH = re.compile(r"\b(?:par personne|per person|each)\b")
_PAIR = re.compile(r"\b(?:pour deux|par équipe de deux|for two|per pair)\b")
_TABLE = re.compile(r"\b(?:par équipe|par table|par groupe|per team|per table|per group)\b")
_GIVEN = r"(?:remis|ramassé)e?s? au début|already given"
_IN_WORKBOOK = re.compile(rf"\b(?:fiche|cahier|déjà remplies?|worksheet|workbook|already filled|{_GIVEN})\b")
_PRINTED = re.compile(r"^(?:cahiers|workbooks)\b")
_COUNTED = re.compile(rf"^{_NUMBER}\b")
_PLURAL = re.compile(r"^(?:les |the )?[^\W\d_]+[sx]\b")


class Quantity(Struct, frozen=True):
    """How many to bring; nothing to bring when it `is_in_workbook`, or in people's hands since the beginning."""

    count: int
    is_in_workbook: bool = False


def count_material(name: str, participants: int) -> Quantity:
    """Return how many of a thing are needed: what its words say, else one for each person when they are plural."""
    written = name.casefold()
    counted = _COUNTED.match(written)
    number = _read(counted["number"]) if counted else 1
    if _EACH.search(written):
        return Quantity(number * participants)
    if _PAIR.search(written):
        return Quantity(number * ceil(participants / 2))
    if _TABLE.search(written):
        return Quantity(number * ceil(participants / TEAM))
    if _PRINTED.match(written):
        return Quantity(participants)
    if _IN_WORKBOOK.search(written):
        return Quantity(0, is_in_workbook=True)
    return Quantity(number if counted or not _PLURAL.match(written) else participants)


def _read(number: str) -> int:
    return int(number) if number.isdecimal() else _NUMBERS[number]
