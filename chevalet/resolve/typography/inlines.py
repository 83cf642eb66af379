"""Typography of inline content: a whole run is read as one line, and its corrections go back to where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import replace

from chevalet.model.inline import Emphasis, Inline, Inlines, LineBreak, Link, Strike, Strong, Text
from chevalet.resolve.typography.engine import OUT_OF_REACH, Line, examine, examine_line
from chevalet.resolve.typography.protection import MASK
from chevalet.resolve.typography.rule import Finding, Preset

_SLOT = Text("")


def examine_inlines(inlines: Inlines, preset: Preset) -> tuple[Inlines, tuple[Finding, ...]]:
    """Return `inlines` corrected by a preset, and what a person should look at in them as they were written.

    Code, marks and pictures stand in the line as one character each, and are not touched.
    """
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        text, findings = examine(inlines[0].text, preset)
        return (inlines if text == inlines[0].text else (Text(text),)), findings
    line = _join(inlines)
    written = line.shown
    findings = examine_line(line, preset)
    return (inlines if line.shown == written else tuple(_rebuild(inlines, iter(line.leaves())))), findings


def _join(inlines: Inlines) -> Line:
    leaves = list(_flatten(inlines, 0))
    cuts = list(accumulate(len(text) for text, _ in leaves[:-1]))
    shown = "".join(text for text, _ in leaves)
    return Line(shown, shown, cuts, [depth for _, depth in leaves])


def _flatten(inlines: Inlines, depth: int) -> Iterator[tuple[str, int]]:
    for inline in _with_slots(inlines):
        match inline:
            case Text(text):
                yield text, depth
            case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
                yield from _flatten(children, depth + 1)
            case LineBreak():
                yield "\n", OUT_OF_REACH
            case _:
                yield MASK, OUT_OF_REACH


def _with_slots(inlines: Inlines) -> Iterator[Inline]:
    """Yield `inlines` with an empty text where two others meet, for a space that belongs to neither."""
    was_text = True
    for inline in inlines:
        is_text = isinstance(inline, Text)
        if not was_text and not is_text:
            yield _SLOT
        yield inline
        was_text = is_text


def _rebuild(inlines: Inlines, leaves: Iterator[str]) -> Iterator[Inline]:
    """Yield the nodes of `inlines`, each text taken from the next of `leaves`; empty ones go."""
    for inline in _with_slots(inlines):
        match inline:
            case Text():
                if text := next(leaves):
                    yield Text(text)
            case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
                yield replace(inline, children=tuple(_rebuild(children, leaves)))
            case _:
                next(leaves)
                yield inline
