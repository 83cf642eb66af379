"""One diagnostic, and the sink in which a stage gathers its own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from msgspec import Struct, field

from chevalet.diagnostics.codes import CODES, Severity
from chevalet.span import Span

MOST_SUGGESTED = 14
"""Beyond this many names, a hint only begins their list."""


class Diagnostic(Struct, frozen=True):
    """A code, its severity, its place and the arguments its catalogue message is filled with."""

    code: str
    severity: Severity
    span: Span
    arguments: tuple[tuple[str, str], ...] = ()


def diagnostic(code: str, span: Span, **arguments: object) -> Diagnostic:
    """Return the diagnostic of a declared `code`, at that code's own severity."""
    return Diagnostic(code, CODES[code], span, tuple(sorted((name, str(value)) for name, value in arguments.items())))


class Sink(Struct):
    """Gathers the diagnostics of one stage, in the order they were found."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, span: Span, **arguments: object) -> None:
        self.found.append(diagnostic(code, span, **arguments))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.found.extend(diagnostics)


def suggest(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a mistaken one or, when none is near, the first known ones; « … » for more.

    Messages put it between backticks: several names are parted by "`, `".
    """
    names = list(known)
    shown = names if 0 < len(names) <= MOST_SUGGESTED else [*names[: MOST_SUGGESTED - 2], "…"]
    return nearest(name, names) or "`, `".join(shown)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a mistyped one, or the empty string when none is near."""
    matches = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""
