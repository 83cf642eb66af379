"""Values as typst writes them: every text of the course is a string literal, so none of it can be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

EMPTY = "[]"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_FAR = re.compile(r"[^\x00-\xff]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})
# A break is offered inside what no line can hold: after the marks of an address, else every so many characters.
_LONG_WORD = re.compile(r"[^\s\u00a0\u202f\u2009]{26,}")
_OPPORTUNITY = re.compile(r"[/.?&=_#:,;@-]+(?!$)|[^/.?&=_#:,;@-]{20}(?!$)")
_BREAK = "\u200b"


def string(text: str) -> str:
    """Return a string literal; a control character, which no page shows, is a space."""
    return f'"{_CONTROLS.sub(" ", text).translate(_ESCAPES)}"'


def unseen(text: str) -> str:
    """Return a string literal of text that no face draws: any character is welcome, and written by its number."""
    return _FAR.sub(lambda far: f"\\u{{{ord(far[0]):x}}}", string(text))


def words(text: str) -> str:
    """Return a string literal of text to be set, breakable where a word is longer than a line."""
    if len(text) >= 26:
        text = _LONG_WORD.sub(lambda word: _OPPORTUNITY.sub(lambda part: part[0] + _BREAK, word[0]), text)
    return string(text.replace("\u2011", "\u2060-\u2060"))


def array(items: Iterable[str]) -> str:
    """Return an array of expressions."""
    return f"({''.join(f'{item}, ' for item in items)})"


def boolean(is_true: bool) -> str:
    return "true" if is_true else "false"


def number(value: float | None) -> str:
    """Return a number in fifteen digits, which typst reads as it is; none where it is missing."""
    return "none" if value is None else f"{value:.15g}"


def call(function: str, *arguments: str, **named: str) -> str:
    """Return a call of a function of the style; `_` in a name stands for typst's `-`."""
    pairs = (f"{name.replace('_', '-')}: {value}" for name, value in named.items())
    return f"{function}({', '.join((*arguments, *pairs))})"


def content(*expressions: str) -> str:
    """Return expressions one after the other as one content."""
    return f"[{''.join(f'#{expression};' for expression in expressions)}]"


def sequence(*expressions: str) -> str:
    """Return blocks one below the other as one content, each on a line of its own."""
    lines = "".join(f"#{expression}\n" for expression in expressions)
    return f"[\n{lines}]" if expressions else EMPTY
