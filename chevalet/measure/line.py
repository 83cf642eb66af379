"""A line of text as a row of stretches that cannot be broken, and how greedy filling parts it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from operator import add, sub

from msgspec import Struct, field

from chevalet.measure.words import Widths

FILL = 995
"""Thousandths of a line that may be filled."""
LONG_WORD_FILL = 550
"""Thousandths of a line that a word too long for it is sure to fill before it is cut."""


class Line(Struct):
    """What stands between two forced line breaks: its width, and the words of each of its runs.

    `starts` and `ends` are where each unbreakable stretch of it begins and ends, found when it does not fit its room.
    All is counted in ten-thousandths of an em.
    """

    width: int = 0
    runs: list[tuple[Widths, list[str]]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, text: str, widths: Widths) -> None:
        """Add a run's characters, which no break parts from those of the run before."""
        words = text.split(" ")
        self.width += sum(map(widths.__getitem__, words)) + widths.space * (len(words) - 1)
        self.runs.append((widths, words))

    def count(self, room: int) -> int:
        """Return how many lines greedy filling takes; a stretch wider than a line stands alone and is cut."""
        if self.width <= room:
            return 1
        count = 0
        for first, following in self.fill(room):
            count += 1
            if following == first + 1 and self.ends[first] - self.starts[first] > room:
                count += -(-(self.ends[first] - self.starts[first]) * 1000 // (room * LONG_WORD_FILL)) - 1
        return count

    def fill(self, room: int) -> Iterator[tuple[int, int]]:
        """Yield, for each line that greedy filling takes, its first stretch and the first one after it."""
        starts, ends = self._part()
        place = 0
        while place < len(ends):
            following = max(place + 1, bisect_right(ends, starts[place] + room, place))
            yield place, following
            place = following

    def longest(self) -> int:
        """Return the width of the widest stretch."""
        starts, ends = self._part()
        return max(map(sub, ends, starts), default=0)

    def _part(self) -> tuple[list[int], list[int]]:
        if not self.ends:
            for widths, words in self.runs:
                if widths.special.isdisjoint(words):
                    self._add_words(widths, words)
                else:
                    self._add_special_words(widths, words)
        return self.starts, self.ends

    def _add_words(self, widths: Widths, words: list[str]) -> None:
        """Add words that may be parted at every space, and nowhere else."""
        own = list(map(widths.__getitem__, words))
        place = self.ends[-1] if self.ends else 0
        starts = list(accumulate([width + widths.space for width in own[:-1]], initial=place))
        ends = list(map(add, starts, own))
        if self.ends:
            self.ends[-1] = ends[0]
            del starts[0], ends[0]
        self.starts += starts
        self.ends += ends

    def _add_special_words(self, widths: Widths, words: list[str]) -> None:
        """Add words some of which hold on to their neighbours, or may be broken themselves."""
        place, clings = self.ends[-1] if self.ends else 0, True
        for number, word in enumerate(map(widths.word, words)):
            place += widths.space if number else 0
            joins = clings or word.clings_to_previous
            for piece in word.pieces:
                if joins and self.ends:
                    self.ends[-1] = place + piece
                else:
                    self.starts.append(place)
                    self.ends.append(place + piece)
                place += piece
                joins = False
            clings = word.clings_to_next
