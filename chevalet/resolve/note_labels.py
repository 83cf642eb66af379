"""The labels of notes, in French and in English: `Dire (2 min) :` begins a part of what the trainer reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

# Each kind, by its key among a locale's words, and how it may be written; case and spaces do not count.
SPELLINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "note-say": ("dire", "say"),
        "note-do": ("faire", "do"),
        "note-ask": ("demander", "ask"),
        "note-answer": ("réponse", "réponses", "answer", "answers"),
        "note-transition": ("transition",),
        "note-debrief": ("débreffage", "debreffage", "débriefing", "debriefing", "debrief"),
        "note-small-group": ("variante petit groupe", "small group variant", "variant small group"),
        "note-large-group": ("variante grand groupe", "large group variant", "variant large group"),
        "note-online": ("variante en ligne", "online variant", "variant online"),
        "note-offline": ("variante sans internet", "no-internet variant", "offline variant", "variant offline"),
        "note-late": ("si retard", "si en retard", "if late"),
        "note-early": ("si avance", "si en avance", "if early"),
        "note-pitfall": ("piège", "pièges", "pitfall", "pitfalls"),
        "note-describe": ("décrire", "describe"),
        "note-solution": ("solution",),
    }
)
_KINDS = {spelling: kind for kind, spellings in SPELLINGS.items() for spelling in spellings}
_OTHER_VARIANT = re.compile(r"variante? (.+)", re.IGNORECASE)
_LABEL = re.compile(r"\s*([^\W\d_][^:()\n]{0,48}?)\s*(?:\(([^():\n]{1,20})\)\s*)?:\s*")
_TIME = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*h(?:\s*(?P<after_hours>\d{1,2})(?:\s*min)?)?"
    r"|(?P<minutes>\d{1,3}(?:[.,]\d{1,2})?)\s*min(?:utes?)?(?:\s*(?P<after_minutes>\d{1,2})(?:\s*s)?)?"
    r"|(?P<seconds>\d{1,4})\s*s(?:ec|econdes?|econds?)?)\.?"
)
_TRAILING_TIME = re.compile(r"\(([^():\n]{1,20})\)\s*\.?\s*")


class Time(Struct, frozen=True):
    """How long a part of the notes takes: as written, « 1 min 30 », and in seconds."""

    written: str
    seconds: int


class Label(Struct, frozen=True):
    """A label that begins a text: its kind, and its own name when it is another variant than the usual ones.

    `length` counts the characters up to what follows the label; `time` is the one it tells, if it does.
    """

    kind: str
    name: str
    length: int
    time: Time | None

    def show(self, words: Mapping[str, str]) -> str:
        """Return the label as a language prints it."""
        return words[self.kind].format(name=self.name)


def read_label(text: str) -> Label | None:
    """Return the label that begins a paragraph, None when none does."""
    match = _LABEL.match(text)
    if match is None:
        return None
    time = read_time(match[2]) if match[2] else None
    spelling = " ".join(match[1].split())
    if match[2] and time is None:
        return None
    if kind := _KINDS.get(spelling.lower()):
        return Label(kind, "", match.end(), time)
    other = _OTHER_VARIANT.fullmatch(spelling)
    return Label("note-variant", other[1], match.end(), time) if other else None


def read_trailing_time(text: str) -> tuple[Time | None, int]:
    """Return the time between parentheses that ends a text, and how many characters that takes."""
    opening = text.rfind("(")
    match = _TRAILING_TIME.fullmatch(text, opening) if opening >= 0 else None
    return (read_time(match[1]), len(text) - len(text[:opening].rstrip())) if match else (None, 0)


def read_time(text: str) -> Time | None:
    """Read « 3 min », « 1 min 30 », « 0,5 min », « 30 s » or « 1 h 15 »; None for anything else, and for no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match["hours"] or 0), int(match["after_hours"] or 0)
    whole = float((match["minutes"] or "0").replace(",", "."))
    rest = int(match["after_minutes"] or match["seconds"] or 0)
    seconds = hours * 3600 + minutes * 60 + round(whole * 60) + rest
    return Time(text.strip(), seconds) if seconds else None
