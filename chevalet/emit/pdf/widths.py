"""The widths of a table's columns: no word is cut while there is room, what is left goes where text is long."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from chevalet.emit.pdf.writing import Writing
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.theme import Face, Typeface

SCALES = (1.0, 0.92, 0.86, 0.8, 0.74)
"""Shares of the text's size that a table may be set in, the largest that holds its longest words."""
LARGE_SCALES = (1.0,)
ROOM_TO_WRITE = 260.0
"""Natural width of an empty cell of a grid, in points at the text's size."""
_PADDING = 1.3
_NARROW_PADDING = 0.8
_MANY_COLUMNS = 6
_MOST_ASKED = 0.26


class Plan(Struct, frozen=True):
    """The widths of the columns in points, which fill the text's; those they would take by themselves.

    `scale` is that of the type; `is_tight` says that a word is longer than its column even so.
    """

    shares: tuple[float, ...]
    natural: tuple[float, ...]
    scale: float
    is_tight: bool


def plan_table(rows: Sequence[Sequence[Inlines]], writing: Writing, *, is_grid: bool = False) -> Plan:
    """Return the plan of a table whose first row is its header, set in bold."""
    columns = len(rows[0]) if rows else 0
    face = writing.theme.faces[Typeface.BODY, True, False]
    padding = (_NARROW_PADDING if columns > _MANY_COLUMNS else _PADDING) * writing.size
    cells = [[plain_text(row[column]) if column < len(row) else "" for row in rows] for column in range(columns)]
    least = [max(_longest_word(text, face) for text in column) * writing.size for column in cells]
    natural = [max(_natural(text, face, writing, is_grid=is_grid) for text in column) for column in cells]
    room = writing.width - columns * padding
    if is_grid:
        # What is asked stands on one line where it can; what is left is to write in.
        asked = [max((_measure(text, face) for text in column if text), default=0.0) for column in cells]
        least = [
            max(word, min(full * writing.size, _MOST_ASKED * room)) for word, full in zip(least, asked, strict=True)
        ]
    scales = LARGE_SCALES if writing.flow.is_large else SCALES
    scale = next((scale for scale in scales if scale * sum(least) <= room), scales[-1])
    least, natural = [scale * each for each in least], [scale * each for each in natural]
    shares = _share(least, natural, room, padding)
    return Plan(shares, tuple(each + padding for each in natural), scale, sum(least) > room)


def _share(least: list[float], natural: list[float], room: float, padding: float) -> tuple[float, ...]:
    """Return widths that hold every longest word where they can, the rest shared by what the texts would take."""
    rest = room - sum(least)
    if rest < 0:
        return tuple(each / sum(least) * room + padding for each in least)
    wanted = [max(0.0, full - word) + 1 for full, word in zip(natural, least, strict=True)]
    return tuple(word + rest * want / sum(wanted) + padding for word, want in zip(least, wanted, strict=True))


def _longest_word(text: str, face: Face) -> float:
    return max((_measure(word, face) for word in re.split(r"[ /\u200b-]", text)), default=0.0)


def _natural(text: str, face: Face, writing: Writing, *, is_grid: bool) -> float:
    if not text and is_grid:
        return ROOM_TO_WRITE * (0.7 if writing.flow.is_large else 1)
    return min(writing.width, _measure(text, face) * writing.size)


def _measure(text: str, face: Face) -> float:
    """Return the width of a text in ems."""
    return sum(face.advances.get(ord(character), face.units_per_em // 2) for character in text) / face.units_per_em
