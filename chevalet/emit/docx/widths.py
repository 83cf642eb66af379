"""Widths of a table's columns: what their longest word needs at least, then in proportion to what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from chevalet.emit.docx.book import Frame
from chevalet.model.inline import Inlines, plain_text

_CHARACTER = 118  # width of one at the size of a table, in twentieths of a point, on the safe side
_PADDING = 240
DENSE_PADDING = 150
_SMALL = 19 / 21  # of small type beside that of a table
_LONGEST = 44  # characters: what is longer wraps
_LONGEST_QUESTION = 34
_LEAST_ROOM, _MOST_ROOM = 11, 26
_NARROWEST_TABLE = 4000
_BREAKS = re.compile(r"[ \t\n-]")  # a no-break space is none


class Need(Struct, frozen=True):
    """What a column needs so that no word is cut, and what it would take for no cell to wrap."""

    least: int
    wanted: int


def measure_columns(rows: Sequence[tuple[Inlines, ...]], scale: float, longest: int = _LONGEST) -> list[Need]:
    """Return what each column of a table needs; `scale` is how much larger its words are than usual."""
    return [_measure(list(map(plain_text, column)), scale, longest) for column in zip(*rows, strict=True)]


def measure_dense(rows: Sequence[tuple[Inlines, ...]], scale: float) -> list[Need]:
    """Return what each column needs in a table of many, in small type with narrow margins."""
    spared = _PADDING - DENSE_PADDING
    needs = measure_columns(rows, scale * _SMALL)
    return [Need(need.least - spared, need.wanted - spared) for need in needs]


def measure_rooms(rows: Sequence[tuple[Inlines, ...]], scale: float) -> list[Need]:
    """Return what each column of a table to fill in needs: room to write, less under a short name."""
    needs = measure_columns(rows, scale, _LONGEST_QUESTION)
    for at, (header, *cells) in enumerate(zip(*rows, strict=True)):
        if not all(map(plain_text, cells)):
            room = min(_MOST_ROOM, max(_LEAST_ROOM, round(1.7 * len(plain_text(header)))))
            needs[at] = Need(needs[at].least, max(needs[at].least, _width(room, scale)))
    return needs


def _measure(texts: list[str], scale: float, longest: int) -> Need:
    word = max((len(word) for text in texts for word in _BREAKS.split(text)), default=0)
    cell = min(longest, max(map(len, texts), default=0))
    return Need(_width(word, scale), _width(max(word, cell), scale))


def _width(characters: int, scale: float) -> int:
    return round(characters * _CHARACTER * scale) + _PADDING


def natural_width(needs: Sequence[Need], frame: Frame) -> int:
    """Return the width at which short cells stand near each other, at most that of the frame."""
    return min(frame.width, max(_NARROWEST_TABLE, sum(need.wanted for need in needs)))


def share_needs(width: int, needs: Sequence[Need]) -> list[int]:
    """Return widths that add up to `width`: no word is cut as long as there is room for all the longest."""
    least = sum(need.least for need in needs)
    wanted = sum(need.wanted for need in needs)
    if wanted <= width or least >= width:
        return share_width(width, [need.wanted if wanted <= width else need.least for need in needs])
    spare = share_width(width - least, [need.wanted - need.least for need in needs])
    return [need.least + more for need, more in zip(needs, spare, strict=True)]


def share_width(width: int, weights: Sequence[int]) -> list[int]:
    """Return whole widths in proportion to `weights`; they add up to `width`."""
    total = sum(weights) or 1
    ends = [width * sum(weights[: place + 1]) // total for place in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
