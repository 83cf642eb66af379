"""The last word on a text: terms and facts put in, then typography over the whole run, and what it points out."""

from __future__ import annotations

from collections import Counter

from chevalet.model.inline import Inlines, Text
from chevalet.resolve.context import Scope
from chevalet.resolve.locate import locate
from chevalet.resolve.substitution import substitute
from chevalet.resolve.terms import fill
from chevalet.resolve.typography import Finding, examine, examine_inlines
from chevalet.resolve.typography.protection import MASK
from chevalet.span import Span


def write(inlines: Inlines, span: Span, scope: Scope) -> Inlines:
    """Return the inline content of the block at `span` as it is to be shown."""
    shown, findings = examine_inlines(substitute(inlines, scope), scope.context.preset)
    if findings:
        _report(findings, span, scope)
    return shown


def write_text(text: str, span: Span, scope: Scope) -> str:
    """Return a plain string (an attribute, a description) as it is to be shown."""
    if "{{" in text:
        span = locate(text, 0, span, scope.module)
    shown, findings = examine(fill(text, span, scope.context), scope.context.preset)
    if findings:
        _report(findings, span, scope)
    return shown


def write_title(text: str, span: Span, scope: Scope) -> Inlines:
    """Return a plain string of the front matter or of `course.yaml` as inline content, empty when it is."""
    shown = write_text(text, span, scope)
    return (Text(shown),) if shown else ()


def _report(findings: tuple[Finding, ...], span: Span, scope: Scope) -> None:
    seen: Counter[str] = Counter()
    for finding in findings:
        place = locate(finding.found, seen[finding.found], span, scope.module)
        seen[finding.found] += 1
        found, expected = (text.strip().replace(MASK, "…") for text in (finding.found, finding.expected))
        scope.context.sink.add(finding.code, place, found=found, expected=expected)
