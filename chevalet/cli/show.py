"""What is shown of any build: its diagnostics, and the last line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from chevalet.cli.console import Console
from chevalet.cli.request import Request
from chevalet.diagnostics import Diagnostic, Severity
from chevalet.model.folder import INDEX
from chevalet.report import Page, report

# Read by programs: these forms have standard output for themselves.
_FOR_PROGRAMS = ("json", "github")


def show_diagnostics(request: Request, console: Console, diagnostics: Sequence[Diagnostic]) -> None:
    """Show what there is to say, in the form asked for."""
    page = Page(request.catalogue, cache(lambda path: read_lines(Path(request.root), path)), console.colors)
    console.write(report(diagnostics, request.form, page), to_error=request.form not in _FOR_PROGRAMS)


def show_count(request: Request, console: Console, sentence: str, diagnostics: Sequence[Diagnostic]) -> None:
    """Show the last line: what was done, and how much there is to mend."""
    if request.quiet:
        return
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = [
        request.catalogue.count(f"count.{severity.value}", counts[severity])
        for severity in Severity
        if counts[severity]
    ]
    console.say("; ".join((sentence, ", ".join(said))) if said else sentence, to_error=is_aside(request))


def show_index(request: Request, console: Console, paths: Iterable[str]) -> None:
    """Name the page to open: of a build's files, the first index that is there."""
    indexes = (path for path in paths if path.rpartition("/")[2] == INDEX and (Path(request.out) / path).is_file())
    for path in islice(indexes, 0 if request.quiet else 1):
        said = request.catalogue.text("open-index", path=f"{request.out_name}/{path}")
        console.say(said, to_error=is_aside(request))


def read_lines(root: Path, path: str) -> tuple[str, ...]:
    """Return the lines of a source as load saw them, none when it cannot be read."""
    try:
        text = (root / path).read_bytes().decode(errors="replace").lstrip("\ufeff") if path else ""
    except (OSError, ValueError):
        return ()
    return tuple(normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"))


def is_aside(request: Request) -> bool:
    """Say whether standard output is left to the diagnostics."""
    return request.form in _FOR_PROGRAMS
