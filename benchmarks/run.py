"""Chevalet and its peers on the same decks: `uv run --with pypandoc_binary benchmarks/run.py`.

Whole processes, one at a time and each in turn; the median of each. README.md says what this does not show.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from content import compose
from machine import describe_run
from processes import Cost, last_line, time_command
from readback import Contents, expect, find_losses, read_deck
from results import Results, render_results
from sources import write_sources
from tools import REPOSITORY, Tool, find_tools

WARM_UP = 20


@dataclass(slots=True)
class Bench:
    """Runs tools on decks and keeps what each run cost, by tool and size; `dropped` says why a tool is out."""

    work: Path
    limit: int
    costs: dict[tuple[str, int], list[Cost]] = field(default_factory=lambda: defaultdict(list))
    dropped: dict[str, str] = field(default_factory=dict)

    def run(self, tools: Sequence[Tool], size: int, runs: int) -> None:
        """Build a deck of `size` slides `runs` times with each tool, the order turning from one time to the next."""
        wanted = self._prepare(size)
        for turn in range(runs):
            start = turn % len(tools)
            for tool in (*tools[start:], *tools[:start]):
                if self._goes_on(tool, size):
                    self._build(tool, size, wanted)

    def _prepare(self, size: int) -> Contents:
        folder = self.work / f"deck-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        slides = compose(size)
        write_sources(slides, folder, REPOSITORY)
        return expect(slides)

    def _goes_on(self, tool: Tool, size: int) -> bool:
        """Tell whether a tool is to be asked again: not when it failed, nor when it ran out of time here."""
        return tool.name not in self.dropped and not any(cost.expired for cost in self.costs[tool.name, size])

    def _build(self, tool: Tool, size: int, wanted: Contents) -> None:
        cost = self._time(tool, size)
        show(f"{size:>5} slides  {tool.name:<12} {cost.seconds:8.2f} s {cost.peak:6.0f} MiB")
        if fault := "" if cost.expired else self._fault(cost, wanted):
            self.dropped[tool.name] = f"at {size} slides {fault}"
        else:
            self.costs[tool.name, size].append(cost)

    def _time(self, tool: Tool, size: int) -> Cost:
        for folder in (self._out(), self.work / f"deck-{size}" / "project" / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)
        self._out().mkdir(parents=True)
        command = tool.command(self.work / f"deck-{size}", self._out())
        return time_command(command, self.limit, self._log())

    def _fault(self, cost: Cost, wanted: Contents) -> str:
        """Return what is wrong with the deck just built: it failed, or lacks a part of what it was given."""
        decks = list(self._out().rglob("*.pptx"))
        if cost.code or len(decks) != 1:
            return f"it ended with code {cost.code} and {len(decks)} decks: {last_line(self._log())}"
        losses = find_losses(wanted, read_deck(decks[0]))
        return f"its deck lacks {', '.join(losses)}" if losses else ""

    def _out(self) -> Path:
        return self.work / "out"

    def _log(self) -> Path:
        return self.work / "log.txt"


def main() -> None:
    asked = _read_arguments()
    asked.work.mkdir(parents=True, exist_ok=True)
    tools = [tool for tool in find_tools(asked.work.resolve()) if tool.name in asked.only or not asked.only]
    bench = Bench(
        asked.work.resolve(), asked.limit, dropped={tool.name: tool.absence for tool in tools if tool.absence}
    )
    bench.run(tools, WARM_UP, 1)
    for size in asked.sizes:
        bench.run(tools, size, asked.runs)
    print(f"{describe_run(asked.runs)}\n")
    print(render_results(Results(asked.sizes, asked.limit, tuple(tools), bench.costs, bench.dropped)), end="")


def show(line: str) -> None:
    """Tell how far the run is, apart from its results."""
    print(line, file=sys.stderr, flush=True)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=_sizes, default="200,1000,5000", metavar="N,…", help="slides of the decks")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="builds a size (default: %(default)s)")
    parser.add_argument("--limit", type=int, default=60, metavar="S", help="seconds a build may take (default: 60)")
    parser.add_argument("--only", type=_names, default=(), metavar="TOOL,…", help="measure these tools and no other")
    parser.add_argument("--work", type=Path, default=REPOSITORY / ".cache" / "benchmarks", help="folder for all files")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(size) for size in text.split(",")))


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


if __name__ == "__main__":
    main()
