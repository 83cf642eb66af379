"""Upper bounds, in thousandths of an em, for characters that the theme's own faces lack."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

EMOJI = 1400
IDEOGRAPH = 1000
IDEOGRAPH_GAP = 250
"""LibreOffice opens a gap where ideographs meet other letters."""
SYMBOL = 1750
NARROW_SPACE = 340
HYPHEN = 1000
HEBREW = 900
OTHER = 1500
CLOSING, OPENING = ")]}!?;:,./»”’%…", "([{«“‘"
"""What is never parted from the word before it, and from the word after it."""
FIRST_SYMBOL = "\u2190"
"""The first arrow: from there on are symbols, ideographs and emoji."""
WIDE = {"\u2e3a": 2000, "\u2e3b": 3000, "\ufdfa": 4000, "\ufdfb": 4000, "\ufdfd": 12_000}
"""Dashes of two and three ems, and Arabic phrases that are one character."""

_EMOJI_PLANES = range(0x1F000, 0x1FB00)
_HEBREW = range(0x0590, 0x0600)
_SYMBOLS = range(0x2000, 0x2C00)
_IDEOGRAPHS = (
    range(0x1100, 0x1200),
    range(0x2E80, 0x3300),
    range(0x3300, 0xA4D0),
    range(0xAC00, 0xD7B0),
    range(0xF900, 0xFB00),
    range(0xFE30, 0xFE50),
    range(0xFF00, 0xFFF0),
    range(0x20000, 0x32000),
)
_SPACES = frozenset("\u00a0\u202f\u2009\u2007\u200a\u2006")
_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


def bound(character: str) -> int:
    """Return the widest that any fallback font seen draws `character`, in thousandths of an em."""
    code = ord(character)
    if character in _SPACES:
        return NARROW_SPACE
    if character in _ZERO_WIDTH or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if code in _EMOJI_PLANES:
        return EMOJI
    if character in WIDE:
        return WIDE[character]
    if code == 0x2011:
        return HYPHEN
    if is_ideograph(character):
        return IDEOGRAPH
    if code in _SYMBOLS:
        return SYMBOL
    if code in _HEBREW:
        return HEBREW
    return OTHER


def is_ideograph(character: str) -> bool:
    """Return whether a line may be broken beside `character`: Chinese, Japanese and Korean are."""
    code = ord(character)
    return code >= 0x1100 and any(code in block for block in _IDEOGRAPHS)


def gaps(text: str, before: str = "", after: str = "") -> int:
    """Return the room, in thousandths of an em, that opens where ideographs meet other letters or the text's ends.

    `before` and `after` are the characters that touch the text, if any.
    """
    kinds = [before != "" and is_ideograph(before), *map(is_ideograph, text), after != "" and is_ideograph(after)]
    return IDEOGRAPH_GAP * sum(left != right for left, right in pairwise(kinds))


def clings_to_previous(character: str) -> bool:
    """Return whether a word that begins with `character` is never parted from the word before it.

    PowerPoint and LibreOffice keep closing marks, and LibreOffice emoji and symbols, on the line of what they follow.
    """
    return character in CLOSING or character >= FIRST_SYMBOL


def clings_to_next(character: str) -> bool:
    """Return whether a word that ends with `character` is never parted from the word after it."""
    return character in OPENING
