"""Finding where characters of a block stand in its file: text carries no place of its own."""

from __future__ import annotations

from chevalet.model.project import Written
from chevalet.span import Span


def locate(found: str, nth: int, span: Span, module: Written) -> Span:
    """Return the place of the `nth` (from 0) `found` inside `span`, or `span` when it is not written there as it is."""
    if span.path != module.path or span.line < module.body_line or not found:
        return span
    lines = module.body.split("\n")
    first, last = span.line - module.body_line, span.end_line - module.body_line
    for index in range(first, min(last + 1, len(lines))):
        column = lines[index].find(found, span.column - 1 if index == first else 0)
        while column >= 0:
            if nth == 0:
                line = index + module.body_line
                return Span(span.path, line, column + 1, line, column + 1 + len(found))
            nth -= 1
            column = lines[index].find(found, column + len(found))
    return span
