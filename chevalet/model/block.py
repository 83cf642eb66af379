"""Blocks: what a slide is made of, before any layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

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


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines
    span: Span


@dataclass(frozen=True, slots=True)
class Subheading:
    """`###` and deeper, inside a slide."""

    inlines: Inlines
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """`checked` is None for an ordinary item, else whether a task item's box is ticked."""

    blocks: Blocks
    span: Span
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A bullet list, or a numbered one that begins at `start`."""

    items: tuple[ListItem, ...]
    span: Span
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: Blocks
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, shown as they are."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and body rows of as many cells as `alignments`."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[Alignment, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on its own; `data` is None until resolve has read the file."""

    target: str
    alt: str
    span: Span
    caption: str = ""
    decorative: bool = False
    data: PictureData | None = None


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """`chart` is a `ChartSource` as written, and a complete `Chart` after resolve."""

    chart: ChartSource | Chart
    span: Span


@dataclass(frozen=True, slots=True)
class StepsBlock:
    steps: Steps
    span: Span


@dataclass(frozen=True, slots=True)
class MockupBlock:
    mockup: Mockup
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """`---` inside a slide: what follows stands on a continuation slide."""

    span: Span


@dataclass(frozen=True, slots=True)
class Container:
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
