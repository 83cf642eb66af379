"""Percent-encoding by functions that every spreadsheet has, and the same in Python."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

# Letters of French as a label of a tagged link writes them: without accent, a hyphen for what parts words.
PLAIN: Mapping[str, str] = {
    **dict.fromkeys("àâä", "a"),
    **dict.fromkeys("éèêë", "e"),
    **dict.fromkeys("îï", "i"),
    **dict.fromkeys("ôö", "o"),
    **dict.fromkeys("ùûü", "u"),
    "ÿ": "y",
    "ç": "c",
    "ñ": "n",
    "œ": "oe",
    "æ": "ae",
    **dict.fromkeys(" \u00a0\u202f'’–—", "-"),
}
# What a label may hold and an address may not: the per cent sign goes first.
RESERVED = '%&=#?+/:;,!*()@$[]"<>\\^`{|}'
# What an address typed by a person holds that it should not; its own signs stay.
ADDRESS = ' \u00a0"<>\\^`{|}àâäéèêëîïôöùûüÿçœæñÀÂÉÈÊËÎÏÔÙÛÇŒ’'
ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%:/?#[]@!$&'()*+,;="
_LONGEST = 2_000


def plain_formula(cell: str) -> str:
    """Return the formula of a label in small letters, without accent or space."""
    return _substitute(f"LOWER(TRIM({cell}))", PLAIN)


def encode_formula(text: str) -> str:
    """Return the formula of a label whose reserved signs are encoded."""
    return _substitute(text, {sign: quote(sign, safe="") for sign in RESERVED})


def address_formula(cell: str) -> str:
    """Return the formula of an address whose forbidden characters are encoded."""
    return _substitute(cell, {sign: quote(sign, safe="") for sign in ADDRESS})


def is_foreign_formula(cell: str) -> str:
    """Return the condition that an address holds a character which addresses do not allow."""
    allowed = ALLOWED.replace('"', '""')
    padded = f'MID({cell}&REPT("a",{_LONGEST}),ROW($1:${_LONGEST}),1)'
    return f'SUMPRODUCT(--ISERROR(FIND({padded},"{allowed}")))>0'


def _substitute(text: str, signs: Mapping[str, str]) -> str:
    for sign, written in signs.items():
        doubled = sign.replace('"', '""')
        text = f'SUBSTITUTE({text},"{doubled}","{written}")'
    return text


def make_plain(text: str) -> str:
    """Return what `plain_formula` gives; TRIM knows only the ordinary space."""
    trimmed = " ".join(part for part in text.split(" ") if part)
    return "".join(PLAIN.get(sign, sign) for sign in trimmed.lower())


def encode(text: str) -> str:
    """Return what `encode_formula` gives."""
    return "".join(quote(sign, safe="") if sign in RESERVED else sign for sign in text)


def encode_address(text: str) -> str:
    """Return what `address_formula` gives."""
    return "".join(quote(sign, safe="") if sign in ADDRESS else sign for sign in text)


def is_foreign(text: str) -> bool:
    """Return what `is_foreign_formula` gives."""
    return any(sign not in ALLOWED for sign in text)
