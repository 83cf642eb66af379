"""The ruler: how many lines a paragraph takes, how high a body of text stands.

Every answer errs on the safe side, so that PowerPoint and LibreOffice never need more room: widths are unkerned, lines
are filled to 99.5 %, breaks are only taken where both programs would.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import add, sub

from msgspec import Struct, field

from chevalet.layout.words import Widths
from chevalet.model.deck import Run, TextBody, TextParagraph
from chevalet.model.theme import Theme, Typeface
from chevalet.units import EMU_PER_POINT, Insets

EMU_PER_HUNDREDTH = EMU_PER_POINT // 100
LINE_PITCH = 12_117
"""Ten-thousandths of the type size: PowerPoint's line height at single spacing, whatever the font."""
FILL = 995
"""Thousandths of a line that may be filled."""
LONG_WORD_FILL = 550
"""Thousandths of a line that a word too long for it is sure to fill before it is cut."""
BODY_SLACK = EMU_PER_POINT // 10

FaceKey = tuple[Typeface, bool, bool]


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
        starts, ends = self._part()
        count, place = 0, 0
        while place < len(ends):
            following = bisect_right(ends, starts[place] + room, place)
            count += 1
            if following == place:
                count += -(-(ends[place] - starts[place]) * 1000 // (room * LONG_WORD_FILL)) - 1
                following += 1
            place = following
        return count

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


class Ruler(Struct):
    """Measures text with one theme's faces; words and lines already measured are remembered."""

    theme: Theme
    _widths: dict[FaceKey, Widths] = field(default_factory=dict)
    _lines: dict[int, tuple[Sequence[Run], list[Line]]] = field(default_factory=dict)

    def lines(self, paragraph: TextParagraph, width: int) -> int:
        """Return how many lines `paragraph` takes at most in a box `width` EMU wide inside its insets."""
        # Widths are compared in ten-thousandths of an em of the paragraph's size.
        em = paragraph.size * EMU_PER_HUNDREDTH
        room = max(1, (width - paragraph.margin) * FILL // 1000)
        rest = max(1, room * 10_000 // em)
        first = max(1, (room - paragraph.indent) * 10_000 // em) if paragraph.indent > 0 else rest
        count = 0
        for line in self._measured(paragraph.runs):
            count += line.count(first)
            first = rest
        return count

    def paragraph_height(self, paragraph: TextParagraph, width: int) -> int:
        """Return the height of `paragraph` in EMU, without the space before it."""
        return self.lines(paragraph, width) * line_height(paragraph)

    def height(self, paragraphs: Sequence[TextParagraph], width: int) -> int:
        """Return the height in EMU of paragraphs one below the other, `width` EMU wide inside the insets."""
        spaces = sum(paragraph.space_before for paragraph in paragraphs[1:]) * EMU_PER_HUNDREDTH
        return spaces + sum(self.paragraph_height(paragraph, width) for paragraph in paragraphs)

    def body_height(self, body: TextBody, width: int) -> int:
        """Return the height in EMU that `body` needs in a box `width` EMU wide, insets included."""
        inner = width - body.insets.left - body.insets.right
        return self.height(body.paragraphs, inner) + vertical(body.insets)

    def natural_width(self, paragraph: TextParagraph) -> int:
        """Return the width in EMU at which `paragraph` takes no line more than its forced ones."""
        widest = max(line.width for line in self._measured(paragraph.runs))
        return paragraph.margin + max(0, paragraph.indent) + _to_box(widest, paragraph.size)

    def longest_word(self, paragraph: TextParagraph) -> int:
        """Return the width in EMU below which `paragraph` has to cut a word."""
        widest = max(line.longest() for line in self._measured(paragraph.runs))
        return paragraph.margin + max(0, paragraph.indent) + _to_box(widest, paragraph.size)

    def _measured(self, runs: tuple[Run, ...]) -> list[Line]:
        # By identity: hashing runs costs more than measuring them. The entry holds them, so that no other takes their
        # place in memory.
        entry = self._lines.get(id(runs))
        if entry is None:
            entry = self._lines[id(runs)] = (runs, self._measure(runs))
        return entry[1]

    def _measure(self, runs: Sequence[Run]) -> list[Line]:
        """Return the forced lines of `runs`, one at least."""
        lines = [Line()]
        for run in runs:
            widths = self._widths_of((run.typeface, run.bold, run.italic))
            first, *others = run.text.split("\n")
            lines[-1].add(first, widths)
            for text in others:
                lines.append(Line())
                lines[-1].add(text, widths)
        return lines

    def _widths_of(self, key: FaceKey) -> Widths:
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = Widths(self.theme.faces[key])
        return found


def line_height(paragraph: TextParagraph) -> int:
    """Return the height of one line of `paragraph` in EMU, rounded up."""
    return -(-paragraph.size * EMU_PER_HUNDREDTH * LINE_PITCH * paragraph.line_spacing // 1_000_000)


def vertical(insets: Insets) -> int:
    """Return the room insets take from a box's height, with the slack PowerPoint itself leaves."""
    return insets.top + insets.bottom + BODY_SLACK


def _to_box(width: int, size: int) -> int:
    return -(-width * size * EMU_PER_HUNDREDTH * 1000 // (10_000 * FILL)) + 1
