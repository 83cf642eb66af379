"""Words: what stands between two spaces, how wide it is at most, and where it may be broken."""

from __future__ import annotations

import re
from typing import NamedTuple

from chevalet.measure import characters
from chevalet.model.theme import Face

FIRST_WIDE = 0x0590
"""The first code point, in reading order of scripts, that fixed-pitch faces draw wider than their pitch."""
FIRST_EASTERN = "あ"

# Chinese characters and full-size kana: no program parts a small kana from the one before it.
_EASTERN = "\u4e00-\u9fffあいうえおか-ぢつ-もやゆよ-ろわ-んアイウエオ-ヂツ-モヤユヨ-ロワ-ヴ"
_BETWEEN_EASTERN = f"(?<=[{_EASTERN}])(?=[{_EASTERN}])"
"""Compiled at first use, as `re` does: it takes longer than to measure a deck's words."""
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)+[,.;:!?]?")


class Word(NamedTuple):
    """The widths of the pieces between which a word may break, and whether it holds on to its neighbours.

    Widths are in ten-thousandths of an em.
    """

    pieces: tuple[int, ...]
    clings_to_previous: bool
    clings_to_next: bool


NO_WORD = Word((0,), True, False)
"""What stands between two spaces that follow each other: they are kept together."""


class Widths(dict[str, int]):
    """The widths of the words of one face, each measured when it is first asked for: all that most words need.

    `special` are those, among the words measured, that hold on to their neighbours or may be broken.
    """

    def __init__(self, face: Face) -> None:
        super().__init__({"": 0})
        self.space = _measure(" ", face)
        self.special: set[str] = set()
        self._face = face
        self._words = {"": NO_WORD}

    def __missing__(self, text: str) -> int:
        word = _measure_word(text, self._face)
        if len(word.pieces) > 1 or word.clings_to_previous or word.clings_to_next:
            self.special.add(text)
            self._words[text] = word
        width = self[text] = sum(word.pieces)
        return width

    def word(self, text: str) -> Word:
        """Return all there is to know of a word."""
        return self._words.get(text) or Word((self[text],), False, False)


def _measure_word(text: str, face: Face) -> Word:
    parts = _parts(text)
    around = ("", *parts, "")
    pieces = tuple(
        _measure(part, face, before[-1:], after[:1])
        for before, part, after in zip(around, parts, around[2:], strict=False)
    )
    return Word(pieces, characters.clings_to_previous(text[0]), characters.clings_to_next(text[-1]))


def _parts(text: str) -> list[str]:
    """Return the stretches of a word between which both programs break: after hyphens, between ideographs."""
    if "-" in text and _HYPHENATED.fullmatch(text):
        *heads, last = text.split("-")
        return [*(head + "-" for head in heads), last]
    return [text] if max(text) < FIRST_EASTERN else re.split(_BETWEEN_EASTERN, text)


def _measure(text: str, face: Face, before: str = "", after: str = "") -> int:
    """Return the width of `text` in ten-thousandths of an em, characters that the face lacks bounded from above.

    `before` and `after` are the characters that touch it, if any.
    """
    try:
        known, foreign = sum(map(face.advances.__getitem__, map(ord, text))), 0
    except KeyError:
        known = sum(face.advances.get(ord(character), 0) for character in text)
        foreign = sum(_bound(character, face) for character in text if ord(character) not in face.advances)
        foreign += 10 * characters.gaps(text, before, after)
    return foreign - (-known * 10_000 // face.units_per_em)


def _bound(character: str, face: Face) -> int:
    """Bound a character that is not in the face's table; a fixed-pitch face has no table, only its pitch."""
    bound = 10 * characters.bound(character)
    if face.advances:
        return bound
    pitch = -(-face.fallback * 10_000 // face.units_per_em)
    return pitch if ord(character) < FIRST_WIDE else max(pitch, bound)
