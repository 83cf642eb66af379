"""Worker processes: bytes in, bytes out, over any executor of `concurrent.futures`."""

from __future__ import annotations

import copyreg
import gc
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def open_workers(number: int) -> Iterator[Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]]:
    """Give what applies a function to many values, in that many processes."""
    with ProcessPoolExecutor(number, initializer=gc.disable) as executor:
        yield partial(spread, executor)


def spread(executor: Executor, function: Callable[[T], R], values: Sequence[T]) -> Iterable[R]:
    """Apply a function to values, in order; what it holds is packed once, here, where a failure can be seen."""
    return executor.map(partial(_apply, pickle.dumps(function)), values)


def _apply(packed: bytes, value: object) -> Any:
    return pickle.loads(packed)(value)


# Read-only mappings are the one thing of the model that pickle does not know.
def _freeze(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (_freeze, (dict(mapping),)))
