"""Our own rules of inline Markdown: terms, facts, citations, footnote marks, room to write; places for the others."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

InlineRule = Callable[[StateInline, bool], bool]

_TERM = re.compile(r"\{\{([^{}\n]*)\}\}")
_SETTING = re.compile(r"\{([\w-]+)=([^{}\s]*)\}")
_AFTER_PICTURE = re.compile(r"\{([^{}\n]*)\}")
_CITATION = re.compile(r"\[@([^\[\]\n]+)\](?!\()")
_SPACED_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+(?: [^\s\[\]]+)+\](?![(\[])")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]")


def brace(state: StateInline, silent: bool) -> bool:
    """Take `{{term}}`, `{{fact.id.key}}`, `{lines=6}`, `{field=name}`, and what qualifies the picture just before."""
    start = state.pos
    if state.src[start] != "{":
        return False
    if state.src.startswith("{{", start):
        match = _TERM.match(state.src, start)
        if match is None or not match[1].strip(" ."):
            return _push_fault(state, silent, "invalid-term", match.end() if match else start + len("{{"))
        return _push(state, silent, "term", match)
    picture = _picture_before(state)
    if picture is not None and (match := _AFTER_PICTURE.match(state.src, start)):
        if not silent:
            picture.meta["qualities"] = (start, match.end())
            state.pos = match.end()
        return True
    match = _SETTING.match(state.src, start)
    return match is not None and _push(state, silent, "room", match)


def bracket(state: StateInline, silent: bool) -> bool:
    """Take `[@id]` and `[^label]`."""
    start = state.pos
    if state.src[start] != "[":
        return False
    if match := _CITATION.match(state.src, start):
        return _push(state, silent, "citation", match)
    if match := _FOOTNOTE.match(state.src, start):
        return _push(state, silent, "footnote", match)
    if match := _SPACED_FOOTNOTE.match(state.src, start):
        return _push_fault(state, silent, "invalid-footnote", match.end())
    return False


def placed(rule: InlineRule, first: str, kind: str) -> InlineRule:
    """Return a rule of markdown-it that also notes where what it takes begins and ends, on its token of that kind."""

    def place(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if state.src[start] != first:
            return False
        count = len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(token for token in state.tokens[count : count + 2] if token.type == kind)
            token.meta = {"start": start, "end": state.pos}
        return True

    return place


PLACED_LINK = placed(link, "[", "link_open")
PLACED_IMAGE = placed(image, "!", "image")
PLACED_AUTOLINK = placed(autolink, "<", "link_open")


def _picture_before(state: StateInline) -> Token | None:
    token = state.tokens[-1] if state.tokens and not state.pending else None
    return token if token and token.type == "image" and token.meta["end"] == state.pos else None


def _push(state: StateInline, silent: bool, kind: str, match: re.Match[str]) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[1].strip()
        token.info = match[2] if kind == "room" else ""
        token.meta = {"start": match.start(), "end": match.end()}
    state.pos = match.end()
    return True


def _push_fault(state: StateInline, silent: bool, code: str, end: int) -> bool:
    """Note a fault; what is faulty stays in the text."""
    if not silent:
        token = state.push("fault", "", 0)
        token.content = state.src[state.pos : end]
        token.meta = {"start": state.pos, "end": end, "code": code}
        state.append_pending(token.content)
    state.pos = end
    return True
