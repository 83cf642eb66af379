"""A theme, complete: its template as parts, its layouts by role, its faces as tables of widths."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from chevalet.units import Box, Insets, Size


class Color(Enum):
    """The closed set of colours a deck is drawn with: theme colours, or derived from one by PowerPoint's own rule."""

    PAPER = "paper"
    INK = "ink"
    MUTED = "muted"
    PANEL = "panel"
    RULE = "rule"
    ACCENT = "accent"
    ACCENT_DARK = "accent-dark"
    ACCENT_TINT = "accent-tint"
    ACCENT_PALE = "accent-pale"


class Typeface(Enum):
    """What a run is set in: the theme's heading or body font, or its fixed-pitch one."""

    HEADING = "heading"
    BODY = "body"
    CODE = "code"


class Face(Struct, frozen=True):
    """Advance widths of one face, in units of `units_per_em`, by code point; `fallback` bounds any other character."""

    units_per_em: int
    advances: Mapping[int, int]
    fallback: int


class Level(Struct, frozen=True):
    """A list level of the bodies: left margin and (negative) first-line indent, in EMU."""

    margin: int
    indent: int


class Placeholder(Struct, frozen=True):
    """A placeholder of a layout; `kind` is its OOXML type, such as `title`, `body`, `tbl` or `sldNum`.

    `sizes` are the type sizes it may be set in, largest first, in hundredths of a point; the last is the floor.
    `color` is that of its text, `background` what stands behind it. `alone` is the box of a table, chart or picture
    when the slide has no body beside it, None when it keeps `box`. `bulleted` says whether its levels have bullets to
    inherit.
    """

    name: str
    kind: str
    index: int
    box: Box
    insets: Insets
    sizes: tuple[int, ...]
    typeface: Typeface
    line_spacing: int
    bold: bool
    anchor: str
    color: Color = Color.INK
    background: Color = Color.PAPER
    alone: Box | None = None
    bulleted: bool = False
    align: str = "left"


class Layout(Struct, frozen=True):
    """A slide layout: the template part that holds it, its placeholders by name.

    `background` is what stands behind its text, for the contrast test and for the free shapes drawn on it. `content`
    is what its body leaves to free shapes, None when they take the theme's. `roomier` is the role of the layout to try
    when its text does not fit, empty when there is none.
    """

    role: str
    name: str
    part: str
    placeholders: Mapping[str, Placeholder]
    background: Color
    content: Box | None = None
    roomier: str = ""


class Theme(Struct, frozen=True):
    """Everything layout and emit need of a theme; `accents` holds one colour a workshop, taken in turn by its number.

    `content` is the area below the title and above the footer in which layouts place free content; `parts` is the
    unzipped template; `fonts` gives the font name of each typeface; `colors` the hexadecimal value of each colour
    under the first accent. `table_style` is the identifier of the template's table style. `characters` are the code
    points that the open faces have between them; `font_folder` is where those stand on the disk, empty when they do
    not.
    """

    name: str
    slide: Size
    content: Box
    columns: int
    gutter: int
    layouts: Mapping[str, Layout]
    levels: tuple[Level, ...]
    fonts: Mapping[Typeface, str]
    faces: Mapping[tuple[Typeface, bool, bool], Face]
    colors: Mapping[Color, str]
    accents: tuple[str, ...]
    parts: Mapping[str, bytes]
    digest: str
    table_style: str = ""
    characters: frozenset[int] = frozenset()
    font_folder: str = ""
