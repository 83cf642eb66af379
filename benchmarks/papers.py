"""What each kind of output of the real course costs, one file after the other: `uv run benchmarks/papers.py`."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from machine import describe_run
from tools import REPOSITORY


class Costs:
    """Milliseconds of each file made, by what it is."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self._begin = time.perf_counter()

    def note(self, name: str) -> None:
        """Count the time since the last note as that of `name`."""
        now = time.perf_counter()
        self.times[name].append((now - self._begin) * 1000)
        self._begin = now


def measure() -> Costs:
    """Make every file of the trainer's folder; what several share is counted for itself, before the first of them."""
    load, parse = import_module("chevalet.load"), import_module("chevalet.parse").parse
    targets, workbench = import_module("chevalet.plan.targets"), import_module("chevalet.workbench")
    costs = Costs()
    project, _ = load.load(load.DiskTree(Path(REPOSITORY)))
    parsed = {each.path: parse(each) for each in (*project.modules.values(), *project.texts.values())}
    costs.note("load and parse")
    benches: dict[object, object] = {}
    shelf: list[object] = []
    for task in targets.make_plan(project, targets.Selection())[0]:
        bench = benches.get(task.target)
        if bench is None:
            bench = workbench.Workbench(project, parsed, map, task.target, shelf, has_papers=True)
            benches[task.target] = bench
            assert bench.workshop
            costs.note("resolve")
            assert bench.deck
            costs.note("layout")
        made = bench.make(task)
        assert made.content, (task.name, made.diagnostics)
        costs.note(f"{task.kind} {task.format}")
    return costs


def main() -> None:
    sys.path.insert(0, str(REPOSITORY))
    times = measure().times
    print(f"{describe_run(1)}\n")
    print("| output | files | ms in all | ms for the first | ms for one more |\n|---|---|---|---|---|")
    for name, found in times.items():
        more = sum(found[1:]) / (len(found) - 1) if len(found) > 1 else 0
        print(f"| {name} | {len(found)} | {sum(found):.0f} | {found[0]:.0f} | {more:.0f} |")
    print(f"| all | | {sum(map(sum, times.values())):.0f} | | |")


if __name__ == "__main__":
    main()
