"""The form for other tools: one line a diagnostic."""

from __future__ import annotations

from collections.abc import Sequence

from chevalet.diagnostics import Diagnostic
from chevalet.report.message import message_of, place_of
from chevalet.report.page import Page


def render_short(diagnostics: Sequence[Diagnostic], page: Page) -> str:
    """Return `path:line:column: severity[code] message`, a line each."""
    return "".join(f"{_render(diagnostic, page)}\n" for diagnostic in diagnostics)


def _render(diagnostic: Diagnostic, page: Page) -> str:
    severity = page.catalogue.text(f"severity.{diagnostic.severity.value}")
    return f"{place_of(diagnostic)}: {severity}[{diagnostic.code}] {message_of(diagnostic, page.catalogue)}"
