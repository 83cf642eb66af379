"""The engine: tries a preset's rules on a whole line, whatever inlines it is cut into, and says what it flags."""

from __future__ import annotations

import functools
import re
from itertools import pairwise

from msgspec import Struct, field

from chevalet.resolve.typography.protection import MASK, mask
from chevalet.resolve.typography.rule import Finding, Flag, Preset, Rule

OUT_OF_REACH = 1_000
"""The depth of a leaf that takes no character: code, a mark, a picture."""

Edit = tuple[int, int, str]


class Line(Struct):
    """A line of text being corrected: `shown` is what is written, `seen` the same without what is protected.

    `cuts` are the offsets between its leaves, none when it has only one; `depths` how deep each leaf is nested.
    """

    shown: str
    seen: str
    cuts: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)

    def leaves(self) -> list[str]:
        """Return the text of each leaf."""
        bounds = [0, *self.cuts, len(self.shown)]
        return [self.shown[start:end] for start, end in pairwise(bounds)]


@functools.lru_cache(maxsize=32_768)
def examine(text: str, preset: Preset) -> tuple[str, tuple[Finding, ...]]:
    """Return plain `text` corrected by a preset, and what a person should look at in it as it was written.

    Correcting a corrected text changes nothing. Answers are kept: the editions of a workshop share most of their text.
    """
    line = Line(text, text)
    findings = examine_line(line, preset)
    return line.shown, findings


def examine_line(line: Line, preset: Preset) -> tuple[Finding, ...]:
    """Correct `line` in place, and return what a person should look at in it as it was before."""
    choice = preset.choose(line.shown)
    if not choice.rules and not choice.flags:
        return ()
    line.seen = mask(line.shown)
    findings = tuple(
        _find(each, match, line.shown) for each in choice.flags for match in each.pattern.finditer(line.seen)
    )
    for each in choice.rules:
        edits = _edits(each, line.seen)
        if edits:
            _apply(edits, line)
    return findings


def _find(each: Flag, match: re.Match[str], text: str) -> Finding:
    found = text[match.start() : match.end()]
    old, new = each.swap
    expected = found.replace(old, new) if old else _unmask(match.expand(each.advice), match, found)
    return Finding(each.code, found, expected)


def _unmask(advice: str, match: re.Match[str], found: str) -> str:
    """Put what is protected back in an advice made of a match in which it is masked."""
    hidden = iter([kept for seen, kept in zip(match[0], found, strict=True) if seen == MASK])
    return "".join(next(hidden, MASK) if character == MASK else character for character in advice)


def _edits(each: Rule, text: str) -> list[Edit]:
    return [
        (*match.span(group), each.text)
        for match in each.pattern.finditer(text)
        for group in range(1, each.pattern.groups + 1)
        if match[group] != each.text
    ]


def _apply(edits: list[Edit], line: Line) -> None:
    is_masked = line.seen is not line.shown
    if line.cuts:
        line.cuts = _move_cuts(edits, line)
    shown = _rewrite(line.shown, edits)
    line.seen = _rewrite(line.seen, edits) if is_masked else shown
    line.shown = shown


def _rewrite(text: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, new in edits:
        parts += (text[position:start], new)
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _move_cuts(edits: list[Edit], line: Line) -> list[int]:
    """Return the cuts after `edits`; what is written at a cut goes to the leaf that is nested least.

    In Markdown a space just inside `**` would undo it: `**Prix**` and its colon keep theirs outside.
    """
    moved = list(line.cuts)
    for start, end, new in edits:
        leaf = _leaf_for(start, end, line)
        for index, cut in enumerate(line.cuts):
            if cut > end:
                moved[index] += len(new) - (end - start)
            elif cut >= start:
                moved[index] += start - cut + (len(new) if index >= leaf else 0)
    return moved


def _leaf_for(start: int, end: int, line: Line) -> int:
    """Return the leaf that holds the stretch from `start` to `end` or, when it touches several, the outermost."""
    bounds = list(zip([0, *line.cuts], [*line.cuts, len(line.seen)], strict=True))
    touching = [leaf for leaf, (first, last) in enumerate(bounds) if first <= end and start <= last]
    holding = [leaf for leaf in touching if start < end and bounds[leaf][0] <= start and end <= bounds[leaf][1]]
    return min(holding or touching, key=lambda leaf: line.depths[leaf])
