"""A document in reading order: what the compose stage makes, and PDF, DOCX and HTML are emitted from."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from chevalet.model.block import (
    ChartBlock,
    CodeBlock,
    Container,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Table,
)
from chevalet.model.inline import Inlines
from chevalet.model.locale import Locale

PLAIN_LOCALE = Locale("und", ".", "", "", {})
"""Numbers as a computer writes them, and no word."""


class Paper(Enum):
    """The sheet a document is printed on."""

    LETTER = "us-letter"
    A3 = "a3"
    A4 = "a4"


class Role(Enum):
    """What a panel is for: each has its own look, the same in every document and every format."""

    KEY = "key"
    CASE = "case"
    ACTIVITY = "activity"
    WORKSHEET = "worksheet"
    QUIZ = "quiz"
    ANSWER = "answer"
    SAY = "say"
    DO = "do"
    ASK = "ask"
    PLAIN = "plain"


class FieldKind(Enum):
    """What a field takes: a few words, lines of text, one tick, one choice among several, a date."""

    WORDS = "words"
    LINES = "lines"
    TICK = "tick"
    CHOICE = "choice"
    DATE = "date"


class Heading(Struct, frozen=True):
    """A heading of level 1 to 4, and the identifier that links and bookmarks name it by, empty for none.

    `before` is a small text above it, such as « Module 3 » or a time; it is not in the table of contents.
    """

    level: int
    inlines: Inlines
    identifier: str = ""
    before: Inlines = ()


class Field(Struct, frozen=True):
    """Room to fill in: drawn on paper, a labelled content control in DOCX, a form field in HTML.

    `name` is unique in its document; `lines` is the room of `FieldKind.LINES`, from 1; `options` those of a choice.
    `label` is always read aloud, and shown unless `is_label_hidden`.
    """

    name: str
    label: Inlines
    kind: FieldKind = FieldKind.WORDS
    lines: int = 1
    options: tuple[Inlines, ...] = ()
    is_label_hidden: bool = False


class Grid(Struct, frozen=True):
    """A table to fill in: a header, and rows in which an empty cell is room to write `lines` lines high.

    `name` begins the names of its fields; the first cell of a row is its header when `has_row_headers`; `shares` are
    the relative widths of its columns, which follow what they hold when it is empty; one that `is_whole` is kept for
    itself, so never cut between two pages.
    """

    name: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    lines: int = 2
    has_row_headers: bool = False
    shares: tuple[int, ...] = ()
    is_whole: bool = False


class Details(Struct, frozen=True):
    """Short named values, one a line or side by side: minutes, grouping, material, place."""

    rows: tuple[tuple[Inlines, Inlines], ...]
    is_inline: bool = False


class Panel(Struct, frozen=True):
    """A framed part with a label (« À retenir », « À vous », « Dire ») and details of it, such as its minutes.

    It stays on one page when it can.
    """

    role: Role
    label: Inlines
    blocks: FlowBlocks
    details: tuple[tuple[Inlines, Inlines], ...] = ()


class Columns(Struct, frozen=True):
    """Parts side by side on paper, one after the other where there is no room; `shares` are their relative widths."""

    columns: tuple[FlowBlocks, ...]
    shares: tuple[int, ...] = ()


class Drawing(Struct, frozen=True):
    """A picture drawn by the compiler, as SVG, such as a slide's thumbnail or a QR code; `width` in % of the text's."""

    svg: bytes
    alt: str
    width: int = 100
    has_frame: bool = False


class Definitions(Struct, frozen=True):
    """Terms and what they mean."""

    entries: tuple[tuple[Inlines, Inlines], ...]


class Aside(Struct, frozen=True):
    """Small text: a source, a caption, a remark for who organizes."""

    inlines: Inlines


class Contents(Struct, frozen=True):
    """The table of contents: headings down to `depth`."""

    depth: int = 2


class PageBreak(Struct, frozen=True):
    """What follows begins a page."""


FlowBlock = (
    Heading
    | Paragraph
    | List
    | Quote
    | CodeBlock
    | Table
    | Picture
    | ChartBlock
    | StepsBlock
    | MockupBlock
    | Container
    | Field
    | Grid
    | Details
    | Panel
    | Columns
    | Drawing
    | Definitions
    | Aside
    | Contents
    | PageBreak
)
FlowBlocks = tuple[FlowBlock, ...]


class Cover(Struct, frozen=True):
    """The first page, or the head of the first page when `is_whole_page` is false."""

    is_whole_page: bool
    lines: tuple[Inlines, ...] = ()
    stamp: tuple[tuple[Inlines, Inlines], ...] = ()


class Flow(Struct, frozen=True):
    """A document: `kind` names it in the plan (`workbook`), `number` picks the workshop's accent, 0 the course's own.

    `running` stands at the foot of each page with its number. `is_large` sets all in large print. `language` is a
    BCP 47 tag. `author` is the organization that publishes it, never a person. `locale` writes the numbers of charts
    and the words of drawings. `is_poster` for one sheet read from afar: large type, no foot.
    """

    kind: str
    title: Inlines
    subtitle: Inlines
    language: str
    paper: Paper
    number: int
    cover: Cover
    running: Inlines
    author: str
    blocks: FlowBlocks
    is_large: bool = False
    locale: Locale = PLAIN_LOCALE
    is_poster: bool = False
