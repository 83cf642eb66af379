"""An order to the pipeline: the files as a tree, worker processes when they are asked for, no garbage collector."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chevalet.cache.files import Files
from chevalet.cache.store import Store
from chevalet.cli.later import later
from chevalet.cli.request import Request
from chevalet.load import DiskTree, MemoryTree, Tree
from chevalet.model.spread import Spread
from chevalet.pipeline import Order
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness

# Reading what makes processes where none can be forked takes longer than making a small deck.
_open_workers = later("chevalet.cli.workers:open_workers")
_forks = later("chevalet.cli.forks:Forks")
MOST_PROCESSES = 4


@contextmanager
def open_order(request: Request, files: Files, compiler: str) -> Iterator[Order]:
    """Give the order of a request, and what it needs until it is done."""
    # A build allocates many small values that live until its end and hold no cycle: looking for garbage among them
    # takes a tenth of its time and finds none.
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        with _open_spreads(request.jobs or usual_number()) as (spread, spread_slides):
            yield _make_order(request, files, compiler, spread, spread_slides)
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


@contextmanager
def _open_spreads(jobs: int) -> Iterator[tuple[Spread, Spread]]:
    """Give what spreads whole files over so many processes, and what spreads the slides of one.

    Slides take less time to make than to send what they are made of: only a fork, which has it, is worth while.
    """
    if can_fork():
        forks = _forks(jobs)
        yield forks, forks
    elif jobs > 1:
        with _open_workers(jobs) as spread:
            yield spread, map
    else:
        yield map, map


def can_fork() -> bool:
    """Return whether a fork of this process is safe: macOS's own libraries are not made for it, threads never are."""
    return sys.platform == "linux" and threading.active_count() == 1


def usual_number() -> int:
    """Return how many processes a build takes when nobody says: more than a few have nothing left to share."""
    return min(os.cpu_count() or 1, MOST_PROCESSES) if can_fork() else 1


def open_tree(root: str, files: Files) -> Tree:
    """Return a tree of the files that were read; load asks the disk itself about those that could not be."""
    disk = DiskTree(Path(root))
    return MemoryTree({path: disk.read_bytes(path) if read is None else read for path, read in files.items()}, disk)


def _make_order(request: Request, files: Files, compiler: str, spread: Spread, spread_slides: Spread) -> Order:
    # A file that could not be read may be whole the next time, under the same hash: nothing is kept of such a build.
    store = None if None in files.values() else Store(Path(request.root) / ".cache")
    return Order(
        tree=open_tree(request.root, files),
        files=files,
        options=compiler,
        selection=Selection(*request.names),
        strictness=Strictness(request.is_strict, request.denied),
        store=store,
        private=DiskTree(Path(request.root)) if request.is_private else None,
        regions=request.regions_name,
        spread=spread,
        spread_slides=spread_slides,
    )
