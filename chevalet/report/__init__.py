"""Diagnostics as people and machines read them: one module a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from chevalet.diagnostics import Diagnostic
from chevalet.report.forms.github import render_github
from chevalet.report.forms.json import render_json
from chevalet.report.forms.short import render_short
from chevalet.report.forms.text import render_text
from chevalet.report.page import Page

__all__ = ["FORMS", "Page", "report"]

FORMS: Mapping[str, Callable[[Sequence[Diagnostic], Page], str]] = MappingProxyType(
    {"text": render_text, "short": render_short, "github": render_github, "json": render_json}
)


def report(diagnostics: Sequence[Diagnostic], form: str, page: Page) -> str:
    """Return the diagnostics in one of the `FORMS`, each line ended; the empty text when there is nothing to show."""
    return FORMS[form](diagnostics, page)
