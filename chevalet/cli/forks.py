"""Forked processes: they begin with all that this one knows, so that only what they make has to be sent."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn, TypeVar

from msgspec import Struct

from chevalet.cli import mappings  # noqa: F401 — teaches pickle by being read
from chevalet.cli.signals import hold_signals

T = TypeVar("T")
R = TypeVar("R")

assert sys.platform == "linux", "no other system forks safely"

# Of `prctl`, in <linux/prctl.h>.
_SET_PARENT_DEATH_SIGNAL = 1
# Per cent of a share: what it takes to pickle one, beside making it.
_HEAD_START = 10


class Forks(Struct, frozen=True):
    """Applies functions in `number` processes, this one among them: each takes a row of neighbouring values.

    Neighbours were made one after the other and lie side by side in memory: a page of it that only one process uses is
    copied once at most.
    """

    number: int

    def __call__(self, function: Callable[[T], R], values: Sequence[T]) -> Iterable[R]:
        """Return what `function` gives for each value; what it raises elsewhere is raised here."""
        number = min(self.number, len(values))
        if number < 2:
            return map(function, values)
        first, *others = _share(values, number)
        workers: list[_Worker] = []
        try:
            with hold_signals(), suppress(OSError):  # no room for one more process: its share is done here
                for share in others:
                    workers.append(_start(function, share))
            made = [list(map(function, first))]
            left = [list(map(function, share)) for share in others[len(workers) :]]
            made += [worker.results() for worker in workers]
        finally:
            with hold_signals():
                for worker in workers:
                    worker.end()
        return [result for share in (*made, *left) for result in share]


def _share(values: Sequence[T], number: int) -> Iterator[Sequence[T]]:
    """Yield the share of each process, the first one larger: the others have theirs to send when they have made it."""
    begin = 0
    for rank in range(1, number + 1):
        end = len(values) * (100 * rank + _HEAD_START) // (100 * number + _HEAD_START)
        yield values[begin:end]
        begin = end


class WorkerError(Exception):
    """A worker process that ended before it could say anything."""


class _Worker(Struct, frozen=True):
    """A process at work, and the end of the pipe by which its results come."""

    process: int
    pipe: BinaryIO

    def results(self) -> list[Any]:
        """Wait for its results, and raise what it raised."""
        sent = self.pipe.read()
        if not sent:
            raise WorkerError("a worker process ended before its work")
        results, error = pickle.loads(sent)
        if error:
            raise error
        return list(results)

    def end(self) -> None:
        """End it, whether or not it has done its work."""
        self.pipe.close()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _start(function: Callable[[T], R], values: Sequence[T]) -> _Worker:
    """Return a process at work on some values; it leaves signals to the one that started it."""
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if not process:
        os.close(reading)
        _end_with(parent)
        _work(function, values, writing)
    os.close(writing)
    return _Worker(process, os.fdopen(reading, "rb"))


def _end_with(parent: int) -> None:
    """Have the system end this process when its parent ends, even killed."""
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _work(function: Callable[[T], R], values: Sequence[T], writing: int) -> NoReturn:
    """Send what the function gives for the values, or what it raised, and end this process whatever happens."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_try(function, values))
    finally:
        os._exit(0)


def _try(function: Callable[[T], R], values: Sequence[T]) -> bytes:
    """Return results and exception, pickled: one of them is None."""
    try:
        return pickle.dumps(([function(value) for value in values], None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        error.add_note(f"In a worker process:\n{traceback.format_exc()}")
        return pickle.dumps((None, error))
