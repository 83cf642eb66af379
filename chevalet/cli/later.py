"""Functions whose module is read when they are called, not before: `--help` and an idle build owe their speed to it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(place: str) -> Callable[..., Any]:
    """Return the function at `module:name`, not yet read."""
    module, _, name = place.partition(":")

    def call(*arguments: object, **options: object) -> Any:
        return getattr(import_module(module), name)(*arguments, **options)

    return call
