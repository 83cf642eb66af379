"""How a costly function is applied to many values: here, or in several processes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """Applies a function to values and gives what it returns, in their order: `map`, or one that does it elsewhere.

    The function may run in another process: what it changes is lost, what it returns must be what pickle knows.
    """

    def __call__(self, function: Callable[[T], R], values: Sequence[T], /) -> Iterable[R]: ...
