"""YAML read as frozen nodes that know their place; depth, aliases and size are bounded, duplicate keys are told."""

from __future__ import annotations

import collections.abc
import math
import re
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.span import Span

# PyYAML's stubs make every mark of an event optional; those of its parser never are.
_Event = Any
_Mark = Any

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?")
# YAML 1.1 counts these as ends of lines, editors do not: read as spaces, they keep our line numbers true.
_FOREIGN_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}
# A no-break space where only a space can be meant: before an item or one of our keys, and around its colon.
_INDENT_AND_KEY = re.compile(
    r"^[ \u00a0\u202f]*(?:-[ \u00a0\u202f]+)*(?:[a-z0-9_-]+[ \u00a0\u202f]*:(?=\s|$))?[ \u00a0\u202f]*", re.M
)
_PLAIN_SPACES = {0xA0: " ", 0x202F: " "}
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Limits(Struct, frozen=True):
    """What a YAML text may hold: levels of nesting, uses of an alias, nodes once aliases are followed, characters."""

    depth: int = 64
    aliases: int = 100
    nodes: int = 50_000
    characters: int = 4_000_000


FILE = Limits()


class Scalar(Struct, frozen=True):
    """A value: `true` and `false`, whole and decimal numbers, None when left empty, `null` or `~`; all else is text.

    `text` is the value as written, without its quotes: `1.50` stays `1.50`.
    """

    value: str | int | float | bool | None
    span: Span
    text: str


class Sequence(Struct, frozen=True):
    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """The value of a key, and where the key itself stands."""

    key_span: Span
    node: Node


class Mapping(Struct, frozen=True):
    """Keys, always text, in the order written; of a key given twice the first is kept."""

    entries: collections.abc.Mapping[str, Entry]
    span: Span


Node = Scalar | Sequence | Mapping


