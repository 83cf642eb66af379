"""An order to the pipeline: the files as a tree, worker processes when they are asked for, no garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from chevalet.cache.files import Files
from chevalet.cache.store import Store
from chevalet.cli.later import later
from chevalet.cli.request import Request
from chevalet.load import DiskTree, MemoryTree, Tree
from chevalet.pipeline import Order, Spread
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness

# Reading what makes processes takes longer than making a small deck.
_open_workers = later("chevalet.cli.workers:open_workers")


@contextmanager
def open_order(request: Request, files: Files, compiler: str) -> Iterator[Order]:
    """Give the order of a request, and what it needs until it is done."""
    # A build allocates many small values that live until its end and hold no cycle: looking for garbage among them
    # takes a tenth of its time and finds none.
    gc.disable()
    gc.freeze()
    try:
        with _open_workers(request.jobs) if request.jobs > 1 else nullcontext(map) as spread:
            yield _make_order(request, files, compiler, spread)
    finally:
        gc.unfreeze()
        gc.enable()


def open_tree(root: str, files: Files) -> Tree:
    """Return a tree of the files that were read; load asks the disk itself about those that could not be."""
    disk = DiskTree(Path(root))
    return MemoryTree({path: disk.read_bytes(path) if read is None else read for path, read in files.items()})


def _make_order(request: Request, files: Files, compiler: str, spread: Spread) -> Order:
    # A file that could not be read may be whole the next time, under the same hash: nothing is kept of such a build.
    store = None if None in files.values() else Store(Path(request.root) / ".cache")
    return Order(
        tree=open_tree(request.root, files),
        files=files,
        options=compiler,
        selection=Selection(*request.names),
        strictness=Strictness(request.is_strict, request.denied),
        store=store,
        spread=spread,
    )
