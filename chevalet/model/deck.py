"""A deck of measured, placed slides: what layout decides and the emitters only write down."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from chevalet.model.diagram import Chart
from chevalet.model.picture import PictureData
from chevalet.model.theme import Color, Typeface
from chevalet.units import Box, Insets


class Run(Struct, frozen=True):
    """Characters of one look; `text` may hold `\\n`, a forced line break. `color` None inherits the placeholder's.

    `link` is a web address, or `#module/slide`; `tip` is what is shown when it is pointed at.
    """

    text: str
    typeface: Typeface = Typeface.BODY
    bold: bool = False
    italic: bool = False
    strike: bool = False
    superscript: bool = False
    color: Color | None = None
    link: str = ""
    language: str = ""
    tip: str = ""


class Bullet(Enum):
    """INHERIT takes the placeholder's bullet of the level; DISC writes one, in a shape that has none to inherit.

    NUMBER and LETTER count from the paragraph's `start`; CHECK is an empty box.
    """

    NONE = "none"
    INHERIT = "inherit"
    DISC = "disc"
    NUMBER = "number"
    LETTER = "letter"
    CHECK = "check"


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class TextParagraph(Struct, frozen=True):
    """A paragraph as it is to be set: `size` in hundredths of a point, `space_before` too; margin and indent in EMU."""

    runs: tuple[Run, ...]
    size: int
    level: int = 0
    bullet: Bullet = Bullet.NONE
    start: int = 1
    margin: int = 0
    indent: int = 0
    space_before: int = 0
    line_spacing: int = 100
    align: Align = Align.LEFT


class Anchor(Enum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class TextBody(Struct, frozen=True):
    paragraphs: tuple[TextParagraph, ...]
    insets: Insets
    anchor: Anchor = Anchor.TOP


class PlacedText(Struct, frozen=True):
    """Text in the layout's placeholder of that name."""

    placeholder: str
    box: Box
    body: TextBody


class Geometry(Enum):
    """The preset shapes in use, by their OOXML names."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    CHEVRON = "chevron"
    PENTAGON = "homePlate"
    TRIANGLE = "triangle"
    TRAPEZOID = "trapezoid"
    RIGHT_ARROW = "rightArrow"
    LINE = "line"
    ARC = "arc"


class PlacedShape(Struct, frozen=True):
    """A drawn shape; `adjustments` are the preset's own, in its units; `rotation` in sixtieth-thousandths of a degree.

    `line_width` is in EMU. A shape without text that says nothing is `decorative`.
    """

    name: str
    geometry: Geometry
    box: Box
    fill: Color | None = None
    line: Color | None = None
    line_width: int = 0
    body: TextBody | None = None
    alt: str = ""
    decorative: bool = False
    rotation: int = 0
    flip_horizontal: bool = False
    flip_vertical: bool = False
    head_arrow: bool = False
    adjustments: tuple[tuple[str, int], ...] = ()


class PlacedGroup(Struct, frozen=True):
    """Shapes that make one drawing: moved as one, described by one alt text."""

    name: str
    box: Box
    shapes: tuple[PlacedShape, ...]
    alt: str


class PlacedCell(Struct, frozen=True):
    paragraphs: tuple[TextParagraph, ...]
    fill: Color | None = None


class PlacedRow(Struct, frozen=True):
    """`height` bounds the row's text from above, so that PowerPoint never has to grow it."""

    height: int
    cells: tuple[PlacedCell, ...]


class PlacedTable(Struct, frozen=True):
    """A native table; its first row is its header. `insets` are each cell's margins."""

    placeholder: str
    box: Box
    name: str
    alt: str
    column_widths: tuple[int, ...]
    rows: tuple[PlacedRow, ...]
    insets: Insets


class PlacedChart(Struct, frozen=True):
    """A native chart; `size` is that of its labels, in hundredths of a point; `language` sets its numbers."""

    placeholder: str
    box: Box
    name: str
    alt: str
    chart: Chart
    size: int
    decimal: str
    thousands: str


class PlacedPicture(Struct, frozen=True):
    """A picture; `crop` cuts left, top, right and bottom, in thousandths of a per cent."""

    placeholder: str
    box: Box
    name: str
    alt: str
    decorative: bool
    picture: PictureData
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)


Placed = PlacedText | PlacedShape | PlacedGroup | PlacedTable | PlacedChart | PlacedPicture


class DeckSlide(Struct, frozen=True):
    """One slide, its items in reading order: title first, footer and number last.

    `key` ends in `~2` on a continuation; `layout` is a role of the theme; `title` is the title's text; `notes` are
    paragraphs at their final size.
    """

    key: str
    layout: str
    title: str
    items: tuple[Placed, ...]
    notes: tuple[TextParagraph, ...]
    source_hash: str
    hidden: bool = False


class DeckSection(Struct, frozen=True):
    """A PowerPoint section: its name and how many of the deck's slides, in order, it holds."""

    title: str
    slides: int


class Deck(Struct, frozen=True):
    """The slides of one workshop; `accent` is the colour of its accents, as six hexadecimal digits."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    accent: str
    sections: tuple[DeckSection, ...]
    slides: tuple[DeckSlide, ...]
