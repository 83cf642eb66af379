"""A build or a check that has something to make: the pipeline, what it says, the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from chevalet.cache.digest import hash_compiler
from chevalet.cache.files import Files
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.memory import OF_THE_DISK, note_build, remember_build
from chevalet.cli.order import open_order
from chevalet.cli.outcomes import show_outcomes, sum_up
from chevalet.cli.request import Request, make_request
from chevalet.cli.show import show_count, show_diagnostics, show_index
from chevalet.cli.usage import refuse
from chevalet.diagnostics import Diagnostic, Severity
from chevalet.locale import Catalogue
from chevalet.model.artifact import Artifact
from chevalet.model.folder import INDEX, MANIFEST
from chevalet.pipeline import build, check
from chevalet.plan.targets import Unknown
from chevalet.write import Outcome

_HINDRANCES = ("another-build", "cannot-write")


def make_build(request: Request, console: Console, files: Files, compiler: str, key: str) -> int:
    """Build, show and remember; return the exit code."""
    with open_order(request, files, compiler) as order:
        checked, outcomes = build(order, Path(request.out), request.out_name, request.way_home)
    _refuse_unknown(request, checked.unknown)
    code = exit_code(checked.diagnostics)
    hashes = _hash_files(outcomes)
    # What the disk hindered is tried again.
    is_hindered = any(diagnostic.code in _HINDRANCES for diagnostic in checked.diagnostics)
    if order.store and not request.is_private and not is_hindered:
        said = [diagnostic for diagnostic in checked.diagnostics if diagnostic.code not in OF_THE_DISK]
        memory = note_build(Path(request.out), exit_code(said), said, hashes)
        if memory:
            remember_build(order.store, key, memory)
        order.store.prune()
    show_diagnostics(request, console, checked.diagnostics)
    show_outcomes(request, console, outcomes)
    show_count(request, console, sum_up(request.catalogue, outcomes), checked.diagnostics)
    show_index(request, console, hashes)
    return code


def run_check(catalogue: Catalogue, **options: object) -> int:
    """Do all but the writing, and show it; return the exit code."""
    request, console = make_request(catalogue, options), Console()
    with open_order(request, request.read_sources(), hash_compiler(request.fonts)) as order:
        checked = check(order)
    _refuse_unknown(request, checked.unknown)
    show_diagnostics(request, console, checked.diagnostics)
    show_count(request, console, catalogue.count("checked", len(checked.results)), checked.diagnostics)
    return exit_code(checked.diagnostics)


def _refuse_unknown(request: Request, unknown: Sequence[Unknown]) -> None:
    for each in unknown:
        raise refuse(request.catalogue, each.option, each.name, each.known)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """Return 1 for errors in a source, 3 when one has no source: verify found a fault of ours."""
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]
    if any(not diagnostic.span.path for diagnostic in errors):
        return exits.OUR_FAULT
    return exits.ERRORS if errors else exits.BUILT


def _hash_files(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Return the hashes of the outputs made, and none for what else a build leaves: manifests, indexes, what is stale.

    The folders are in the order of the plan, the one that is wanted most comes first.
    """
    folders = dict.fromkeys(outcome.path.rpartition("/")[0] for outcome in outcomes)
    beside = (f"{folder}/{name}" for folder in folders for name in (INDEX, MANIFEST))
    return dict.fromkeys([MANIFEST, *beside], "") | {outcome.path: _hash_output(outcome) for outcome in outcomes}


def _hash_output(outcome: Outcome) -> str:
    return sha256(outcome.result.content).hexdigest() if isinstance(outcome.result, Artifact) else ""
