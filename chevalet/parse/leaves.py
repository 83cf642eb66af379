"""Inline nodes without children: code, terms, facts, citations, footnote marks, room to write, pictures, tags."""

from __future__ import annotations

import re

from markdown_it.token import Token

from chevalet.diagnostics import Sink, suggest
from chevalet.model.inline import Citation, Code, Fact, FootnoteReference, Inline, LineBreak, Room, Term
from chevalet.parse.context import Context
from chevalet.parse.pictures import read_picture
from chevalet.parse.source import Passage
from chevalet.span import Span

MOST_LINES = 60

_TAG = re.compile(r"</?([A-Za-z][\w-]*)|<([!?](?:--|\[?[A-Za-z]*))")
_FACT = "fact."
_SETTINGS = ("lines", "field")
_LONGEST_NAMED = 300


def read_leaf(token: Token, passage: Passage, context: Context) -> Inline | None:
    """Return the node of a token without children, None when it leaves nothing on the slide but what it reported."""
    if token.type == "code_inline":
        return Code(token.content)
    if token.type == "hardbreak":
        return LineBreak()
    span = passage.span(token.meta["start"], token.meta["end"])
    match token.type:
        case "term":
            return _term(token.content, span, context.sink)
        case "citation":
            return Citation(token.content, span)
        case "footnote":
            context.references.append((token.content, span))
            return FootnoteReference(token.content, span)
        case "room":
            return _room(token, span, context)
        case "image":
            return read_picture(token, passage, context)
        case "html":
            return read_html(token.content, span, context)
        case _:
            context.sink.add(token.meta["code"], span, found=token.content)
            return None


def read_html(written: str, span: Span, context: Context) -> LineBreak | None:
    """Return a line break for `<br>`; report any other tag and comment, naming what will not be shown."""
    match = _TAG.match(written)
    tag = (match[1] or match[2]) if match else written
    if tag.lower() == "br":
        return LineBreak()
    named = " ".join(written.split())[:_LONGEST_NAMED]
    if tag.startswith("!--"):
        context.sink.add("comment-dropped", span, text=named.removeprefix("<!--").removesuffix("-->").strip())
    elif not (written.startswith("</") and tag in context.opened_tags):
        context.opened_tags.add(tag)
        context.sink.add("html-not-supported", span, tag=tag, text=named)
    return None


def _term(name: str, span: Span, sink: Sink) -> Term | Fact | None:
    if not name.startswith(_FACT):
        return Term(name, span)
    identifier, _, key = name.removeprefix(_FACT).partition(".")
    if identifier:
        return Fact(identifier, key, span)
    sink.add("invalid-term", span, found=f"{{{{{name}}}}}")
    return None


def _room(token: Token, span: Span, context: Context) -> Inline | None:
    """Read `{lines=6}` or `{field=name}`; anything else between braces was meant to be one of them."""
    name, value = token.content, token.info
    if name == "lines" and value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value) <= MOST_LINES:
        context.rooms.append(span)
        return Room(int(value), "")
    if name == "field" and value:
        context.rooms.append(span)
        return Room(0, value)
    if name in _SETTINGS:
        expected = {"lines": "lines=6", "field": "field=nom"}[name]
        context.sink.add("invalid-attribute", span, attribute=f"{name}={value}", expected=expected)
    else:
        context.sink.add("unknown-attribute", span, attribute=name, nearest=suggest(name, _SETTINGS))
    return None
