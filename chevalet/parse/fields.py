"""The keys of a fence's YAML, read by kind; what is unknown, missing or of another kind is reported in its place."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from chevalet.diagnostics import suggest
from chevalet.model.inline import Inline, Inlines, LineBreak, Text
from chevalet.parse.context import Context
from chevalet.parse.inlines import read_inlines
from chevalet.parse.source import ScalarPassage
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Node, Scalar, Sequence

Choice = TypeVar("Choice", bound=Enum)


class Fields:
    """A mapping of YAML asked key by key; each answer is the value, or what stands for it after a report."""

    def __init__(self, mapping: Mapping, known: Iterable[str], context: Context) -> None:
        self.entries = mapping.entries
        self.span = mapping.span
        self.context = context
        self.sink = context.sink
        names = tuple(known)
        for key, entry in mapping.entries.items():
            if key not in names:
                self.sink.add("unknown-key", entry.key_span, key=key, nearest=suggest(key, names))

    def node(self, key: str) -> Node | None:
        """Return the node of a key, None when it is absent or left empty."""
        entry = self.entries.get(key)
        if entry is None or (isinstance(entry.node, Scalar) and entry.node.value is None):
            return None
        return entry.node

    def require(self, *keys: str) -> None:
        """Report those keys that are absent or empty."""
        for key in keys:
            if self.node(key) is None:
                place = self.entries[key].key_span if key in self.entries else self.span
                self.sink.add("missing-key", _first_line(place), key=key)

    def text(self, key: str) -> str:
        scalar = self._scalar(key)
        return scalar.text if scalar else ""

    def inlines(self, key: str) -> Inlines:
        scalar = self._scalar(key)
        return read_scalar(scalar, self.context) if scalar else ()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list; one value alone is taken for a list of one."""
        node = self.node(key)
        if isinstance(node, Scalar):
            return (node.text,)
        scalars = [self._as_scalar(key, item) for item in self.items(key)]
        return tuple(scalar.text for scalar in scalars if scalar)

    def items(self, key: str) -> tuple[Node, ...]:
        node = self.node(key)
        if node is None or isinstance(node, Sequence):
            return node.items if node else ()
        self._report_type(key, node, "list")
        return ()

    def choice(self, key: str, choices: type[Choice], default: Choice) -> Choice:
        scalar = self._scalar(key)
        if scalar is None:
            return default
        values = [choice.value for choice in choices if choice.value]
        if scalar.text in values:
            return choices(scalar.text)
        self.report_value(key, scalar, suggest(scalar.text, values))
        return default

    def number(self, key: str, most: int) -> int:
        """Return a whole number from 1 to `most`, 0 when there is none."""
        node = self.node(key)
        if node is None:
            return 0
        if not isinstance(node, Scalar) or type(node.value) is not int:
            self._report_type(key, node, "whole-number")
        elif 1 <= node.value <= most:
            return node.value
        else:
            self.report_value(key, node, f"1–{most}")
        return 0

    def report_value(self, key: str, scalar: Scalar, expected: str) -> None:
        self.sink.add("wrong-value", scalar.span, key=key, value=scalar.text, expected=expected)

    def _scalar(self, key: str) -> Scalar | None:
        node = self.node(key)
        return self._as_scalar(key, node) if node is not None else None

    def _as_scalar(self, key: str, node: Node) -> Scalar | None:
        if isinstance(node, Scalar):
            return node
        self._report_type(key, node, "text")
        return None

    def _report_type(self, key: str, node: Node, expected: str) -> None:
        self.sink.add("wrong-type", _first_line(node.span), key=key, expected=expected, found=kind_of(node))


def read_scalar(scalar: Scalar, context: Context) -> Inlines:
    """Read a text of YAML as inline content; the line ends that YAML kept are forced ones."""
    nodes: list[Inline] = []
    for number, line in enumerate(scalar.text.rstrip("\n").split("\n")):
        if number:
            nodes.append(LineBreak())
        nodes.extend(read_inlines(ScalarPassage(line, context.source, scalar.span), context))
    return tuple(nodes)


def plain(text: str) -> Inlines:
    return (Text(text),) if text else ()


def kind_of(node: Node) -> str:
    """Name what a node is, in the words the messages know."""
    match node:
        case Sequence():
            return "list"
        case Mapping():
            return "mapping"
        case Scalar(bool()):
            return "true-or-false"
        case Scalar(int()):
            return "whole-number"
        case Scalar(float()):
            return "number"
        case Scalar(None):
            return "nothing"
        case _:
            return "text"


def _first_line(span: Span) -> Span:
    """Shorten a span of several lines to its first character, where an editor should put the cursor."""
    if span.line == span.end_line:
        return span
    return Span(span.path, span.line, span.column, span.line, span.column + 1)
