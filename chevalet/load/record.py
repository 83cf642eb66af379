"""From YAML nodes to records: every unknown, missing or mistaken key of a file is reported, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cache
from typing import TypeVar, assert_never

from chevalet.diagnostics import Sink, suggest
from chevalet.load.shape import (
    Choice,
    Date,
    Flag,
    Kind,
    ListOf,
    MapOf,
    RecordOf,
    Text,
    TextOr,
    Whole,
    Written,
    fields_of,
    stand_in,
)
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Written)


class Fault(Enum):
    """What reading gives for a value that is wrong, once that has been said."""

    WRONG = "wrong"


def read_record(node: Node, record: type[R], sink: Sink, name: str = "", at: Span | None = None) -> R:
    """Make a record of a mapping, with defaults for what is missing or wrong; a missing key is told `at` its owner."""
    if not isinstance(node, Mapping):
        report_type(node, "mapping", name, sink)
        return _make(record, {}, node)
    declared = fields_of(record)
    at = at or _first_key(node)
    for key, entry in node.entries.items():
        if key not in declared:
            sink.add("unknown-key", entry.key_span, key=key, nearest=suggest(key, declared))
    values: dict[str, object] = {}
    for field in declared.values():
        written = node.entries.get(field.name)
        if written is None or _is_empty(written.node):
            if field.required:
                sink.add("missing-key", written.key_span if written else at, key=field.name)
            continue
        value = read_value(written.node, field.kind, sink, field.name, written.key_span)
        if value is not Fault.WRONG:
            values[field.attribute] = value
    return _make(record, values, node)


def read_names(node: Node | None, record: type[R], name: Text, sink: Sink) -> dict[str, R]:
    """Make the records of a mapping of names to records; an empty file has none."""
    if node is None or _is_empty(node):
        return {}
    if not isinstance(node, Mapping):
        report_type(node, "mapping", "", sink)
        return {}
    for key, entry in node.entries.items():
        _check_text(key, name, entry.key_span, sink, key)
    return {key: read_record(entry.node, record, sink, key, entry.key_span) for key, entry in node.entries.items()}


def read_value(node: Node, kind: Kind, sink: Sink, name: str, at: Span) -> object:
    """Return the value of a node, or `Fault.WRONG` after saying why; `name` is its key, `at` where that key stands."""
    match kind:
        case RecordOf(record):
            return read_record(node, record, sink, name, at)
        case TextOr(text, record):
            return (
                read_record(node, record, sink, name)
                if isinstance(node, Mapping)
                else _read_text(node, text, sink, name)
            )
        case MapOf():
            return _read_map(node, kind, sink, name)
        case ListOf(item):
            return _read_list(node, item, sink, name)
        case Text():
            return _read_text(node, kind, sink, name)
        case Date():
            return _read_date(node, sink, name)
        case Whole():
            return _read_whole(node, kind, sink, name)
        case Choice(options):
            return _read_choice(node, options, sink, name)
        case Flag():
            return _read_flag(node, sink, name)
    assert_never(kind)


def report_type(node: Node, expected: str, name: str, sink: Sink) -> Fault:
    """Say that a value is of the wrong type; both types are words of the catalogue."""
    sink.add("wrong-type", node.span, key=name or node.span.path, expected=expected, found=_type_of(node))
    return Fault.WRONG


def _make(record: type[R], values: dict[str, object], node: Node) -> R:
    defaults = {field.attribute: field.default for field in fields_of(record).values()}
    spans = dict(_spans_of(node)) if isinstance(node, Mapping) else {}
    return record(span=node.span, spans=spans, **(defaults | values))


def _spans_of(node: Mapping) -> Iterable[tuple[str, Span]]:
    for key, entry in node.entries.items():
        if not _is_empty(entry.node):
            yield key, entry.node.span
        match entry.node:
            case Sequence(items):
                yield from ((f"{key}.{index}", item.span) for index, item in enumerate(items))
            case Mapping(entries):
                yield from ((f"{key}.{name}", inner.key_span) for name, inner in entries.items())
            case Scalar():
                pass


def _read_map(node: Node, kind: MapOf, sink: Sink, name: str) -> object:
    if not isinstance(node, Mapping):
        return report_type(node, "mapping", name, sink)
    values = {}
    for key, entry in node.entries.items():
        _check_text(key, kind.name, entry.key_span, sink, key)
        value = read_value(entry.node, kind.value, sink, key, entry.key_span)
        values[key] = stand_in(kind.value) if value is Fault.WRONG else value
    return values


def _read_list(node: Node, item: Kind, sink: Sink, name: str) -> object:
    if not isinstance(node, Sequence):
        return report_type(node, "list", name, sink)
    values = (read_value(each, item, sink, name, each.span) for each in node.items)
    # A wrong item keeps its rank, so that `spans` tells where the others stand.
    return tuple(stand_in(item) if value is Fault.WRONG else value for value in values)


def _read_text(node: Node, kind: Text, sink: Sink, name: str) -> str | Fault:
    # A number is text where text is expected: `title: 2030` needs no quotes.
    if not isinstance(node, Scalar) or isinstance(node.value, bool) or node.value is None:
        return report_type(node, "text", name, sink)
    text = node.text.strip()
    return text if _check_text(text, kind, node.span, sink, name) else Fault.WRONG


def _check_text(text: str, kind: Text, span: Span, sink: Sink, name: str) -> bool:
    if not kind.pattern or _compile(kind.pattern).fullmatch(text):
        return True
    if kind.code == "invalid-id":
        sink.add("invalid-id", span, id=text)
    else:
        sink.add(kind.code, span, key=name, value=text, expected=kind.example)
    return False


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _read_date(node: Node, sink: Sink, name: str) -> str | Fault:
    text = _read_text(node, Text("[0-9]{4}-[0-9]{2}-[0-9]{2}", example="2026-11-22"), sink, name)
    if isinstance(text, str):
        try:
            date.fromisoformat(text)
        except ValueError:
            sink.add("wrong-value", node.span, key=name, value=text, expected="2026-11-22")
            return Fault.WRONG
    return text


def _read_whole(node: Node, kind: Whole, sink: Sink, name: str) -> int | Fault:
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, int) or isinstance(value, bool):
        return report_type(node, "whole-number", name, sink)
    if not kind.minimum <= value <= kind.maximum:
        sink.add("wrong-value", node.span, key=name, value=value, expected=f"{kind.minimum}–{kind.maximum}")
        return Fault.WRONG
    return value


def _read_choice(node: Node, options: tuple[str, ...], sink: Sink, name: str) -> str | Fault:
    text = _read_text(node, Text(), sink, name)
    if isinstance(text, str) and text not in options:
        sink.add("wrong-value", node.span, key=name, value=text, expected=suggest(text, options))
        return Fault.WRONG
    return text


def _read_flag(node: Node, sink: Sink, name: str) -> bool | Fault:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    return report_type(node, "true-or-false", name, sink)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.value is None or not node.text.strip())


def _first_key(node: Mapping) -> Span:
    return next((entry.key_span for entry in node.entries.values()), node.span)


def _type_of(node: Node) -> str:
    match node:
        case Sequence():
            return "list"
        case Mapping():
            return "mapping"
        case Scalar(value=bool()):
            return "true-or-false"
        case Scalar(value=int()):
            return "whole-number"
        case Scalar(value=float()):
            return "number"
        case Scalar(value=str()):
            return "text"
        case Scalar():
            return "nothing"
