"""Putting a folder in the place of another, at once where the system can."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def next_of(current: Path) -> Path:
    """Return where the next state of a folder is made; after an exchange the old one stands there."""
    return current.with_name(f".{current.name}.next")


def previous_of(current: Path) -> Path:
    """Return where the old state stands while the new one takes its place."""
    return current.with_name(f".{current.name}.previous")


def recover(current: Path) -> None:
    """Put back what a killed build left beside: nothing of it is lost, nothing of it stays."""
    previous = previous_of(current)
    if previous.exists() and not current.exists():
        previous.rename(current)
    for leftover in (previous, next_of(current)):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(current: Path) -> Path | None:
    """Put the next state of a folder in its place; return where the old one is now, None when there was none.

    Raises `OSError`, with everything as before, when the system refuses: on Windows, while a file in it is open.
    """
    following = next_of(current)
    if not current.exists():
        following.rename(current)
        return None
    if _exchange(following, current):
        return following
    previous = previous_of(current)
    current.rename(previous)
    try:
        following.rename(current)
    except OSError:
        previous.rename(current)
        raise
    return previous


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
    return False
