"""From inlines to runs: each inline becomes characters of one look."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from chevalet.model.deck import Run
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Term,
    Text,
)
from chevalet.model.theme import Typeface

PLAIN, BOLD = Run(""), Run("", bold=True)

Runs = tuple[Run, ...]
Piece = tuple[Run, str]
"""Characters and their look: a run whose own text does not count."""


def runs_of(inlines: Inlines, look: Run = PLAIN) -> Runs:
    """Return the runs of `inlines`, each looking like `look` but for its own marks; neighbours alike are joined."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        text = inlines[0].text
        return (write_run(look, text),) if text else ()
    joined: list[Piece] = []
    for own, text in _pieces(inlines, look):
        if joined and (joined[-1][0] is own or joined[-1][0] == own):
            joined[-1] = own, joined[-1][1] + text
        elif text:
            joined.append((own, text))
    return tuple(write_run(own, text) for own, text in joined)


def write_run(look: Run, text: str) -> Run:
    """Return `text` as a run that looks like `look`; a tab, of which no two programs agree on the width, is a space."""
    if "\t" in text:
        text = text.replace("\t", " ")
    return replace(look, text=text)


def part_runs(runs: Runs, place: int) -> tuple[Runs, Runs]:
    """Return what stands before and after a place, counted in characters; the second part begins with no space."""
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        here = max(0, min(len(run.text), place))
        if here:
            before.append(write_run(run, run.text[:here]))
        rest = run.text[here:] if after else run.text[here:].lstrip(" \n")
        if rest:
            after.append(write_run(run, rest))
        place -= len(run.text)
    return tuple(before), tuple(after)


def _pieces(inlines: Inlines, look: Run) -> Iterator[Piece]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield look, inline.text
        else:
            yield from _marked(inline, look)


def _marked(inline: Inline, look: Run) -> Iterator[Piece]:
    match inline:
        case Text(text):
            yield look, text
        case Code(text):
            yield replace(look, typeface=Typeface.CODE), text
        case LineBreak():
            yield look, "\n"
        case Strong(children):
            yield from _pieces(children, BOLD if look is PLAIN else replace(look, bold=True))
        case Emphasis(children):
            yield from _pieces(children, replace(look, italic=not look.italic))
        case Strike(children):
            yield from _pieces(children, replace(look, strike=True))
        case Superscript(text):
            yield replace(look, superscript=True), text
        case Link(children, target, title=title):
            yield from _pieces(children, replace(look, link=target, tip=title))
        case Room() | InlinePicture():
            # Room to write belongs to the papers; a picture in a line is placed after its paragraph.
            return
        case Term() | Fact() | Citation() | FootnoteReference():
            raise AssertionError(f"resolve left a {type(inline).__name__}")
