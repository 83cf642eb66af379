"""Charts, steps and mock-ups: what the compiler draws from a fence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from chevalet.model.inline import Inlines


class ChartKind(Enum):
    BAR = "bar"
    STACKED_BAR = "stacked-bar"
    COLUMN = "column"
    LINE = "line"
    PIE = "pie"
    DOUGHNUT = "doughnut"


class ChartSource(Struct, frozen=True):
    """A `chart` fence as written; `rows` carries the data when `data` is empty. An empty cell is None."""

    kind: ChartKind
    data: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    category: str
    series: tuple[str, ...]
    categories: tuple[str, ...]
    sort: str
    highlight: str
    unit: str | None
    title: Inlines
    source: Inlines | None
    alt: Inlines


class Series(Struct, frozen=True):
    """One series: its label and one value a category, None where it is missing."""

    label: str
    values: tuple[float | None, ...]


class Chart(Struct, frozen=True):
    """A complete chart: every label is text as it is to be shown; `decimals` is the most any value needs."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    highlight: str
    unit: str
    title: Inlines
    source: Inlines
    alt: str
    decimals: int


class StepsKind(Enum):
    CHAIN = "chain"
    CYCLE = "cycle"
    PYRAMID = "pyramid"
    TIMELINE = "timeline"


class Step(Struct, frozen=True):
    title: Inlines
    text: Inlines = ()
    when: Inlines = ()


class Steps(Struct, frozen=True):
    """Two to seven steps; `highlight` counts from 1, 0 is none; an empty `alt` is made from the titles at resolve."""

    kind: StepsKind
    steps: tuple[Step, ...]
    highlight: int
    alt: Inlines


class MockupKind(Enum):
    SEARCH = "search"
    POST = "post"
    MESSAGE = "message"


class Mockup(Struct, frozen=True):
    """A search result, a post or a message; `fields` holds the keys of its kind."""

    kind: MockupKind
    fields: Mapping[str, Inlines]
    alt: Inlines
