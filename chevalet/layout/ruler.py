"""The ruler: how many lines a paragraph takes, how high a body of text stands.

Every answer errs on the safe side, so that PowerPoint and LibreOffice never need more room: widths are unkerned, lines
are filled to 99.5 %, breaks are only taken where both programs would.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from chevalet.measure.line import FILL, Line
from chevalet.measure.pitch import EMU_PER_HUNDREDTH, line_height, rooms
from chevalet.measure.words import Widths
from chevalet.model.deck import Run, TextBody, TextParagraph
from chevalet.model.theme import Theme, Typeface
from chevalet.units import EMU_PER_POINT, Insets

BODY_SLACK = EMU_PER_POINT // 10

MOST_HELD = 2_000_000
"""Characters whose measured lines are remembered at most: a text cut into many pages is measured again for each."""

FaceKey = tuple[Typeface, bool, bool]


class Ruler(Struct):
    """Measures text with one theme's faces; words and lines already measured are remembered."""

    theme: Theme
    _widths: dict[FaceKey, Widths] = field(default_factory=dict)
    _lines: dict[int, tuple[Sequence[Run], list[Line]]] = field(default_factory=dict)
    _held: int = 0

    def lines(self, paragraph: TextParagraph, width: int) -> int:
        """Return how many lines `paragraph` takes at most in a box `width` EMU wide inside its insets."""
        first, rest = rooms(paragraph, width)
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
            self._hold(sum([len(run.text) for run in runs]))
            entry = self._lines[id(runs)] = (runs, self._measure(runs))
        return entry[1]

    def _hold(self, characters: int) -> None:
        """Make room for the lines of so many more characters: all that is remembered is forgotten once it is much."""
        self._held += characters
        if self._held > MOST_HELD:
            self._lines.clear()
            self._held = characters

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


def vertical(insets: Insets) -> int:
    """Return the room insets take from a box's height, with the slack PowerPoint itself leaves."""
    return insets.top + insets.bottom + BODY_SLACK


def _to_box(width: int, size: int) -> int:
    return -(-width * size * EMU_PER_HUNDREDTH * 1000 // (10_000 * FILL)) + 1
