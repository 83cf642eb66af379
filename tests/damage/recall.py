"""Whether every word of a source is in what was made of it: on a slide, in notes, in a description, or in a message."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from chevalet.diagnostics import Diagnostic
from tests.damage.compiling import Compiled, Files
from tests.damage.deck_words import read_text

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> set[str]:
    """Return the words of a text, whatever its case: letters and figures without a gap."""
    return set(_WORD.findall(text.casefold()))


def find_lost(wanted: set[str], compiled: Compiled, files: Files) -> set[str]:
    """Return the words that are neither in the decks nor named by a diagnostic.

    Words that touch once a mark between them is refused make one word: they are looked for inside the others too.
    """
    kept = "\n".join([*map(read_text, compiled.decks), *(_told(each, files) for each in compiled.diagnostics)])
    kept = html.unescape(unquote(kept)).casefold() + kept.casefold()
    found = words_of(kept)
    return {word for word in wanted - found if word not in kept}


def _told(diagnostic: Diagnostic, files: Files) -> str:
    """Return what a diagnostic names: its arguments, and the text it points at."""
    arguments = "\n".join(value for _, value in diagnostic.arguments)
    content = files.get(diagnostic.span.path)
    if not isinstance(content, bytes) or not diagnostic.span.line:
        return arguments
    return f"{arguments}\n{_text_at(diagnostic, content.decode('utf-8', 'replace'))}"


def _text_at(diagnostic: Diagnostic, text: str) -> str:
    span = diagnostic.span
    if diagnostic.code in ("unused-footnote", "duplicate-id"):
        # Its place is the definition's first line; the definition goes on below.
        return "\n".join(re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))[span.line - 1 :])
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))[span.line - 1 : span.end_line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)
