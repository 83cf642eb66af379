"""What other slide tools write and this one reads as text: presenter notes, settings of one slide."""

from __future__ import annotations

import re

from markdown_it.token import Token

from chevalet.parse.attributes import find_attributes
from chevalet.parse.context import Context
from chevalet.parse.nesting import ContainerStack

# In this order: reveal.js, remark, Deckset.
_NOTES = re.compile(r"[Nn]otes?:(?=\s|$)|\?\?\?(?=\s|$)|\^(?=[ \t])")
# Keys of such settings begin with a small letter, which titles seldom do.
_SETTING = re.compile(r"[a-z][\w.-]*:(?:[ \t].*)?")


def report_foreign_notes(token: Token, stack: ContainerStack, context: Context) -> None:
    """Report a paragraph of a slide that begins as another tool's presenter notes do; the room will read it."""
    match = _NOTES.match(token.content)
    if match is None or stack.enclosing or "notes" in stack.names():
        return
    line = (token.map or [0])[0]
    column = context.source.column(line)
    context.sink.add("foreign-notes", context.source.span(line, column, line, column + match.end()), mark=match[0])


def take_foreign_settings(token: Token, context: Context) -> bool:
    """Make a paragraph of an underlined heading that holds nothing but `key: value` lines, and report it."""
    if "offset" in token.attrs or token.tag != "h2" or find_attributes(token.content) >= 0:
        return False
    if not all(map(_SETTING.fullmatch, token.content.split("\n"))):
        return False
    found = " ".join(token.content.split())
    context.sink.add("foreign-settings", context.source.block(token.map), found=found)
    token.type, token.tag = "paragraph", "p"
    return True
