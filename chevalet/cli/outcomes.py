"""What became of each file: a line each, a closing table, a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.cli.console import Console
from chevalet.cli.request import Request
from chevalet.cli.show import is_aside
from chevalet.locale import Catalogue
from chevalet.model.artifact import Artifact
from chevalet.write import Outcome, Status

_COLORS = {Status.WRITTEN: "green", Status.STALE: "yellow", Status.MISSING: "red"}


def show_outcomes(request: Request, console: Console, outcomes: Sequence[Outcome]) -> None:
    """Show what became of each file: a line each and, on a terminal, a table."""
    if request.quiet:
        return
    for outcome in outcomes:
        status = request.catalogue.text(f"status.{outcome.status.value}")
        line = f"{status:<10} {request.out_name}/{outcome.path}"
        console.say(line, to_error=is_aside(request), color=_COLORS.get(outcome.status, ""))
    if console.is_terminal and not is_aside(request):
        for line in table_of(request.catalogue, outcomes):
            console.say(line)


def sum_up(catalogue: Catalogue, outcomes: Sequence[Outcome]) -> str:
    """Return in a sentence how many files were written, left, kept, or could not be made."""
    statuses = [outcome.status for outcome in outcomes]
    counts = {status: statuses.count(status) for status in Status}
    said = [catalogue.count(f"sum.{status.value}", number) for status, number in counts.items() if number]
    return ", ".join(said) or catalogue.text("sum.none")


def table_of(catalogue: Catalogue, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the closing table: slides, minutes and kilobytes of each file made."""
    titles = [catalogue.text(f"table.{name}") for name in ("file", "slides", "minutes", "size")]
    made = [(outcome, outcome.result) for outcome in outcomes if isinstance(outcome.result, Artifact)]
    rows = [
        [outcome.path, str(result.slides), str(result.minutes), str(-(-len(result.content) // 1024))]
        for outcome, result in made
    ]
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    for row in [titles, ["─" * width for width in widths], *rows] if rows else []:
        first, *others = zip(row, widths, strict=True)
        yield "  ".join([f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in others)])
