"""The sheet a mock-up is drawn on: text set from the top down, and the marks of a screen around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.layout.diagrams.fitting import NO_INSETS
from chevalet.layout.diagrams.shapes import HAIRLINE, draw_block, draw_card, draw_line
from chevalet.layout.ruler import Ruler
from chevalet.layout.runs import runs_of
from chevalet.model.deck import Anchor, Geometry, PlacedShape, Run, TextBody, TextParagraph
from chevalet.model.inline import Inlines
from chevalet.model.theme import Color
from chevalet.units import Box, points

LEAST_META = 1200
META_STEP = 400
"""How much smaller than the text what surrounds it is set, in hundredths of a point."""
CORNER = points(8)
"""Radius of a sheet's corners."""


class Sheet(Struct):
    """A sheet in `box`, filled from the top: `y` is where the next thing goes, `cuts_words` whether a word was cut."""

    ruler: Ruler
    box: Box
    size: int
    words: Mapping[str, str]
    y: int = 0
    cuts_words: bool = False
    shapes: list[PlacedShape] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.y = self.box.y

    @property
    def meta(self) -> int:
        """Return the size of what surrounds the text."""
        return max(LEAST_META, self.size - META_STEP)

    @property
    def inner(self) -> Box:
        """Return the box inside the sheet's margins."""
        margin = self.em(0.9)
        return replace(self.box, x=self.box.x + margin, width=self.box.width - 2 * margin)

    def em(self, share: float) -> int:
        """Return a length in EMU, given in ems of the text."""
        return points(self.size * share / 100)

    def measure(self, paragraphs: Sequence[TextParagraph], width: int) -> int:
        """Return the height of `paragraphs`, and remember whether a word of theirs has to be cut."""
        if any(self.ruler.longest_word(paragraph) > width for paragraph in paragraphs):
            self.cuts_words = True
        return self.ruler.body_height(TextBody(tuple(paragraphs), NO_INSETS), width)

    def write(self, paragraphs: Sequence[TextParagraph], left: int = 0) -> None:
        """Set `paragraphs` across the sheet, `left` EMU from its margin, and go on below them."""
        if paragraphs:
            inner = self.inner
            height = self.measure(paragraphs, inner.width - left)
            self.place(paragraphs, Box(inner.x + left, self.y, inner.width - left, height))
            self.y += height

    def place(self, paragraphs: Sequence[TextParagraph], box: Box, anchor: Anchor = Anchor.TOP) -> None:
        """Set `paragraphs` in a box of the sheet."""
        self.shapes.append(draw_card(box, TextBody(tuple(paragraphs), NO_INSETS, anchor), None))

    def rule(self) -> None:
        """Draw a hairline across the sheet."""
        inner = self.inner
        self.shapes.append(draw_line((inner.x, self.y), (inner.right, self.y), Color.RULE))

    def close(self) -> None:
        """Draw the sheet itself behind all that stands on it, as high as it is filled."""
        box = replace(self.box, height=self.y - self.box.y)
        self.shapes.insert(0, draw_frame(box, CORNER))


def draw_frame(box: Box, radius: int, fill: Color = Color.PAPER) -> PlacedShape:
    """Return a rounded frame with a hairline outline."""
    adjustment = min(50_000, radius * 100_000 // max(1, min(box.width, box.height)))
    frame = draw_block(Geometry.ROUNDED, box, fill)
    return replace(frame, line=Color.RULE, line_width=HAIRLINE, adjustments=(("adj", adjustment),))


def draw_disc(left: int, top: int, diameter: int, fill: Color) -> PlacedShape:
    """Return a disc without text."""
    return draw_block(Geometry.ELLIPSE, Box(left, top, diameter, diameter), fill)


def draw_dots(left: int, middle: int, diameter: int) -> Iterator[PlacedShape]:
    """Yield the three dots of a window or of a menu."""
    for number in range(3):
        yield draw_disc(left + number * diameter * 2, middle - diameter // 2, diameter, Color.RULE)


def set_lines(inlines: Inlines, size: int, look: Run) -> tuple[TextParagraph, ...]:
    """Return a paragraph for each line of `inlines`: a forced line break begins a new one."""
    lines: list[list[Run]] = [[]]
    for run in runs_of(inlines, look):
        first, *others = run.text.split("\n")
        for number, text in enumerate((first, *others)):
            if number:
                lines.append([])
            if text:
                lines[-1].append(replace(run, text=text))
    full = [line for line in lines if line]
    return tuple(
        TextParagraph(tuple(line), size, space_before=size * 2 // 5 if number else 0)
        for number, line in enumerate(full)
    )
