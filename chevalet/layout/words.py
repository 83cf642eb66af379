"""Words: what stands between two spaces, how wide it is at most, and where it may be broken."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from chevalet.layout import characters
from chevalet.model.theme import Face

FIRST_WIDE = 0x0590
"""The first code point, in reading order of scripts, that fixed-pitch faces draw wider than their pitch."""

_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)+[,.;:!?]?")


class Word(NamedTuple):
    """A word's width, that of each piece between which it may break, and whether it holds on to its neighbours.

    Widths are in ten-thousandths of an em.
    """

    width: int
    pieces: tuple[int, ...]
    clings_to_previous: bool
    clings_to_next: bool


NO_WORD = Word(0, (0,), True, False)
"""What stands between two spaces that follow each other: they are kept together."""


class Words(dict[str, Word]):
    """The words of one face, each measured when it is first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__({"": NO_WORD})
        self._face = face
        self.space = _measure(" ", face)

    def __missing__(self, text: str) -> Word:
        word = self[text] = _measure_word(text, self._face)
        return word


def _measure_word(text: str, face: Face) -> Word:
    pieces = tuple(_measure(part, face) for part in _parts(text))
    return Word(sum(pieces), pieces, characters.clings_to_previous(text[0]), characters.clings_to_next(text[-1]))


def _parts(text: str) -> list[str]:
    """Return the stretches of a word between which both programs break: after hyphens, between ideographs."""
    if "-" in text and _HYPHENATED.fullmatch(text):
        *heads, last = text.split("-")
        return [*(head + "-" for head in heads), last]
    if text.isascii() or not any(map(_is_han, text)):
        return [text]
    return _split_han(text)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _split_han(text: str) -> list[str]:
    parts = [text[0]]
    for previous, character in pairwise(text):
        if _is_han(previous) and _is_han(character):
            parts.append(character)
        else:
            parts[-1] += character
    return parts


def _measure(text: str, face: Face) -> int:
    """Return the width of `text` in ten-thousandths of an em, characters that the face lacks bounded from above."""
    widths = [face.advances.get(ord(character)) for character in text]
    known = sum(width for width in widths if width is not None)
    total = -(-known * 10_000 // face.units_per_em)
    if None in widths:
        foreign = (character for character, width in zip(text, widths, strict=True) if width is None)
        total += sum(_bound(character, face) for character in foreign) + 10 * characters.gaps(text)
    return total


def _bound(character: str, face: Face) -> int:
    """Bound a character that is not in the face's table; a fixed-pitch face has no table, only its pitch."""
    bound = 10 * characters.bound(character)
    if face.advances:
        return bound
    pitch = -(-face.fallback * 10_000 // face.units_per_em)
    return pitch if ord(character) < FIRST_WIDE else max(pitch, bound)
