"""Our own rules of block Markdown: containers, headings, fences that end, footnotes, tables, text."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import table as find_table

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_RULE_LINE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = re.compile(r"(`{3,})([^`]*)|(~{3,})(.*)")
_SLIDE = re.compile(r" {0,3}##?(?:[ \t]|$)")
_DEFINITION = re.compile(r"\[\^([^\[\]\s]+)\]:")
_FOOTNOTE_INDENT = 4


def container(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line `::: name {…}` or a bare `:::`; who closes whom is settled where blocks are built."""
    text = _line(state, start)
    if not text.startswith(":::"):
        return False
    if not silent:
        token = state.push("container_open" if text.strip(": \t") else "container_close", "", 0)
        token.content = text
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a heading begun by `#`; its content stands as one token."""
    line = _line(state, start)
    match = _HEADING.match(line)
    if match is None:
        return False
    if not silent:
        token = state.push("heading", f"h{match.end()}", 0)
        token.content = _without_closing_marks(line[match.end() :].strip())
        token.attrs = {"offset": len(line) - len(line[match.end() :].lstrip())}
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def rule_line(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line of three or more `-`, `*` or `_`."""
    position = state.bMarks[start] + state.tShift[start]
    if not _RULE_LINE.fullmatch(state.src, position, state.eMarks[start]):
        return False
    if not silent:
        state.push("hr", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True


def fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a fence of ``` or ~~~; left open on a slide it ends at the next one, and its `markup` is empty."""
    match = _FENCE.fullmatch(_line(state, start))
    if match is None:
        return False
    if silent:
        return True
    mark = match[1] or match[3]
    stop, is_closed = _end_of_fence(state, start, end, mark)
    token = state.push("fence", "code", 0)
    token.info = (match[2] or match[4] or "").strip()
    token.markup = mark if is_closed else ""
    token.content = state.getLines(start + 1, stop, state.sCount[start], True)
    token.map = [start, stop + is_closed]
    state.line = stop + is_closed
    return True


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take `[^label]: text`; lines indented by four characters go on with it."""
    position = state.bMarks[start] + state.tShift[start]
    match = _DEFINITION.match(state.src, position, state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    token = state.push("footnote_open", "", 1)
    token.content = match[1]
    token.map = lines = [start, 0]
    content = min(state.skipSpaces(match.end()), state.eMarks[start])
    token.attrs = {"offset": content - position}
    _read_indented(state, start, end, content)
    lines[1] = state.line
    state.push("footnote_close", "", -1)
    return True


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a pipe table as one token: its cells are cut where blocks are built, with their columns."""
    if state.src.find("|", state.bMarks[start], state.eMarks[start]) < 0 or not find_table(state, start, end, True):
        return False
    if silent:
        return True
    interrupts = state.md.block.ruler.getRules("blockquote")
    line = start + 2
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if state.is_code_block(line) or any(rule(state, line, end, True) for rule in interrupts):
            break
        line += 1
    state.push("table", "", 0).map = [start, line]
    state.line = line
    return True


def text(state: StateBlock, start: int, end: int, _silent: bool) -> bool:
    """Take the lines of a paragraph, or of a heading underlined by `===` or `---`, in one pass."""
    outer, state.parentType = state.parentType, "paragraph"
    interrupts = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    underline = ""
    while line < state.lineMax and not state.isEmpty(line):
        indent = state.sCount[line] - state.blkIndent
        if indent <= 3 and state.sCount[line] >= 0:
            if indent >= 0 and line < end and (underline := _underline(state, line)):
                break
            if any(rule(state, line, end, True) for rule in interrupts):
                break
        line += 1
    token = state.push("heading" if underline else "paragraph", _setext_tag(underline), 0)
    token.content = "\n".join([_line(state, each) for each in range(start, line)]).strip()
    token.map = [start, line]
    state.line = line + bool(underline)
    state.parentType = outer
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _without_closing_marks(title: str) -> str:
    opened = title.rstrip("#")
    return opened.rstrip() if not opened or opened[-1].isspace() else title


def _underline(state: StateBlock, line: int) -> str:
    position = state.bMarks[line] + state.tShift[line]
    mark = state.src[position]
    is_underline = mark in "=-" and _UNDERLINE.fullmatch(state.src, position, state.eMarks[line])
    return mark if is_underline else ""


def _setext_tag(underline: str) -> str:
    return {"=": "h1", "-": "h2", "": "p"}[underline]


def _end_of_fence(state: StateBlock, start: int, end: int, mark: str) -> tuple[int, bool]:
    """Return the line of the closing mark and True, or the line where an open fence has to end and False."""
    unclosed: dict[str, int] = state.env["unclosed"]
    is_known_open = state.level == 0 and len(mark) >= unclosed.get(mark[0], len(mark) + 1)
    line = start + 1
    while line < end and not is_known_open:
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line, False
        if state.src.startswith(mark, state.bMarks[line] + state.tShift[line]) and not state.is_code_block(line):
            rest = _line(state, line).rstrip()
            if rest == mark[0] * len(rest):
                return line, True
        line += 1
    if state.level:
        return line, False
    unclosed[mark[0]] = len(mark)
    line = start + 1
    while line < end and not _SLIDE.match(state.src, state.bMarks[line], state.eMarks[line]):
        line += 1
    return line, False


def _read_indented(state: StateBlock, start: int, end: int, content: int) -> None:
    """Read blocks whose first line begins at `content`, as the list rule does for its items."""
    saved = (state.tShift[start], state.sCount[start], state.blkIndent, state.parentType)
    state.blkIndent += _FOOTNOTE_INDENT
    state.tShift[start] = content - state.bMarks[start]
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = saved
