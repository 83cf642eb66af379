"""Worker processes: bytes in, bytes out, over any executor of `concurrent.futures`."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from chevalet.cli import mappings  # noqa: F401 — teaches pickle by being read
from chevalet.cli.signals import hold_signals, ignore_signals

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def open_workers(number: int) -> Iterator[Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]]:
    """Give what applies a function to many values, in that many processes; none of them outlives us."""
    executor = ProcessPoolExecutor(number, initializer=_begin)
    try:
        yield partial(spread, executor)
    except BaseException:
        # What they are making is wanted no more.
        for process in active_children():
            process.kill()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def spread(executor: Executor, function: Callable[[T], R], values: Sequence[T]) -> Iterable[R]:
    """Apply a function to values, in order; what it holds is packed once, here, where a failure can be seen."""
    packed = pickle.dumps(function)
    with hold_signals():
        return executor.map(partial(_apply, packed), values)


def _begin() -> None:
    """Make ready a worker: it leaves signals to the process that began it, and ends with it."""
    gc.disable()
    ignore_signals()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _apply(packed: bytes, value: object) -> Any:
    return pickle.loads(packed)(value)
