"""Inline content as plain characters; a link is its words and its address."""

from __future__ import annotations

from typing import assert_never

from chevalet.emit.links import is_address
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Term,
    Text,
)

ROOM = "______"


def write_inlines(inlines: Inlines) -> str:
    """Return the characters of `inlines`; a line break is a line feed."""
    return "".join(map(_write, inlines)).replace(f"  {ROOM}", f" {ROOM}")


def _write(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Superscript(text):
            return f" [{text}]" if text.isdecimal() else text
        case LineBreak():
            return "\n"
        case Strong(children) | Emphasis(children) | Strike(children):
            return write_inlines(children)
        case Link(children, target):
            return _write_link(write_inlines(children), target)
        case InlinePicture():
            return "" if inline.decorative else inline.alt
        case Room():
            return f" {ROOM}"
        case Term() | Fact() | Citation() | FootnoteReference():
            return ""  # resolve leaves none
        case _:
            assert_never(inline)


def _write_link(words: str, target: str) -> str:
    """Return the words and the address, which is written once when the words are the address."""
    address = target.removeprefix("mailto:").removeprefix("tel:")
    if not is_address(target) or words in (target, address, address.removeprefix("https://")):
        return words
    return f"{words} ({address})" if words else address
