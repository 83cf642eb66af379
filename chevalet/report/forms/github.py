"""The form for GitHub Actions: workflow commands, which it shows as annotations of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.diagnostics import Diagnostic
from chevalet.report.message import hint_of, message_of
from chevalet.report.page import Page


def render_github(diagnostics: Sequence[Diagnostic], page: Page) -> str:
    """Return a command a diagnostic: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(f"{_render(diagnostic, page)}\n" for diagnostic in diagnostics)


def _render(diagnostic: Diagnostic, page: Page) -> str:
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in _properties(diagnostic))
    message = message_of(diagnostic, page.catalogue)
    if hint := hint_of(diagnostic, page.catalogue):
        message += f"\n{page.catalogue.text('hint')}{page.catalogue.text('colon')} {hint}"
    return f"::{diagnostic.severity.value} {properties}::{_escape(message)}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    span = diagnostic.span
    yield "file", span.path
    if span.line:
        yield "line", str(span.line)
        yield "endLine", str(span.end_line or span.line)
        # GitHub drops an annotation whose columns belong to different lines.
        if span.end_line == span.line:
            yield "col", str(span.column)
            yield "endColumn", str(span.end_column)
    yield "title", diagnostic.code


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
