"""Attributes between braces: `{#id .class key=value key="some words" flag}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

from chevalet.diagnostics import Sink, suggest
from chevalet.parse.containers import AttributeKind, AttributeRule
from chevalet.parse.source import Passage
from chevalet.span import Span

_ITEM = re.compile(
    r"""
      (?P<sign>[#.])(?P<word>[^\s{}"'=]+)
    | (?P<name>[A-Za-z][\w-]*)=(?P<value>"[^"]*"|'[^']*'|“[^”]*”|”[^”]*”|‘[^’]*’|«[^»]*»|(?:\{\{[^{}]*\}\}|[^\s{}"])*)
    | (?P<excluded>![\w-]+)
    | (?P<flag>[\w-]+)
    """,
    re.VERBOSE,
)
# Atomic: the quoted parts could else be read in two ways each, and a mismatch would try them all.
_INNER = re.compile(r"""(?>="[^"]*"|='[^']*'|\{\{[^{}]*\}\}|[^{}])*+""")
_CANDIDATES = 8
# The straight ones, and what word processors and phones make of them.
_QUOTES = {'"': '"', "'": "'", "“": "”", "”": "”", "‘": "’", "«": "»"}


class Sign(Enum):
    """How an attribute is written: `#word`, `.word`, `name=value` or `word`."""

    IDENTIFIER = "#"
    CLASS = "."
    VALUE = "="
    FLAG = ""


class Attribute(Struct, frozen=True):
    """An attribute as written; `name` is the word itself when it has no value."""

    sign: Sign
    name: str
    value: str
    span: Span


def find_attributes(text: str) -> int:
    """Return where the attributes that end `text` begin, -1 when it ends otherwise; a final `{{term}}` is none."""
    if not text.endswith("}") or text.endswith("}}"):
        return -1
    start = len(text)
    for _ in range(_CANDIDATES):
        start = text.rfind("{", 0, start)
        if start < 0:
            return -1
        is_term = text.startswith("{{", start) or text.startswith("{{", start - 1 if start else 0)
        if not is_term and _INNER.fullmatch(text, start + 1, len(text) - 1):
            return start
    return -1


def read_attributes(passage: Passage, start: int, sink: Sink) -> tuple[Attribute, ...]:
    """Read the attributes between the brace at `start` and the one that ends the passage."""
    text, end = passage.text, len(passage.text) - 1
    found: list[Attribute] = []
    position = start + 1
    while position < end:
        if text[position].isspace():
            position += 1
            continue
        match = _ITEM.match(text, position, end)
        stop = match.end() if match else position
        if match is None or (stop < end and not text[stop].isspace()):
            stop = _end_of_word(text, position, end)
            sink.add("invalid-attribute", passage.span(position, stop), attribute=text[position:stop], expected="…=…")
        elif match["excluded"] and found and found[-1].sign is Sign.VALUE:
            found[-1] = _exclude(found[-1], match["excluded"], passage.span(stop, stop))
        else:
            found.append(_attribute(match, passage.span(position, stop)))
        position = stop
    return _without_repeats(found, sink)


def check_values(
    attributes: Iterable[Attribute], rules: tuple[AttributeRule, ...], sink: Sink, has_facets: bool = False
) -> dict[str, str]:
    """Keep the attributes that `rules` know with a right value, a flag as `true`; report the others."""
    known = {rule.name: rule for rule in rules}
    values: dict[str, str] = {}
    for attribute in attributes:
        rule = known.get(attribute.name) if attribute.sign in (Sign.VALUE, Sign.FLAG) else None
        if rule is None and has_facets and attribute.sign is Sign.VALUE:
            rule = AttributeRule(attribute.name)
        if rule is None:
            report_unknown(attribute, known, sink)
        elif (value := _checked(attribute, rule, sink)) is not None:
            values[rule.name] = value
    return values


def report_unknown(attribute: Attribute, known: Iterable[str], sink: Sink) -> None:
    """Report an attribute that is none of `known`, with the nearest of them."""
    written = as_written(attribute)
    if names := tuple(known):
        sink.add("unknown-attribute", attribute.span, attribute=written, nearest=suggest(attribute.name, names))
    else:
        sink.add("unexpected-attribute", attribute.span, attribute=written)


def as_written(attribute: Attribute) -> str:
    """Return an attribute's name with its sign, as messages name it."""
    return attribute.name if attribute.sign is Sign.VALUE else attribute.sign.value + attribute.name


def _attribute(match: re.Match[str], span: Span) -> Attribute:
    if match["sign"]:
        return Attribute(Sign(match["sign"]), match["word"], "", span)
    if match["name"]:
        value = match["value"]
        if len(value) > 1 and value[-1] == _QUOTES.get(value[0]):
            value = value[1:-1].strip() if value[0] == "«" else value[1:-1]
        return Attribute(Sign.VALUE, match["name"], value, span)
    return Attribute(Sign.FLAG, match["flag"] or match["excluded"], "", span)


def _exclude(attribute: Attribute, word: str, end: Span) -> Attribute:
    span = attribute.span
    whole = Span(span.path, span.line, span.column, end.line, end.column)
    return Attribute(Sign.VALUE, attribute.name, f"{attribute.value} {word}", whole)


def _without_repeats(attributes: list[Attribute], sink: Sink) -> tuple[Attribute, ...]:
    kept: dict[tuple[Sign, str], Attribute] = {}
    for attribute in attributes:
        key = (attribute.sign, "" if attribute.sign is Sign.IDENTIFIER else attribute.name)
        if key in kept:
            sink.add("duplicate-attribute", attribute.span, attribute=attribute.sign.value.strip("=") + attribute.name)
        else:
            kept[key] = attribute
    return tuple(kept.values())


def _checked(attribute: Attribute, rule: AttributeRule, sink: Sink) -> str | None:
    """Return the value to keep, None after a report when it is not of the rule's kind."""
    value = attribute.value
    match rule.kind:
        case AttributeKind.FLAG:
            expected = "" if attribute.sign is Sign.FLAG else rule.name
            value = "true"
        case AttributeKind.TEXT:
            expected = "" if value.strip() else f'{rule.name}="…"'
        case AttributeKind.NUMBER:
            is_number = value.isascii() and value.isdigit() and 0 < int(value[:9]) < 1000 and len(value) < 9
            expected = "" if is_number else f"{rule.name}=5"
        case AttributeKind.CHOICE:
            expected = "" if value in rule.choices else f"{rule.name}={suggest(value, rule.choices)}"
    if not expected:
        return value
    written = attribute.name if attribute.sign is Sign.FLAG else f"{attribute.name}={attribute.value}"
    sink.add("invalid-attribute", attribute.span, attribute=written, expected=expected)
    return None


def _end_of_word(text: str, position: int, end: int) -> int:
    while position < end and not text[position].isspace():
        position += 1
    return position
