"""The source line of a diagnostic, with carets under its span."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from msgspec import Struct

from chevalet.report.message import show
from chevalet.span import Span

WIDEST = 110
BEFORE = 40


class Excerpt(Struct, frozen=True):
    """A piece of one source line, and the first and last cell, from 0 and exclusive, of what is underlined in it."""

    text: str
    start: int
    end: int


def draw_frame(line: str, span: Span) -> tuple[str, str, str]:
    """Return an empty line, the source line and its carets; the margin is as wide as the line's number."""
    excerpt = cut_excerpt(line, span)
    margin = " " * len(str(span.line))
    carets = " " * excerpt.start + "^" * (excerpt.end - excerpt.start)
    return f"{margin} |", f"{span.line} | {excerpt.text}", f"{margin} | {carets}"


def cut_excerpt(line: str, span: Span) -> Excerpt:
    """Return what is shown of a line: a long one is cut around its span; of several lines, the first is shown."""
    start = min(max(span.column - 1, 0), len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    end = max(end, start)
    first = start - BEFORE if width_of(line) > WIDEST and start > BEFORE else 0
    before, marked, after = line[first:start], line[start:end], line[end:]
    lead = "…" if first else ""
    room = max(WIDEST - width_of(before), 1)
    shown = _clip(marked + after, room)
    begin = width_of(lead + before)
    finish = begin + min(width_of(marked), width_of(shown))
    return Excerpt(_clean(lead + before + shown).rstrip(), begin, max(finish, begin + 1))


def width_of(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_width_of_character(character) for character in text)


def _width_of_character(character: str) -> int:
    if character == "\t":
        return 4
    if combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _clip(text: str, room: int) -> str:
    if width_of(text) <= room:
        return text
    used = 0
    for position, character in enumerate(text):
        used += _width_of_character(character)
        if used > room - 1:
            return text[:position] + "…"
    return text


def _clean(text: str) -> str:
    return show(text.replace("\t", "    "))
