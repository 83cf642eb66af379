"""What diagnostics decide: how severe each is under the options given, whether an output may be written."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Severity
from chevalet.model.artifact import Artifact, Failure, Made, Result
from chevalet.plan.sources import Sources
from chevalet.plan.targets import Task

_SEVERITIES = tuple(Severity)


class Strictness(Struct, frozen=True):
    """Which diagnostics count as errors beside the errors: all warnings, the codes denied."""

    is_strict: bool = False
    denied: frozenset[str] = frozenset()

    def weigh(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a diagnostic at the severity it has here."""
        raised = diagnostic.code in self.denied or (self.is_strict and diagnostic.severity is Severity.WARNING)
        return replace(diagnostic, severity=Severity.ERROR) if raised else diagnostic


def judge(task: Task, made: Made, sources: Sources, loaded: Iterable[Diagnostic], strictness: Strictness) -> Result:
    """Return the file to write, or a failure when an error of its own, or one that `loaded` tells of it, forbids it."""
    own = (*filter(sources.are_touched_by, loaded), *made.diagnostics)
    diagnostics = settle(map(strictness.weigh, own))
    about = (task.name, task.kind, task.format, task.target)
    if has_errors(diagnostics) or not made.content:
        return Failure(*about, diagnostics)
    hashes = (made.content_sha256, made.text_sha256)
    return Artifact(*about, made.content, *hashes, made.slides, made.minutes, sources.paths, diagnostics)


def settle(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics said once each, in the order of their places; what is told twice weighs the most it does."""
    kept: dict[tuple[object, ...], Diagnostic] = {}
    for each in diagnostics:
        first = kept.setdefault((each.code, each.span, each.arguments), each)
        if _SEVERITIES.index(each.severity) < _SEVERITIES.index(first.severity):
            kept[each.code, each.span, each.arguments] = each
    return tuple(sorted(kept.values(), key=_rank))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _rank(diagnostic: Diagnostic) -> tuple[object, ...]:
    span = diagnostic.span
    return span.path, span.line, span.column, span.end_line, span.end_column, diagnostic.code, diagnostic.arguments
