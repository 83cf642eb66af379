"""Inline content: what a paragraph, a title or a cell is made of."""

from __future__ import annotations

from dataclasses import dataclass

from chevalet.model.picture import PictureData
from chevalet.span import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Characters shown in a monospaced face and never touched by typography."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Strike:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised characters: a citation's or a footnote's number after resolve."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` is a web address, `#slide`, `#module/slide`, and after resolve `#module/slide` always."""

    children: Inlines
    target: str
    span: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture that shares its paragraph with text; layout takes it out of the line, after the paragraph."""

    target: str
    alt: str
    span: Span
    caption: str = ""
    decorative: bool = False
    data: PictureData | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """`{{name}}`: gone after resolve."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """`{{fact.id}}`, or `{{fact.id.key}}` when `key` is not empty: gone after resolve."""

    identifier: str
    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@id]`: gone after resolve, a `Superscript` number stands for it."""

    identifier: str
    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """`[^label]`: a `Superscript` after resolve."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write: `{lines=6}`, or `{field=name}`; seen in worksheets only."""

    lines: int
    field: str


Inline = (
    Text
    | Code
    | LineBreak
    | Strong
    | Emphasis
    | Strike
    | Superscript
    | Link
    | InlinePicture
    | Term
    | Fact
    | Citation
    | FootnoteReference
    | Room
)
Inlines = tuple[Inline, ...]


def plain_text(inlines: Inlines) -> str:
    """Return the characters of `inlines` without any mark; a line break is a space."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Code(text) | Superscript(text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
                parts.append(plain_text(children))
            case _:
                pass
    return "".join(parts)
