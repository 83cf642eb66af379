"""Where our own time goes: each stage on a deck of N slides, in a fresh process; `--profile` shows what inside it.

`uv run benchmarks/stages.py 1000 --runs 5`, `uv run benchmarks/stages.py 1000 --profile resolve,layout`.
"""

from __future__ import annotations

import argparse
import cProfile
import multiprocessing
import pstats
import shutil
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from content import compose
from machine import describe_run
from sources import write_sources
from tools import ONE_DECK, REPOSITORY

ALL = "all"
# The stages and the module that calls each, in the order in which they are called.
STAGES = {
    "load": "chevalet.pipeline",
    "parse": "chevalet.pipeline",
    "resolve": "chevalet.workbench",
    "layout": "chevalet.workbench",
    "emit": "chevalet.workbench",
    "verify": "chevalet.workbench",
    "write": "chevalet.pipeline",
}
LINES = 40
WARM_UP = 20


@dataclass(slots=True)
class Clock:
    """Milliseconds by stage, in order; those named in `profiled` are profiled, and their times then mean little."""

    read: Callable[[], float]
    profiled: frozenset[str]
    times: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    profile: cProfile.Profile = field(default_factory=cProfile.Profile)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        watched = name in self.profiled or ALL in self.profiled
        begin = self.read()
        with self.profile if watched else nullcontext():
            yield
        self.times[name] += (self.read() - begin) * 1000

    def watch(self, module: ModuleType, name: str) -> None:
        """Count the time of every call that `module` makes to its function of that name."""
        function = getattr(module, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.stage(name):
                return function(*arguments, **named)

        setattr(module, name, timed)


def run_stages(root: Path, out: Path, clock: Clock) -> dict[str, float]:
    """Run the command on the project in `root`, its stages watched; what they do not account for is `rest`."""
    with clock.stage("import"):
        making = import_module("chevalet.cli.making")
        command = import_module("chevalet.cli")
    assert making
    for name, caller in STAGES.items():
        clock.watch(import_module(caller), name)
    begin = clock.read()
    # Alone: of what is done in another process nothing would be counted here.
    code = command.run(["build", "--root", str(root), "--out", str(out), *ONE_DECK, "--quiet", "--jobs", "1"])
    whole = (clock.read() - begin) * 1000
    if code:
        raise SystemExit(f"the build ended with code {code}")
    counted = sum(clock.times[name] for name in STAGES)
    return {**{name: clock.times[name] for name in ("import", *STAGES)}, "rest": whole - counted}


def run_afresh(size: int, asked: argparse.Namespace) -> dict[str, float]:
    """Write a deck's project and take it through the stages; with stages to profile, print where they spend time."""
    sys.dont_write_bytecode = False  # whatever the environment says: see `processes.py`
    folder = asked.work.resolve() / f"stages-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    write_sources(compose(size), folder, REPOSITORY)
    clock = Clock(time.process_time if asked.processor else time.perf_counter, asked.profile)
    times = run_stages(folder / "project", folder / "out", clock)
    if asked.profile:
        pstats.Stats(clock.profile).sort_stats("tottime").print_stats(LINES)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=(1_000, 5_000), metavar="N", help="slides of a deck")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="processes a size (default: %(default)s)")
    parser.add_argument("--profile", type=_names, default="", metavar="STAGE,…|all", help="profile these stages")
    parser.add_argument("--processor", action="store_true", help="count processor time: others at work disturb it less")
    parser.add_argument("--work", type=Path, default=REPOSITORY / ".cache" / "benchmarks", help="folder for all files")
    asked = parser.parse_args()
    runs = 1 if asked.profile else asked.runs
    _in_new_process(WARM_UP, argparse.Namespace(**{**vars(asked), "profile": frozenset()}))
    medians = [_medians([_in_new_process(size, asked) for _ in range(runs)]) for size in asked.sizes]
    print(f"{describe_run(runs)}\n")
    print(_table(asked.sizes, medians), end="")


def _names(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(",")))


def _in_new_process(size: int, asked: argparse.Namespace) -> dict[str, float]:
    """Run in a process that has imported and cached nothing of ours yet."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        return executor.submit(run_afresh, size, asked).result()


def _medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    medians = {stage: statistics.median(run[stage] for run in runs) for stage in runs[0]}
    return {**medians, "all": sum(medians.values())}


def _table(sizes: Sequence[int], medians: Sequence[Mapping[str, float]]) -> str:
    """Return a row a stage: milliseconds at each size, and how much each slide of the largest deck cost."""
    lines = [
        "| stage | " + " | ".join(f"ms at {size:,}" for size in sizes) + " | µs a slide |",
        "|---" * len(sizes) + "|---|---|",
    ]
    for stage, last in medians[-1].items():
        cells = [f"{times[stage]:.0f}" for times in medians]
        lines.append(f"| {stage} | {' | '.join(cells)} | {last * 1000 / sizes[-1]:.0f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))
    main()
