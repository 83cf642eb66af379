"""Where the lines of a paragraph break: the characters of each, parted as they were counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from chevalet.measure.line import Line
from chevalet.measure.pitch import rooms
from chevalet.measure.words import Widths
from chevalet.model.deck import Run, TextParagraph
from chevalet.model.theme import Face, Theme, Typeface

Piece = tuple[Run, str]
"""Characters and their look; the run's own text does not count."""
Pieces = tuple[Piece, ...]


class _One(dict[int, int]):
    """The advances of a face in which every character is one unit wide."""

    def __missing__(self, code: int) -> int:
        return 1


class Breaker(Struct):
    """Breaks paragraphs with one theme's faces; words already measured are remembered.

    A line of which every character is one wide is parted like the line itself: its stretches are places in the text.
    """

    theme: Theme
    _widths: dict[tuple[Typeface, bool, bool], Widths] = field(default_factory=dict)
    _counts: Widths = field(default_factory=lambda: Widths(Face(10_000, _One(), 1)))

    def break_paragraph(self, paragraph: TextParagraph, width: int) -> tuple[Pieces, ...]:
        """Return the lines of `paragraph` in a box `width` EMU wide inside its insets: never more than were counted."""
        first, rest = rooms(paragraph, width)
        lines: list[Pieces] = []
        for pieces in _forced_lines(paragraph.runs):
            lines += self._fill(pieces, rest if lines else first)
        return tuple(lines)

    def width(self, pieces: Pieces) -> int:
        """Return the width of characters in ten-thousandths of an em."""
        return self._line(pieces).width

    def _fill(self, pieces: Pieces, room: int) -> Iterator[Pieces]:
        line = self._line(pieces)
        if line.width <= room:
            yield pieces
            return
        places = Line()
        for _, text in pieces:
            places.add(text, self._counts)
        places.longest()  # parts it, without filling
        for begin, following in line.fill(room):
            cut = _slice(pieces, places.starts[begin], places.ends[following - 1])
            if following == begin + 1 and line.ends[begin] - line.starts[begin] > room:
                yield from self._cut(cut, room)
            else:
                yield cut

    def _cut(self, pieces: Pieces, room: int) -> Iterator[Pieces]:
        """Yield a stretch too long for a line in parts that fit, one character at least."""
        begin, end, filled = 0, 0, 0
        for run, text in pieces:
            widths = self._widths_of(run)
            for character in text:
                wide = _advance(character, widths)
                if filled + wide > room and end > begin:
                    yield _slice(pieces, begin, end)
                    begin, filled = end, 0
                filled += wide
                end += 1
        yield _slice(pieces, begin, end)

    def _line(self, pieces: Pieces) -> Line:
        line = Line()
        for run, text in pieces:
            line.add(text, self._widths_of(run))
        return line

    def _widths_of(self, run: Run) -> Widths:
        key = run.typeface, run.bold, run.italic
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = Widths(self.theme.faces[key])
        return found


def _advance(character: str, widths: Widths) -> int:
    """Return what a character adds to a word among others like it, in ten-thousandths of an em."""
    return widths.space if character == " " else widths[character * 3] - widths[character * 2]


def _forced_lines(runs: Sequence[Run]) -> list[Pieces]:
    """Return what stands between forced breaks, one line at least."""
    if len(runs) == 1 and "\n" not in runs[0].text:
        return [((runs[0], runs[0].text),)]
    lines: list[list[Piece]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append((run, text))
    return [tuple(line) for line in lines]


def _slice(pieces: Pieces, start: int, end: int) -> Pieces:
    """Return the characters from one place to another."""
    found: list[Piece] = []
    for run, text in pieces:
        if text[max(0, start) : max(0, end)]:
            found.append((run, text[max(0, start) : max(0, end)]))
        start, end = start - len(text), end - len(text)
    return tuple(found)
