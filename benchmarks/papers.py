"""What each kind of output of the real course costs: `uv run benchmarks/papers.py`, every file made once, one after the other."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from machine import describe_run
from tools import REPOSITORY


def main() -> None:
    sys.path.insert(0, str(REPOSITORY))
    from chevalet import printing
    from chevalet.load import DiskTree, load
    from chevalet.parse import parse
    from chevalet.plan.targets import Selection, make_plan
    from chevalet.workbench import Workbench

    begin = time.perf_counter()
    project, _ = load(DiskTree(Path(REPOSITORY)))
    assert project and printing
    written = [*project.modules.values(), *project.texts.values()]
    parsed = {each.path: parse(each) for each in written}
    costs: dict[str, list[float]] = defaultdict(list)
    costs["load and parse"].append(time.perf_counter() - begin)
    shelf: list[object] = []
    benches: dict[object, Workbench] = {}
    for task in make_plan(project, Selection())[0]:
        if task.target not in benches:
            benches[task.target] = Workbench(project, parsed, map, task.target, shelf, has_papers=True)
            begin = time.perf_counter()
            assert benches[task.target].workshop
            costs["resolve"].append(time.perf_counter() - begin)
            begin = time.perf_counter()
            assert benches[task.target].deck
            costs["layout"].append(time.perf_counter() - begin)
        begin = time.perf_counter()
        made = benches[task.target].make(task)
        assert made.content, (task.name, made.diagnostics)
        costs[f"{task.kind} {task.format}"].append(time.perf_counter() - begin)
    print(
        f"{describe_run(1)}\n\n| output | files | ms in all | ms for the first | ms for one more |\n|---|---|---|---|---|"
    )
    for name, times in costs.items():
        rest = sum(times[1:]) / (len(times) - 1) if len(times) > 1 else 0
        print(f"| {name} | {len(times)} | {sum(times) * 1000:.0f} | {times[0] * 1000:.0f} | {rest * 1000:.0f} |")
    print(f"| all | | {sum(map(sum, costs.values())) * 1000:.0f} | | |")


if __name__ == "__main__":
    main()
