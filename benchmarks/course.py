"""The real course as a trainer meets it: four workshops' decks from nothing, again with nothing to do, `--help`.

`uv run benchmarks/course.py --runs 7`
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from machine import describe_run
from processes import Cost, last_line, time_command
from tools import ONE_DECK, REPOSITORY

LIMIT = 60
# What a command may read before it knows that there is something to do, and what it reads then.
IMPORTS = ("chevalet.cli", "click", "yaml", "markdown_it", "chevalet.pipeline")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing measured: `prepare` sets the scene before each run, uncounted; `most` is the target, in seconds."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], None]
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the course's sources, so that no output or cache of the repository is touched."""

    folder: Path

    def make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("course", "modules", "themes"):
            shutil.copytree(REPOSITORY / name, self.folder / name)

    def clear(self) -> None:
        """Forget every earlier build: its outputs and its cache."""
        for name in ("dist", ".cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit_module(self) -> None:
        """Change one module, as a trainer would."""
        module = min((self.folder / "modules").rglob("*.md"))
        module.write_text(module.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")


def list_cases(copy: Copy) -> list[Case]:
    """Return what is measured, in an order where each case leaves what the next one needs."""
    python, build = (sys.executable,), (sys.executable, str(REPOSITORY / "build.py"))
    at_root = ("--root", str(copy.folder), *ONE_DECK, "--quiet")
    line = f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); import "
    imports = [Case(f"import {name}", (*python, "-c", line + name), _nothing) for name in IMPORTS]
    return [
        Case("four workshops, from nothing", (*build, "build", *at_root), copy.clear, 0.6),
        Case("the same, one module edited", (*build, "build", *at_root), copy.edit_module),
        Case("the same, nothing to do", (*build, "build", *at_root), _nothing, 0.15),
        Case("`check`, from nothing", (*build, "check", *at_root), copy.clear),
        Case("`--help`", (*build, "--help"), _nothing, 0.1),
        Case("Python alone", (*python, "-c", ""), _nothing),
        *imports,
    ]


def _nothing() -> None:
    pass


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="runs of each (default: %(default)s)")
    parser.add_argument("--work", type=Path, default=REPOSITORY / ".cache" / "benchmarks", help="folder for all files")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    copy = Copy(asked.work.resolve() / "course")
    copy.make()
    print(f"{describe_run(asked.runs)}\n")
    print("| | seconds | MiB | wanted | |\n|---|---|---|---|---|")
    for case in list_cases(copy):
        print(_row(case, _run(case, asked.runs, asked.work / "log.txt")))


def _run(case: Case, runs: int, log: Path) -> list[Cost]:
    """Run a case once uncounted, then `runs` times."""
    costs = []
    for _ in range(runs + 1):
        case.prepare()
        costs.append(time_command(case.command, LIMIT, log))
    if costs[-1].code:
        print(f"{case.name} ended with code {costs[-1].code}: {last_line(log)}", file=sys.stderr)
    return costs[1:]


def _row(case: Case, costs: Sequence[Cost]) -> str:
    seconds = statistics.median(cost.seconds for cost in costs)
    peak = statistics.median(cost.peak for cost in costs)
    wanted, verdict = "", ""
    if case.most is not None:
        wanted, verdict = f"≤ {case.most:g} s", "met" if seconds <= case.most else "**missed**"
    return f"| {case.name} | {seconds:.3f} | {peak:.0f} | {wanted} | {verdict} |"


if __name__ == "__main__":
    main()
