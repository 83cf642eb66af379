"""Inline content: what a paragraph, a title or a cell is made of."""

from __future__ import annotations

from msgspec import Struct

from chevalet.model.picture import PictureData
from chevalet.span import Span


class Text(Struct, frozen=True):
    """Plain characters."""

    text: str


class Code(Struct, frozen=True):
    """Characters shown in a monospaced face and never touched by typography."""

    text: str


class LineBreak(Struct, frozen=True):
    """A forced new line inside a paragraph."""


class Strong(Struct, frozen=True):
    children: Inlines


class Emphasis(Struct, frozen=True):
    children: Inlines


class Strike(Struct, frozen=True):
    children: Inlines


class Superscript(Struct, frozen=True):
    """Raised characters: a citation's or a footnote's number after resolve."""

    text: str


class Link(Struct, frozen=True):
    """A link; `target` is a web address, `#slide`, `#module/slide`, and after resolve `#module/slide` always."""

    children: Inlines
    target: str
    span: Span
    title: str = ""


class InlinePicture(Struct, frozen=True):
    """A picture that shares its paragraph with text; layout takes it out of the line, after the paragraph."""

    target: str
    alt: str
    span: Span
    caption: str = ""
    decorative: bool = False
    data: PictureData | None = None


class Term(Struct, frozen=True):
    """`{{name}}`: gone after resolve."""

    name: str
    span: Span


class Fact(Struct, frozen=True):
    """`{{fact.id}}`, or `{{fact.id.key}}` when `key` is not empty: gone after resolve."""

    identifier: str
    key: str
    span: Span


class Citation(Struct, frozen=True):
    """`[@id]`: gone after resolve, a `Superscript` number stands for it."""

    identifier: str
    span: Span


class FootnoteReference(Struct, frozen=True):
    """`[^label]`: a `Superscript` after resolve."""

    label: str
    span: Span


class Room(Struct, frozen=True):
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
