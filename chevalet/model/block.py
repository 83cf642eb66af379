"""Blocks: what a slide is made of, before any layout."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct, field

from chevalet.model.diagram import Chart, ChartSource, Mockup, Steps
from chevalet.model.inline import Inlines
from chevalet.model.picture import PictureData
from chevalet.span import Span


class Alignment(Enum):
    """How a table column or a paragraph stands."""

    DEFAULT = "default"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Paragraph(Struct, frozen=True):
    inlines: Inlines
    span: Span


class Subheading(Struct, frozen=True):
    """`###` and deeper, inside a slide."""

    inlines: Inlines
    level: int
    span: Span


class ListItem(Struct, frozen=True):
    """`checked` is None for an ordinary item, else whether a task item's box is ticked."""

    blocks: Blocks
    span: Span
    checked: bool | None = None


class List(Struct, frozen=True):
    """A bullet list, or a numbered one that begins at `start`."""

    items: tuple[ListItem, ...]
    span: Span
    ordered: bool = False
    start: int = 1


class Quote(Struct, frozen=True):
    blocks: Blocks
    span: Span


class CodeBlock(Struct, frozen=True):
    """Lines of code, shown as they are."""

    text: str
    language: str
    span: Span


class Table(Struct, frozen=True):
    """A header row and body rows of as many cells as `alignments`."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[Alignment, ...]
    span: Span


class Picture(Struct, frozen=True):
    """A picture on its own; `data` is None until resolve has read the file."""

    target: str
    alt: str
    span: Span
    caption: str = ""
    decorative: bool = False
    data: PictureData | None = None


class ChartBlock(Struct, frozen=True):
    """`chart` is a `ChartSource` as written, and a complete `Chart` after resolve."""

    chart: ChartSource | Chart
    span: Span


class StepsBlock(Struct, frozen=True):
    steps: Steps
    span: Span


class MockupBlock(Struct, frozen=True):
    mockup: Mockup
    span: Span


class Break(Struct, frozen=True):
    """`---` inside a slide: what follows stands on a continuation slide."""

    span: Span


class Container(Struct, frozen=True):
    """A `:::` container; its name is one of the table in `parse/containers.py`."""

    name: str
    blocks: Blocks
    span: Span
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


Block = (
    Paragraph
    | Subheading
    | List
    | Quote
    | CodeBlock
    | Table
    | Picture
    | ChartBlock
    | StepsBlock
    | MockupBlock
    | Break
    | Container
)
Blocks = tuple[Block, ...]
