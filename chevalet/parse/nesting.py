"""Which container holds what: a stack of open `:::` containers, closed in order, and ended by the next slide."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from markdown_it.token import Token
from msgspec import Struct

from chevalet.diagnostics import nearest, suggest
from chevalet.model.block import Block, Blocks, Break, Container
from chevalet.model.document import Condition
from chevalet.parse.attributes import Attribute, check_values, read_attributes
from chevalet.parse.containers import CONTAINERS, AttributeKind, ContainerRule
from chevalet.parse.context import Context
from chevalet.parse.source import BodyPassage, Prefixes
from chevalet.span import Span

DEEPEST = 16

_OPENING = re.compile(r":+[ \t]*([^\s{]*)[ \t]*")
_WITH_ROOM = ("worksheet", "handout")
_SLIDE = "##"


class _Frame(Struct):
    """A container still open; without a rule, its blocks are those of what encloses it."""

    rule: ContainerRule | None
    blocks: list[Block]
    attributes: Mapping[str, str]
    opening: Span
    is_counted: bool = True
    wraps: bool = False

    def could_wrap(self) -> bool:
        return self.rule is not None and self.rule.wraps_slides and not self.blocks


class ContainerStack:
    """Gathers the blocks of one level; `enclosing` is the mark of the list, quote or footnote around it, if any."""

    def __init__(self, context: Context, enclosing: str = "") -> None:
        self.context = context
        self.sink = context.sink
        self.enclosing = enclosing
        self.frames: list[_Frame] = []
        self.blocks: list[Block] = []
        self.ended = ""

    def add(self, blocks: Blocks) -> None:
        """Add blocks to the innermost container."""
        if blocks and self.ended:
            self.sink.add("text-outside-slide", blocks[0].span, container=self.ended)
            self.ended = ""
        self._innermost().extend(blocks)
        if self.context.rooms and not self.enclosing:
            self._settle_rooms()

    def add_break(self, span: Span) -> None:
        """Add a forced break, where there is a slide to break."""
        holders = [frame.rule.name for frame in self.frames if frame.rule and not frame.rule.keeps_breaks]
        if holders or self.enclosing:
            self.sink.add("misplaced-break", span, parent=holders[-1] if holders else self.enclosing)
        else:
            self.add((Break(span),))

    def open(self, token: Token, prefixes: Prefixes) -> None:
        """Open the container a line names; an unknown name is taken for the nearest, lest what it hides be shown."""
        line = (token.map or [0])[0]
        opening = self.context.source.line_span(line, prefixes)
        if len(self.frames) >= DEEPEST:
            self.context.report_once("nested-too-deep", opening, limit=DEEPEST)
            self.frames.append(_Frame(None, self._innermost(), {}, opening, is_counted=False))
            return
        text = token.content.rstrip()
        match = _OPENING.match(text)
        name, begin = (match[1], match.end()) if match else ("", 0)
        rest = text[begin:].rstrip(": \t")
        passage = BodyPassage(text, self.context.source, line, opening.column - 1)
        rule = self._find_rule(name or rest, opening)
        written = self._read(rest, passage, begin)
        if rule is None:
            self.frames.append(_Frame(None, self._innermost(), {}, opening))
            return
        self._check_place(rule, opening)
        values = check_values(written, rule.attributes, self.sink, rule.has_facets)
        self._check_required(rule, written, opening)
        self.frames.append(_Frame(rule, [], MappingProxyType(values), opening))

    def close(self, token: Token, prefixes: Prefixes) -> None:
        """Close the innermost container."""
        closing = self.context.source.line_span((token.map or [0])[0], prefixes)
        if self.frames:
            self._leave(closing)
        else:
            self.sink.add("unopened-container", closing)

    def names(self) -> list[str]:
        """Return the names of the open containers, from the outside."""
        return [frame.rule.name for frame in self.frames if frame.rule]

    def finish(self) -> Blocks:
        """End the level: whatever is still open is reported, from the inside."""
        self._abandon(0)
        return tuple(self.blocks)

    def begin_slide(self) -> tuple[Blocks, tuple[Condition, ...]]:
        """Return the blocks before the slide that begins, and the containers that wrap it: those still empty."""
        wrapping = sum(1 for _ in itertools.takewhile(lambda frame: frame.wraps, self.frames))
        first_empty = len(self.frames)
        while first_empty > wrapping and self.frames[first_empty - 1].could_wrap():
            first_empty -= 1
        opened_for_slides = self.frames[first_empty:]
        del self.frames[first_empty:]
        self._abandon(wrapping)
        self.frames.extend(opened_for_slides)
        for frame in self.frames:
            frame.wraps = True
        blocks, self.blocks, self.ended = tuple(self.blocks), [], ""
        wrappers = ((frame, frame.rule) for frame in self.frames)
        return blocks, tuple(Condition(rule.name, frame.attributes, frame.opening) for frame, rule in wrappers if rule)

    def _innermost(self) -> list[Block]:
        frame = self.frames[-1] if self.frames else None
        return self.blocks if frame is None or frame.wraps else frame.blocks

    def _abandon(self, kept: int) -> None:
        while len(self.frames) > kept:
            frame = self.frames[-1]
            if frame.is_counted:
                name = frame.rule.name if frame.rule else ":::"
                self.sink.add("unclosed-container", frame.opening, container=name)
            self._leave(frame.opening)

    def _leave(self, closing: Span) -> None:
        frame = self.frames.pop()
        if frame.rule is None:
            return
        if frame.wraps:
            self.ended = frame.rule.name
            return
        opening = frame.opening
        span = Span(opening.path, opening.line, opening.column, closing.end_line, closing.end_column)
        blocks = self._columns_only(frame.blocks) if frame.rule.name == "columns" else tuple(frame.blocks)
        self.add((Container(frame.rule.name, blocks, span, frame.attributes),))

    def _columns_only(self, blocks: list[Block]) -> Blocks:
        """Put blocks written between columns into columns of their own, each reported once."""
        columns: list[Block] = []
        for is_column, group in itertools.groupby(blocks, _is_column):
            held = tuple(group)
            if is_column:
                columns.extend(held)
            else:
                self.sink.add("text-outside-column", held[0].span)
                columns.append(Container("column", held, held[0].span))
        return tuple(columns)

    def _find_rule(self, name: str, opening: Span) -> ContainerRule | None:
        if name in CONTAINERS:
            return CONTAINERS[name]
        self.sink.add("unknown-container", opening, container=name, nearest=suggest(name, CONTAINERS))
        return CONTAINERS.get(nearest(name, CONTAINERS))

    def _read(self, rest: str, passage: BodyPassage, start: int) -> tuple[Attribute, ...]:
        if rest.startswith("{") and rest.endswith("}"):
            braces = BodyPassage(rest, passage.source, passage.line, passage.column + start)
            return read_attributes(braces, 0, self.sink)
        if rest:
            place = passage.span(start, start + len(rest))
            self.sink.add("invalid-attribute", place, attribute=rest, expected="{…=…}")
        return ()

    def _check_place(self, rule: ContainerRule, opening: Span) -> None:
        names = self.names()
        innermost = names[-1] if names else _SLIDE
        forbidden = [name for name in names if name in rule.never_in]
        if self.enclosing:
            parent, expected = self.enclosing, _SLIDE
        elif rule.inside and innermost != rule.inside:
            parent, expected = innermost, rule.inside
        elif forbidden:
            parent, expected = forbidden[-1], _SLIDE
        else:
            return
        self.sink.add("misplaced-container", opening, container=rule.name, parent=parent, expected=expected)

    def _check_required(self, rule: ContainerRule, written: Iterable[Attribute], opening: Span) -> None:
        names = {attribute.name for attribute in written}
        for needed in rule.attributes:
            if needed.is_required and needed.name not in names:
                value = "10" if needed.kind is AttributeKind.NUMBER else '"…"'
                self._report_missing(rule.name, needed.name, f"{needed.name}={value}", opening)
        if rule.has_facets and not names:
            self._report_missing(rule.name, "…=…", "law=quebec", opening)

    def _report_missing(self, container: str, attribute: str, example: str, opening: Span) -> None:
        self.sink.add("missing-attribute", opening, container=container, attribute=attribute, example=example)

    def _settle_rooms(self) -> None:
        if not self.context.has_room_everywhere and set(_WITH_ROOM).isdisjoint(self.names()):
            for span in self.context.rooms:
                self.sink.add("misplaced-room", span)
        self.context.rooms.clear()


def _is_column(block: Block) -> bool:
    return isinstance(block, Container) and block.name == "column"
