"""The text of a drawing: every part at one size, the largest that fits them all, no word ever cut."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chevalet.layout.ruler import Ruler
from chevalet.layout.runs import runs_of
from chevalet.model.deck import Align, Run, TextBody, TextParagraph
from chevalet.model.diagram import Step
from chevalet.model.inline import Inlines
from chevalet.model.theme import Color
from chevalet.units import Insets, Size, points

NO_INSETS = Insets(0, 0, 0, 0)
EASY_SHAPE = 68
"""Height of an easy card in per cent of its width."""


class Sizes(Struct, frozen=True):
    """Type sizes of a step's title and of its text, in hundredths of a point."""

    title: int
    text: int


SCALE = (
    Sizes(2800, 2200),
    Sizes(2600, 2000),
    Sizes(2400, 2000),
    Sizes(2200, 1800),
    Sizes(2000, 1600),
    Sizes(1800, 1400),
    Sizes(1600, 1300),
    Sizes(1400, 1200),
)
"""From the largest to the floor: 14 pt for titles, 12 pt for text."""


class Tone(Struct, frozen=True):
    """The colours of one step: what fills it, its text, and its number or date; every pair has contrast AA."""

    fill: Color
    text: Color
    mark: Color


PLAIN = Tone(Color.ACCENT_TINT, Color.INK, Color.ACCENT_DARK)
STRONG = Tone(Color.ACCENT, Color.PAPER, Color.PAPER)
BARE = Tone(Color.PAPER, Color.INK, Color.ACCENT_DARK)
"""That of text which stands on the slide itself."""


def set_line(inlines: Inlines, size: int, look: Run, align: Align = Align.LEFT) -> tuple[TextParagraph, ...]:
    """Return one paragraph of `inlines`, none when they say nothing."""
    runs = runs_of(inlines, look)
    return (TextParagraph(runs, size, align=align),) if runs else ()


def set_step(step: Step, sizes: Sizes, color: Color, align: Align = Align.LEFT) -> tuple[TextParagraph, ...]:
    """Return a step's title, bold, and its text below it."""
    title = set_line(step.title, sizes.title, Run("", bold=True, color=color), align)
    before = sizes.text // 5 if title else 0
    text = runs_of(step.text, Run("", color=color))
    return (*title, TextParagraph(text, sizes.text, space_before=before, align=align)) if text else title


def insets_of(sizes: Sizes, across: int, down: int) -> Insets:
    """Return margins in proportion to the type: `across` and `down` are per cent of the text's size."""
    left, top = points(sizes.text * across / 10_000), points(sizes.text * down / 10_000)
    return Insets(left, top, left, top)


def ease(needed: int, width: int, room: int) -> int:
    """Return the height of a card whose text needs `needed`: up to two thirds more, never a tall empty card."""
    return min(room, max(needed, min(needed * 5 // 3, width * EASY_SHAPE // 100)))


def fits(ruler: Ruler, body: TextBody, room: Size) -> bool:
    """Return whether `body` stands in a shape of that size, each of its words whole."""
    inner = room.width - body.insets.left - body.insets.right
    if inner <= 0 or any(ruler.longest_word(paragraph) > inner for paragraph in body.paragraphs):
        return False
    return ruler.body_height(body, room.width) <= room.height


def all_fit(ruler: Ruler, bodies: Iterable[TextBody], room: Size) -> bool:
    """Return whether each of `bodies` fits a shape of that size."""
    return all(fits(ruler, body, room) for body in bodies)


def highest(ruler: Ruler, bodies: Iterable[TextBody], width: int) -> int:
    """Return the height in EMU that the highest of `bodies` needs in a shape of that width."""
    return max((ruler.body_height(body, width) for body in bodies), default=0)


def natural_width(ruler: Ruler, body: TextBody) -> int:
    """Return the width in EMU at which no paragraph of `body` is broken, insets included."""
    widest = max(map(ruler.natural_width, body.paragraphs), default=0)
    return widest + body.insets.left + body.insets.right
