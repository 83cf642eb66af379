"""HTML in Markdown: stretches that may hold blank lines (comments, scripts), and tags inside text."""

from __future__ import annotations

import re

from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# What begins a stretch, and what ends it; the text between is never shown.
_STRETCHES = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<script(?=[\s>/])", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
    (re.compile(r"<style(?=[\s>/])", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
)


def html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a comment, a script, a style, an instruction or a CDATA section that fills its lines."""
    position = state.bMarks[start] + state.tShift[start]
    stop = _end_of_stretch(state.src, position, state.env["stretches"])
    if stop < 0:
        return False
    line = start
    while line < end and state.eMarks[line] < stop:
        line += 1
    has_tail = line < end and bool(state.src[stop : state.eMarks[line]].strip())
    if line >= end or (has_tail and line == start):
        return False  # reaches out of what encloses it, or goes on as text: the rule of inline HTML reads it
    if not silent:
        token = state.push("html", "", 0)
        token.content = state.src[position:stop]
        token.map = [start, line + 1]
        state.line = line if has_tail else line + 1
        if has_tail:
            _begin_line_at(state, line, stop)
    return True


def html_inline(state: StateInline, silent: bool) -> bool:
    """Take a tag, or a whole comment, script or style; an open comment is a fault, and stays as text."""
    start = state.pos
    if state.src[start] != "<":
        return False
    stop = _end_of_stretch(state.src, start, {})
    if stop < 0 and start < state.html_terminator_last(">"):
        match = HTML_TAG_RE.match(state.src, start)
        stop = match.end() if match else -1
    is_open_comment = stop < 0 and state.src.startswith("<!--", start)
    if is_open_comment:
        stop = start + len("<!--")
    if stop < 0 or stop > state.posMax:
        return False
    if not silent:
        token = state.push("fault" if is_open_comment else "html", "", 0)
        token.content = state.src[start:stop]
        token.meta = {"start": start, "end": stop, "code": "unclosed-comment"}
        if is_open_comment:
            state.append_pending(token.content)
    state.pos = stop
    return True


def _end_of_stretch(source: str, start: int, known: dict[str, tuple[int, int, int]]) -> int:
    """Return where the stretch that begins at `start` ends, -1 if none does; `known` holds the last end of each kind.

    Without that memory, ten thousand openings never closed would each search to the end of the file.
    """
    for opening, closing in _STRETCHES:
        match = opening.match(source, start)
        if match is None:
            continue
        searched_from, closing_start, end = known.get(closing.pattern, (len(source), 0, 0))
        if searched_from > start or (end >= 0 and closing_start < match.end()):
            found = closing.search(source, match.end())
            closing_start, end = found.span() if found else (-1, -1)
            known[closing.pattern] = (start, closing_start, end)
        return end
    return -1


def _begin_line_at(state: StateBlock, line: int, position: int) -> None:
    """Let the text behind a comment's end be read as the beginning of its line."""
    state.bMarks[line] = position
    content = state.skipSpaces(position)
    state.tShift[line] = content - position
    state.sCount[line] = state.blkIndent
