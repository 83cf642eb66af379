"""Values of a slide as typst writes them: lengths in points, colours, text in which nothing is markup."""

from __future__ import annotations

from chevalet.emit.pdf.literal import string
from chevalet.emit.svg.units import write_length

__all__ = ["color", "content", "length", "string", "text"]


def length(emu: float) -> str:
    """Return a length in EMU as points."""
    return f"{write_length(emu)}pt"


def color(value: str) -> str:
    """Return a colour of six hexadecimal digits."""
    return f'rgb("{value}")'


def text(characters: str) -> str:
    """Return a literal of characters to be set as they are: a hyphen that never breaks is joined to its neighbours."""
    return string(characters.replace("\u2011", "\u2060-\u2060"))


def content(expressions: list[str]) -> str:
    """Return expressions one after the other as one content."""
    return f"[{''.join(f'#{expression};' for expression in expressions)}]"
