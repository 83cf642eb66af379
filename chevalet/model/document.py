"""What parse makes of one Markdown file: a document free of any target."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.model.block import Blocks
from chevalet.model.inline import Inlines
from chevalet.span import Span


class Condition(Struct, frozen=True):
    """A container that wraps whole slides: `confidential`, or `only` with its attributes."""

    name: str
    attributes: Mapping[str, str]
    span: Span


class SlideSource(Struct, frozen=True):
    """One slide as written: `identifier` is empty when the author gave none, `key` (`module/slide`) never is.

    `is_section` marks a slide begun by `#` instead of `##`; `classes` are the `.words` of its heading; `digest` is the
    hash of what was written, whatever its place.
    """

    key: str
    identifier: str
    title: Inlines
    layout: str
    fit: str
    blocks: Blocks
    span: Span
    conditions: tuple[Condition, ...] = ()
    is_section: bool = False
    classes: tuple[str, ...] = ()
    digest: str = ""


class Document(Struct, frozen=True):
    """A parsed module: its slides and footnotes; the front matter is load's (`ModuleSource`).

    `guests` has the footnotes of the region's files of slides that joined it, by path.
    """

    path: str
    module: str
    slides: tuple[SlideSource, ...]
    footnotes: Mapping[str, Blocks]
    guests: Mapping[str, Mapping[str, Blocks]] = field(default_factory=dict)
