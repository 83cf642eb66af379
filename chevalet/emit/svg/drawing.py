"""A slide as it is drawn: marks without words behind, words in reading order in front, every line in its place."""

from __future__ import annotations

from msgspec import Struct

from chevalet.measure.breaking import Pieces
from chevalet.model.deck import Align, PlacedPicture, TextParagraph
from chevalet.model.theme import Typeface
from chevalet.units import Box


class Label(Struct, frozen=True):
    """Words of one look on one line: where their baseline begins, ends or has its middle, in EMU; `color` in hex."""

    text: str
    x: float
    baseline: float
    size: int
    color: str
    align: Align = Align.LEFT
    bold: bool = False
    typeface: Typeface = Typeface.BODY


class SetLine(Struct, frozen=True):
    """The characters of one line and their baseline, in EMU.

    `indent` is what the first line has more on its left; `spaced` says that a space was left out where it breaks.
    """

    pieces: Pieces
    baseline: int
    indent: int = 0
    spaced: bool = False


class SetParagraph(Struct, frozen=True):
    """A paragraph in its place: its lines stand in a column from `x`, `width` wide, from `top` on; all in EMU.

    `color` is that of its runs which have none of their own, `align` its own or its placeholder's; `marker` is its
    number or bullet.
    """

    paragraph: TextParagraph
    x: int
    top: int
    width: int
    lines: tuple[SetLine, ...]
    color: str
    align: Align = Align.LEFT
    marker: Label | None = None


class TextBlock(Struct, frozen=True):
    """A text; `role` is `title`, `text`, or `margin` for footers and numbers."""

    role: str
    paragraphs: tuple[SetParagraph, ...]


class CellBlock(Struct, frozen=True):
    box: Box
    paragraphs: tuple[SetParagraph, ...]


class TableBlock(Struct, frozen=True):
    """The words of a table, row by row, the header first."""

    alt: str
    rows: tuple[tuple[CellBlock, ...], ...]


class FigureBlock(Struct, frozen=True):
    """The words of a drawing or a chart, which `alt` describes."""

    alt: str
    box: Box
    paragraphs: tuple[SetParagraph, ...] = ()
    labels: tuple[Label, ...] = ()


Block = TextBlock | TableBlock | FigureBlock | PlacedPicture


class Drawing(Struct, frozen=True):
    """One slide: `marks` are SVG elements without words, in points; `background` is a colour in hex."""

    background: str
    marks: tuple[str, ...]
    blocks: tuple[Block, ...]
    ornaments: tuple[Label, ...] = ()
