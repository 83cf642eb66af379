"""Text in its box: paragraphs one below the other, each line on its baseline, markers beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from chevalet.emit.svg.drawing import Label, SetLine, SetParagraph
from chevalet.measure.breaking import Breaker, Pieces
from chevalet.measure.pitch import EMU_PER_HUNDREDTH, LINE_PITCH, line_height
from chevalet.model.deck import Align, Anchor, Bullet, TextBody, TextParagraph
from chevalet.model.theme import Typeface
from chevalet.units import Box, Insets

DESCENT = 2_617
"""Ten-thousandths of the type size between a line's baseline and its bottom at single spacing.

Tighter lines lose above and below alike: LibreOffice takes a fifth of the line, so that it looks like PowerPoint's.
"""
ASCENT = LINE_PITCH - DESCENT


class Bulleting(Struct, frozen=True):
    """The bullet of a list level: its character and its colour in hex."""

    character: str
    color: str


class Ink(Struct, frozen=True):
    """What a text has without saying so: its colour in hex, the bullets of its levels, its alignment."""

    color: str
    bullets: Mapping[int, Bulleting] = {}
    align: Align = Align.LEFT

    def bullet(self, level: int) -> Bulleting:
        return self.bullets.get(level) or Bulleting("•", self.color)


class Typeset(Struct, frozen=True):
    """Sets text in boxes with one theme's faces."""

    breaker: Breaker

    def body(self, body: TextBody, box: Box, ink: Ink) -> tuple[SetParagraph, ...]:
        """Return the paragraphs of a body where its anchor puts them."""
        return self.paragraphs(body.paragraphs, box, body.insets, (body.anchor, ink))

    def paragraphs(
        self, paragraphs: Sequence[TextParagraph], box: Box, insets: Insets, look: tuple[Anchor, Ink]
    ) -> tuple[SetParagraph, ...]:
        """Return `paragraphs` inside the insets of `box`."""
        anchor, ink = look
        width = box.width - insets.left - insets.right
        broken = [self.breaker.break_paragraph(each, width) for each in paragraphs]
        height = sum(len(lines) * line_height(each) for each, lines in zip(paragraphs, broken, strict=True))
        height += sum(each.space_before for each in paragraphs[1:]) * EMU_PER_HUNDREDTH
        free = box.height - insets.top - insets.bottom - height
        top = box.y + insets.top + _share(anchor, free)
        found: list[SetParagraph] = []
        for each, lines in zip(paragraphs, broken, strict=True):
            top += each.space_before * EMU_PER_HUNDREDTH if found else 0
            pitch = line_height(each)
            below = pitch * ASCENT // LINE_PITCH
            set_lines = tuple(_set_lines(each, lines, top + below))
            left = box.x + insets.left
            marker = _marker(each, left, top + below, ink)
            align = ink.align if each.align is Align.LEFT else each.align
            column = left + each.margin, top, width - each.margin
            found.append(SetParagraph(each, *column, set_lines, ink.color, align, marker))
            top += pitch * len(lines)
        return tuple(found)


def _set_lines(paragraph: TextParagraph, broken: Sequence[Pieces], first: int) -> Iterator[SetLine]:
    """Yield the lines of a paragraph, the first one's baseline at `first`."""
    text = "".join([run.text for run in paragraph.runs]) if len(broken) > 1 else ""
    baseline, indent, place = first, max(0, paragraph.indent), 0
    for pieces in broken:
        place += sum([len(piece) for _, piece in pieces])
        spaced = text[place : place + 1] in (" ", "\n")
        place += spaced
        yield SetLine(pieces, baseline, indent, spaced)
        baseline, indent = baseline + line_height(paragraph), 0


def _share(anchor: Anchor, free: int) -> int:
    """Return what an anchor leaves free above a text."""
    match anchor:
        case Anchor.TOP:
            return 0
        case Anchor.MIDDLE:
            return free // 2
        case Anchor.BOTTOM:
            return free
        case _:
            assert_never(anchor)


def _marker(paragraph: TextParagraph, left: int, baseline: int, ink: Ink) -> Label | None:
    """Return the bullet or number of a paragraph, on its first line; numbers are set in the heading's face."""
    bulleting = ink.bullet(paragraph.level)
    x, size, bold = (
        left + paragraph.margin + min(0, paragraph.indent),
        paragraph.size,
        any(run.bold for run in paragraph.runs[:1]),
    )
    match paragraph.bullet:
        case Bullet.NONE:
            return None
        case Bullet.INHERIT:
            return Label(bulleting.character, x, baseline, size, bulleting.color)
        case Bullet.DISC:
            return Label("•", x, baseline, size, bulleting.color)
        case Bullet.CHECK:
            return Label(CHECK, x, baseline, size, bulleting.color)
        case Bullet.NUMBER | Bullet.LETTER:
            is_number = paragraph.bullet is Bullet.NUMBER
            text = f"{paragraph.start if is_number else chr(ord('A') + (paragraph.start - 1) % 26)}."
            return Label(text, x, baseline, size, bulleting.color, Align.LEFT, bold, Typeface.HEADING)
        case _:
            assert_never(paragraph.bullet)


CHECK = "☐"
"""An empty box; drawn, since the theme's faces have no such character."""
