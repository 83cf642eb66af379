"""Numbered paragraphs that follow one another, told to PowerPoint as one list, so that it recounts after an edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from chevalet.model.deck import Bullet, TextParagraph

_COUNTED = (Bullet.NUMBER, Bullet.LETTER)


class _Count(Struct, frozen=True):
    """A list still open at its level: its bullet, its first number, the number that would continue it."""

    bullet: Bullet
    start: int
    following: int


def join_counts(paragraphs: tuple[TextParagraph, ...]) -> Iterable[TextParagraph]:
    """Return the paragraphs, each counted one with the `start` of the list it continues instead of its own number."""
    if any(paragraph.bullet in _COUNTED for paragraph in paragraphs):
        return _join_counts(paragraphs)
    return paragraphs


def _join_counts(paragraphs: tuple[TextParagraph, ...]) -> Iterator[TextParagraph]:
    counts: dict[int, _Count] = {}
    for paragraph in paragraphs:
        counts = {level: count for level, count in counts.items() if level <= paragraph.level}
        count = counts.pop(paragraph.level, None)
        if paragraph.bullet not in _COUNTED:
            yield paragraph
            continue
        continues = count and (count.bullet, count.following) == (paragraph.bullet, paragraph.start)
        start = count.start if count and continues else paragraph.start
        counts[paragraph.level] = _Count(paragraph.bullet, start, paragraph.start + 1)
        yield replace(paragraph, start=start)
