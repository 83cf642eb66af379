"""Diagnostics as plain records, for what keeps or prints them as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chevalet.diagnostics.codes import Severity
from chevalet.diagnostics.diagnostic import Diagnostic
from chevalet.span import Span


def to_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as a record; its keys are stable."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "arguments": dict(diagnostic.arguments),
    }


def from_record(record: Mapping[str, Any]) -> Diagnostic:
    """Return the diagnostic of a record; `KeyError` or `ValueError` when it is not one."""
    span = Span(*(record[name] for name in ("path", "line", "column", "end_line", "end_column")))
    arguments = tuple(sorted(record["arguments"].items()))
    return Diagnostic(record["code"], Severity(record["severity"]), span, arguments)
