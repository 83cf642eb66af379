"""The ruler: how many lines a paragraph takes, how high a body of text stands.

Every answer errs on the safe side, so that PowerPoint and LibreOffice never need more room: widths are unkerned, lines
are filled to 99.5 %, breaks are only taken where both programs would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chevalet.layout.words import Word, Words
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
Stretch = tuple[int, list[Word]]
"""The words of one run and the width of the space between them, in ten-thousandths of an em."""
Chunk = tuple[int, tuple[int, ...]]
"""Words that no break may part: the space before them, and the pieces between which they may break after all."""


@dataclass(slots=True)
class Line:
    """What stands between two forced line breaks; its chunks are found when it does not fit its room."""

    width: int
    stretches: list[Stretch]
    _chunks: list[Chunk] | None = None

    @property
    def chunks(self) -> list[Chunk]:
        if self._chunks is None:
            self._chunks = _glue(self.stretches)
        return self._chunks


@dataclass(slots=True)
class Ruler:
    """Measures text with one theme's faces; words and lines already measured are remembered."""

    theme: Theme
    _words: dict[FaceKey, Words] = field(default_factory=dict)
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
            count += 1 if line.width <= first else _count_lines(line.chunks, first)
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
        widest = max((line.width for line in self._measured(paragraph.runs)), default=0)
        return paragraph.margin + max(0, paragraph.indent) + _to_box(widest, paragraph.size)

    def longest_word(self, paragraph: TextParagraph) -> int:
        """Return the width in EMU below which `paragraph` has to cut a word."""
        widest = max(
            (max(pieces) for line in self._measured(paragraph.runs) for _, pieces in line.chunks),
            default=0,
        )
        return paragraph.margin + max(0, paragraph.indent) + _to_box(widest, paragraph.size)

    def _measured(self, runs: tuple[Run, ...]) -> list[Line]:
        # By identity: hashing runs costs more than measuring them. The entry holds them, so that no other takes their
        # place in memory.
        entry = self._lines.get(id(runs))
        if entry is None:
            entry = self._lines[id(runs)] = (runs, [_measure_line(line) for line in self._stretches(runs)])
        return entry[1]

    def _stretches(self, runs: Sequence[Run]) -> Iterator[list[Stretch]]:
        """Yield the words of each forced line, run by run."""
        line: list[Stretch] = []
        for run in runs:
            words = self._words_of((run.typeface, run.bold, run.italic))
            for number, text in enumerate(run.text.split("\n")):
                if number:
                    yield line
                    line = []
                line.append((words.space, [words[part] for part in text.split(" ")]))
        yield line

    def _words_of(self, key: FaceKey) -> Words:
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = Words(self.theme.faces[key])
        return found


def line_height(paragraph: TextParagraph) -> int:
    """Return the height of one line of `paragraph` in EMU, rounded up."""
    return -(-paragraph.size * EMU_PER_HUNDREDTH * LINE_PITCH * paragraph.line_spacing // 1_000_000)


def vertical(insets: Insets) -> int:
    """Return the room insets take from a box's height, with the slack PowerPoint itself leaves."""
    return insets.top + insets.bottom + BODY_SLACK


def _to_box(width: int, size: int) -> int:
    return -(-width * size * EMU_PER_HUNDREDTH * 1000 // (10_000 * FILL)) + 1


def _measure_line(stretches: list[Stretch]) -> Line:
    width = sum([sum([word.width for word in words]) + space * (len(words) - 1) for space, words in stretches])
    return Line(width, stretches)


def _glue(stretches: Sequence[Stretch]) -> list[Chunk]:
    """Return the words of a line joined where no break may part them, as at the seam of two runs."""
    chunks: list[Chunk] = []
    clings = False
    for space, words in stretches:
        gap = 0
        for number, word in enumerate(words):
            if chunks and (not number or clings or word.clings_to_previous):
                before, pieces = chunks[-1]
                chunks[-1] = before, (*pieces[:-1], pieces[-1] + gap + word.pieces[0], *word.pieces[1:])
            else:
                chunks.append((gap, word.pieces))
            clings = word.clings_to_next
            gap = space
    return chunks


def _count_lines(chunks: Sequence[Chunk], room: int) -> int:
    """Return how many lines greedy filling takes; a word wider than a line stands alone and is cut."""
    count, used = 1, 0
    is_empty = True
    for gap, pieces in chunks:
        for number, piece in enumerate(pieces):
            needed = piece if number or is_empty else gap + piece
            if used + needed <= room:
                used += needed
            elif piece <= room:
                count += 1
                used = piece
            else:
                count += -(-piece * 1000 // (room * LONG_WORD_FILL)) - is_empty
                used = room
            is_empty = False
    return count
