"""A diagnostic's sentences: its catalogue texts filled with its arguments, on one line, without control characters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chevalet.diagnostics import Diagnostic
from chevalet.locale import Catalogue

# Arguments that are words of the catalogue themselves: `expected="list"` reads « une liste ».
_WORDS: Mapping[str, tuple[str, ...]] = {"cannot-write": ("reason",), "wrong-type": ("expected", "found")}
_NO_NAME = re.compile(r"^\w+ `…`(?:, (?:or|ou) )?")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def message_of(diagnostic: Diagnostic, catalogue: Catalogue) -> str:
    """Return what a diagnostic says."""
    return _fill(diagnostic.code, diagnostic, catalogue)


def hint_of(diagnostic: Diagnostic, catalogue: Catalogue) -> str:
    """Return what may be done about it, nothing when the only advice would be a name and none is near."""
    return _NO_NAME.sub("", _fill(f"{diagnostic.code}.hint", diagnostic, catalogue))


def place_of(diagnostic: Diagnostic) -> str:
    """Return `path:line:column`, or the path alone when the whole file is meant; a fault of ours is in no file."""
    span = diagnostic.span
    path = show(span.path) or "chevalet"
    return f"{path}:{span.line}:{span.column}" if span.line else path


def show(text: str) -> str:
    """Return a text that can harm no terminal: nothing in it moves the cursor or turns the writing round."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _fill(identifier: str, diagnostic: Diagnostic, catalogue: Catalogue) -> str:
    words = _WORDS.get(diagnostic.code, ())
    arguments = {
        name: catalogue.text(f"word.{value}") if name in words else show(value) or "…"
        for name, value in diagnostic.arguments
    }
    return catalogue.text(identifier, **arguments)
