"""Headings: those that begin a slide, with their attributes, and those inside one."""

from __future__ import annotations

import re

from markdown_it.token import Token
from msgspec import Struct

from chevalet.diagnostics import suggest
from chevalet.model.block import Blocks, Subheading
from chevalet.model.inline import Inlines, plain_text
from chevalet.parse.attributes import Attribute, Sign, find_attributes, read_attributes, report_unknown
from chevalet.parse.context import Context
from chevalet.parse.inlines import read_inlines
from chevalet.parse.source import BodyPassage, Passage, Prefixes, ShiftedPassage
from chevalet.parse.tables import report_pictures
from chevalet.span import Span

LAYOUTS = (
    "text", "two-columns", "comparison", "table", "chart", "picture-text", "full-picture", "quote", "statement",
    "steps", "mockup", "activity", "case", "agenda", "recap", "sources", "closing", "title", "section",
)  # fmt: skip
FITS = ("shrink", "split", "strict")

_CHOICES = {"layout": LAYOUTS, "fit": FITS}
_IDENTIFIER = re.compile(r"[a-z0-9-]+")


class SlideHeading(Struct, frozen=True):
    """A heading that begins a slide; without a valid id, `identifier_span` is the heading's."""

    title: Inlines
    identifier: str
    identifier_span: Span
    layout: str
    fit: str
    classes: tuple[str, ...]
    is_section: bool
    span: Span


def read_slide_heading(token: Token, context: Context) -> SlideHeading:
    """Read a heading of level 1 or 2; a missing id or title is reported."""
    span = context.source.block(token.map)
    passage = _passage(token, (), context)
    written, attributes = _split(passage, context)
    title = read_inlines(written, context)
    _check_title(title, span, context)
    heading = _Settings(span, context)
    for attribute in attributes:
        heading.take(attribute)
    if not any(attribute.sign is Sign.IDENTIFIER for attribute in attributes):
        context.sink.add("missing-id", span, title=plain_text(title).strip() or "…")
    return heading.finish(title, token.tag == "h1")


def read_subheading(token: Token, prefixes: Prefixes, context: Context) -> Blocks:
    """Read a heading inside a slide; `#` and `##` in a list or a quote begin no slide, they are subheadings too."""
    span = context.source.block(token.map, prefixes)
    written, attributes = _split(_passage(token, prefixes, context), context)
    for attribute in attributes:
        if attribute.sign is not Sign.CLASS:
            report_unknown(attribute, (), context.sink)
    inlines = read_inlines(written, context)
    report_pictures(inlines, context)
    if not inlines:
        context.sink.add("missing-title", span)
        return ()
    return (Subheading(inlines, max(int(token.tag[1]), 3), span),)


class _Settings:
    """What the attributes of one heading say."""

    def __init__(self, span: Span, context: Context) -> None:
        self.span = span
        self.sink = context.sink
        self.identifier = ""
        self.identifier_span = span
        self.chosen: dict[str, str] = {}
        self.classes: list[str] = []

    def take(self, attribute: Attribute) -> None:
        if attribute.sign is Sign.IDENTIFIER:
            self._identify(attribute)
        elif attribute.sign is Sign.CLASS:
            self.classes.append(attribute.name)
        elif attribute.sign is Sign.VALUE and attribute.name in _CHOICES:
            self._choose(attribute)
        else:
            report_unknown(attribute, _CHOICES, self.sink)

    def finish(self, title: Inlines, is_section: bool) -> SlideHeading:
        layout, fit = self.chosen.get("layout", ""), self.chosen.get("fit", "")
        return SlideHeading(
            title, self.identifier, self.identifier_span, layout, fit, tuple(self.classes), is_section, self.span
        )

    def _identify(self, attribute: Attribute) -> None:
        if _IDENTIFIER.fullmatch(attribute.name):
            self.identifier, self.identifier_span = attribute.name, attribute.span
        else:
            self.sink.add("invalid-id", attribute.span, id=attribute.name)

    def _choose(self, attribute: Attribute) -> None:
        known = _CHOICES[attribute.name]
        if attribute.value in known:
            self.chosen[attribute.name] = attribute.value
        elif attribute.name == "layout":
            expected = suggest(attribute.value, known)
            self.sink.add("unknown-layout", attribute.span, layout=attribute.value, nearest=expected)
        else:
            written = f"{attribute.name}={attribute.value}"
            expected = f"{attribute.name}={suggest(attribute.value, known)}"
            self.sink.add("invalid-attribute", attribute.span, attribute=written, expected=expected)


def _passage(token: Token, prefixes: Prefixes, context: Context) -> BodyPassage:
    line = (token.map or [0])[0]
    column = -1
    if "offset" in token.attrs:
        column = context.source.column(line, prefixes) + int(token.attrs["offset"])
    return BodyPassage(token.content, context.source, line, column)


def _split(passage: BodyPassage, context: Context) -> tuple[Passage, tuple[Attribute, ...]]:
    """Part a heading's text from the attributes that end it."""
    start = find_attributes(passage.text)
    if start < 0:
        return passage, ()
    braces = ShiftedPassage(passage.text[start:], passage, start)
    title = ShiftedPassage(passage.text[:start].rstrip(), passage, 0)
    return title, read_attributes(braces, 0, context.sink)


def _check_title(title: Inlines, span: Span, context: Context) -> None:
    report_pictures(title, context)
    for room in context.rooms:
        context.sink.add("misplaced-room", room)
    context.rooms.clear()
    if not title:
        context.sink.add("missing-title", span)
