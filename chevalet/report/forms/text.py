"""The form for a terminal: message, place, source line with carets, hint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.diagnostics import Diagnostic, Severity
from chevalet.report.frame import draw_frame
from chevalet.report.message import hint_of, message_of, place_of
from chevalet.report.page import Page

_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[34m", "\x1b[0m"
_COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTICE: "\x1b[1;36m"}


def render_text(diagnostics: Sequence[Diagnostic], page: Page) -> str:
    """Return one paragraph a diagnostic, with an empty line after each."""
    return "".join("\n".join(_render(diagnostic, page)) + "\n\n" for diagnostic in diagnostics)


def _render(diagnostic: Diagnostic, page: Page) -> Iterator[str]:
    catalogue, span = page.catalogue, diagnostic.span
    severity = catalogue.text(f"severity.{diagnostic.severity.value}")
    colon = catalogue.text("colon")
    head = _paint(f"{severity}[{diagnostic.code}]", _COLORS[diagnostic.severity], page)
    yield head + _paint(f"{colon} {message_of(diagnostic, catalogue)}", _BOLD, page)
    margin = " " * len(str(span.line)) if span.line else " "
    yield f"{margin}{_paint('-->', _BLUE, page)} {place_of(diagnostic)}"
    yield from _frame(diagnostic, page)
    if hint := hint_of(diagnostic, catalogue):
        yield f"{_paint(catalogue.text('hint'), _BOLD, page)}{colon} {hint}"


def _frame(diagnostic: Diagnostic, page: Page) -> Iterator[str]:
    span = diagnostic.span
    lines = page.read_lines(span.path) if span.line else ()
    if span.line <= len(lines) and span.line:
        empty, source, carets = draw_frame(lines[span.line - 1], span)
        yield from (empty, source, _paint(carets, _COLORS[diagnostic.severity], page))


def _paint(text: str, color: str, page: Page) -> str:
    return f"{color}{text}{_RESET}" if page.colors else text