def read_yaml(
    text: str,
    path: str,
    first_line: int = 1,
    first_column: int | tuple[int, ...] = 1,
    *,
    limits: Limits = FILE,
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read one YAML document that begins at that line and column of `path`; None when it is empty or cannot be read.

    Its lines end with LF. All begin at `first_column`, or each at its own when there is one for each. Merge keys
    (`<<`) are ordinary keys; local tags, several documents and undefined aliases are syntax errors.
    """
    if "\u00a0" in text or "\u202f" in text:
        text = _INDENT_AND_KEY.sub(lambda start: start[0].translate(_PLAIN_SPACES), text)
    composer = _Composer(text.translate(_FOREIGN_BREAKS), path, (first_line, first_column), limits)
    return composer.compose(), tuple(composer.sink.found)


class _RefusedError(Exception):
    """Reading stops; the reason is in the sink."""


class _Frame(Struct):
    """A collection still open; `size` counts its nodes with aliases followed, `height` its levels below."""

    start: _Mark
    is_flow: bool
    anchor: str | None
    children: list[Node]
    size: int = 1
    height: int = 1


class _Composer:
    """Builds nodes from parser events, never by recursion: libyaml's own composer overflows the stack on `[[[[…`."""

    def __init__(self, text: str, path: str, origin: tuple[int, int | tuple[int, ...]], limits: Limits) -> None:
        self.text = text
        self.path = path
        self.line_count = text.count("\n") + 1
        self.first_line, self.first_column = origin
        self.limits = limits
        self.sink = Sink()
        self.frames: list[_Frame] = []
        self.anchors: dict[str, tuple[Node, int, int]] = {}
        self.aliases = 0
        self.nodes = 0
        self.root: Node | None = None
        self.documents = 0

    def compose(self) -> Node | None:
        try:
            if len(self.text) > self.limits.characters:
                self._refuse("yaml-too-large", self._point(0, 0), limit=self.limits.characters)
            for event in yaml.parse(self.text, Loader=_LOADER):
                self._take(event)
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._report_character()
        except yaml.MarkedYAMLError as error:
            self._report_syntax(error)
        except _RefusedError:
            pass
        else:
            return self.root
        return None

    def _take(self, event: _Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            scalar = self._scalar(event)
            self._count(1, scalar.span)
            self._place(scalar, 1, 0, event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._follow(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse_syntax(event, "expected a single document")

    def _open(self, event: _Event) -> None:
        self._check_tag(event)
        if len(self.frames) >= self.limits.depth:
            self._refuse("yaml-too-deep", self._span(event.start_mark, event.end_mark), limit=self.limits.depth)
        self._count(1, self._span(event.start_mark, event.end_mark))
        is_flow = event.start_mark.index != event.end_mark.index and bool(event.flow_style)
        self.frames.append(_Frame(event.start_mark, is_flow, event.anchor, []))

    def _close(self, event: _Event) -> None:
        frame = self.frames.pop()
        span = self._span(frame.start, event.end_mark)
        if not frame.is_flow and frame.children:
            last = frame.children[-1].span
            span = Span(self.path, span.line, span.column, last.end_line, last.end_column)
        node: Node
        if isinstance(event, yaml.MappingEndEvent):
            node = Mapping(MappingProxyType(self._pair(frame.children)), span)
        else:
            node = Sequence(tuple(frame.children), span)
        self._place(node, frame.size, frame.height, frame.anchor)

    def _pair(self, children: list[Node]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.sink.add("yaml-syntax", key.span, problem="expected a plain word as key", found="[…]")
            elif key.text in entries:
                self.sink.add("duplicate-key", key.span, key=key.text, first_line=entries[key.text].key_span.line)
            else:
                entries[key.text] = Entry(key.span, value)
        return entries

    def _place(self, node: Node, size: int, height: int, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = (node, size, height)
        if not self.frames:
            self.root = node
            return
        parent = self.frames[-1]
        parent.children.append(node)
        parent.size += size
        parent.height = max(parent.height, height + 1)

    def _count(self, size: int, span: Span) -> None:
        self.nodes += size
        if self.nodes > self.limits.nodes:
            self._refuse("yaml-too-large", span, limit=self.limits.nodes)

    def _follow(self, event: _Event) -> None:
        span = self._span(event.start_mark, event.end_mark)
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            self._refuse("yaml-alias", span, alias=event.anchor, limit=self.limits.aliases)
        if event.anchor not in self.anchors:
            self._refuse_syntax(event, "expected an alias defined above")
        node, size, height = self.anchors[event.anchor]
        if len(self.frames) + height > self.limits.depth:
            self._refuse("yaml-too-deep", span, limit=self.limits.depth)
        self._count(size, span)
        self._place(node, size, height, None)

    def _scalar(self, event: _Event) -> Scalar:
        start, end = event.start_mark, event.end_mark
        text = event.value
        if event.style in ("|", ">"):
            return Scalar(text, self._block_span(start, end), text)
        if event.style or event.tag is not None:
            return Scalar(text, self._span(start, end), text)
        return Scalar(_resolve(text), self._span(start, end), text)

    def _check_tag(self, event: _Event) -> None:
        if event.tag is not None and event.tag not in _TEXT_TAGS:
            self._refuse_syntax(event, "expected no tag")

    def _span(self, start: _Mark, end: _Mark) -> Span:
        if end.line < self.line_count:
            return self._between((start.line, start.column), (end.line, end.column))
        # A text without a final line end is given one by the parser: what it finds behind stands at the text's end.
        last = (self.line_count - 1, len(self.text) - self.text.rfind("\n") - 1)
        return self._between(min((start.line, start.column), last), last)

    def _between(self, start: tuple[int, int], end: tuple[int, int]) -> Span:
        line = self.first_line
        return Span(self.path, line + start[0], self._column(*start), line + end[0], self._column(*end))

    def _column(self, line: int, column: int) -> int:
        margin = self.first_column
        if isinstance(margin, int):
            return margin + column
        return (margin[line] if line < len(margin) else 1) + column

    def _block_span(self, start: _Mark, end: _Mark) -> Span:
        # The parser ends a `|` text where the next token begins; its last written line is what a reader sees.
        written = self.text[start.index : end.index].rstrip()
        breaks = written.count("\n")
        column = len(written) - written.rfind("\n") - 1 if breaks else start.column + len(written)
        return self._between((start.line, start.column), (start.line + breaks, column))

    def _point(self, line: int, column: int) -> Span:
        column = self._column(line, column)
        line += self.first_line
        return Span(self.path, line, column, line, column + 1)

    def _refuse(self, code: str, span: Span, **arguments: object) -> None:
        self.sink.add(code, span, **arguments)
        raise _RefusedError

    def _refuse_syntax(self, event: _Event, problem: str) -> None:
        found = self.text[event.start_mark.index :].split("\n", 1)[0][:40]
        self._refuse("yaml-syntax", self._span(event.start_mark, event.end_mark), problem=problem, found=found)

    def _report_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark, opened = error.problem_mark or error.context_mark, error.context_mark
        lines = self.text.split("\n")
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if opened and not "".join([lines[line][column:] if line < len(lines) else "", *lines[line + 1 :]]).strip():
            line, column = opened.line, opened.column  # what was never closed, not the end of the file
        if line >= len(lines):
            line, column = len(lines) - 1, len(lines[-1])
        found = lines[line][column:].rstrip().replace("\t", "⇥")[:40]
        self.sink.add("yaml-syntax", self._point(line, column), problem=error.problem or "", found=found)

    def _report_character(self) -> None:
        match = _NOT_PRINTABLE.search(self.text)
        before = self.text[: match.start()] if match else ""
        found = f"U+{ord(match.group()):04X}" if match else ""
        point = self._point(before.count("\n"), len(before) - before.rfind("\n") - 1)
        self.sink.add("yaml-syntax", point, problem="found a character that cannot be printed", found=found)


def _resolve(text: str) -> str | int | float | bool | None:
    """Return the value of unquoted text; YAML 1.1's other types (`12:30`, `no`, dates, `010`) stay text."""
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    if match[1] is None and match[2] is None:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else text
