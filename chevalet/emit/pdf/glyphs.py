"""Characters that no face of the theme has: found and named before typst would refuse the whole document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from chevalet.diagnostics import Diagnostic, diagnostic
from chevalet.model.flow import Flow
from chevalet.model.locale import Locale
from chevalet.model.picture import PictureData
from chevalet.model.theme import Theme
from chevalet.span import Span

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
"""Controls, formats and spaces: typst draws nothing for them, and asks no face for them."""
_MARKS = ("Mn", "Me", "Cf")
_SELECTORS = range(0xFE00, 0xFE10)
_STAND_INS = "\u25a1\ufffd?"


def find_missing(texts: Iterable[str], theme: Theme) -> frozenset[str]:
    """Return the characters of `texts` that would be drawn and that no face of the theme has."""
    used = set[str]().union(*texts)
    return frozenset(each for each in used if ord(each) not in theme.characters and _is_seen(each))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN and ord(character) not in _SELECTORS


def join_marks(drawing: str) -> str:
    """Return an SVG whose marks (accents, joiners) are one character with their letter, and gone where there is none.

    In a drawing, unlike in typst's own text, a mark is not looked for in another face than its letter.
    """
    if drawing.isascii():
        return drawing
    joined = unicodedata.normalize("NFC", drawing).replace("\u2011", "-")
    marks = {ord(each) for each in set(joined) if unicodedata.category(each) in _MARKS}
    return joined.translate(dict.fromkeys(marks)) if marks else joined


def replace_missing(text: str, missing: frozenset[str], theme: Theme) -> str:
    """Return `text` with a sign of absence, which a face has, for each missing character."""
    stand_in = next(each for each in _STAND_INS if ord(each) in theme.characters)
    return text.translate(dict.fromkeys(map(ord, missing), stand_in))


def report_missing(flow: Flow, missing: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each place of a missing character, the nearest that the flow knows."""
    places = dict.fromkeys(
        (character, span)
        for text, span in list_texts(flow, Span(""))
        for character in dict.fromkeys(text)
        if character in missing
    )
    return tuple(
        diagnostic("missing-glyph", span, character=each, point=f"U+{ord(each):04X}", document=flow.kind)
        for each, span in places
    )


def list_texts(value: object, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield every text under a value of the model with the place of the nearest block or inline that has one."""
    match value:
        case str():
            yield value, span
        case Locale() | PictureData() | Span():
            return
        case Struct():
            own = getattr(value, "span", span)
            for name in value.__struct_fields__:
                yield from list_texts(getattr(value, name), own)
        case tuple():
            for part in value:
                yield from list_texts(part, span)
        case dict():
            yield from list_texts(tuple(value.values()), span)
        case bytes():
            yield value.decode("utf-8", "ignore"), span
        case _:
            # A mapping that cannot be written to is no `dict`.
            if hasattr(value, "values"):
                yield from list_texts(tuple(value.values()), span)
