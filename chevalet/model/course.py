"""What resolve makes of the project for one target: complete, nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chevalet.model.block import Blocks
from chevalet.model.inline import Inlines
from chevalet.model.locale import Locale
from chevalet.model.target import Target
from chevalet.span import Span


class Note(Struct, frozen=True):
    """One labelled part of the notes; `label` is as shown (« Dire »), or empty; 0 minutes is untimed.

    `seconds` is its time in full. When that is not a number of minutes, `minutes` is 0 and the label tells it.
    """

    label: str
    minutes: int
    blocks: Blocks
    seconds: int = 0


class Slide(Struct, frozen=True):
    """A slide of the target: blocks hold no `notes`, `solution`, `only` or `confidential` container any more.

    `layout` is empty when it is to be inferred. `footnotes` are those its text refers to, numbered.
    `generated` is empty for a written slide, else what makes it: `title`, `section`, `sources`, `solution`.
    """

    key: str
    title: Inlines
    layout: str
    fit: str
    blocks: Blocks
    notes: tuple[Note, ...]
    footnotes: tuple[tuple[str, Inlines], ...]
    span: Span
    source_hash: str
    generated: str = ""


class Segment(Struct, frozen=True):
    """A module or a break on the clock: `start` counts minutes from midnight; a break has no slide.

    `number` counts the modules that have a section slide from 1; it is 0 for the others.
    """

    identifier: str
    title: Inlines
    start: int
    minutes: int
    is_break: bool
    number: int
    has_section: bool
    objectives: tuple[Inlines, ...]
    slides: tuple[Slide, ...]
    span: Span


class Source(Struct, frozen=True):
    """A numbered source of the workshop: what `text` says, and where."""

    number: int
    text: Inlines
    url: str


class Course(Struct, frozen=True):
    """One workshop for one target."""

    target: Target
    locale: Locale
    course_title: Inlines
    workshop_number: int
    workshop_title: Inlines
    summary: Inlines
    chamber: str
    segments: tuple[Segment, ...]
    sources: tuple[Source, ...]
    labels: Mapping[str, str]
