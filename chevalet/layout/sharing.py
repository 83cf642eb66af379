"""Sharing a width between the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence

WIDEST_STRETCH = 160
"""Per cent of its natural width that a table may be stretched to: beyond, its cells lose sight of one another."""
LEAST_OF_WIDTH = 50
"""Per cent of the width that a table takes at least."""
NEARLY_ALL = 80
"""Per cent of the width beyond which a table takes all of it."""


def share_width(longest: Sequence[int], natural: Sequence[int], width: int) -> tuple[int, ...]:
    """Return the columns' widths in EMU, at most `width` together.

    `longest` are the widths below which a column cuts a word, `natural` those at which it breaks no line. Short columns
    are widened alike; else each has its longest word, and a part of what is left by what it lacks.
    """
    if sum(longest) > width:
        return _exact(_level(longest, width), width)
    wanted = sum(natural)
    if wanted <= width:
        total = _stretch(wanted, width)
        return _exact([each + (total - wanted) // len(natural) for each in natural], total)
    lacks = [high - low for high, low in zip(natural, longest, strict=True)]
    spare = width - sum(longest)
    return _exact([low + spare * lack // sum(lacks) for low, lack in zip(longest, lacks, strict=True)], width)


def _stretch(wanted: int, width: int) -> int:
    stretched = max(wanted * WIDEST_STRETCH // 100, width * LEAST_OF_WIDTH // 100)
    return width if stretched >= width * NEARLY_ALL // 100 else stretched


def _level(longest: Sequence[int], width: int) -> list[int]:
    """Give narrow columns what they need and cut the wide ones alike, so that the fewest words are cut."""
    left, widths = width, [0] * len(longest)
    for rank, column in enumerate(sorted(range(len(longest)), key=longest.__getitem__)):
        widths[column] = min(longest[column], left // (len(longest) - rank))
        left -= widths[column]
    return widths


def _exact(widths: list[int], width: int) -> tuple[int, ...]:
    widths[-1] += width - sum(widths)
    return tuple(widths)
