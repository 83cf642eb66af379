"""Putting a folder in the place of another, at once where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

from chevalet.write.disk import remove_folder

_AT_FDCWD = -100
_EXCHANGE = 2


def next_of(current: Path) -> Path:
    """Return where the next state of a folder is made; what stands there holds nothing of anybody's."""
    return current.with_name(f".{current.name}.next")


def previous_of(current: Path) -> Path:
    """Return where the old state stands once the new one took its place, until all saved in it is safe."""
    return current.with_name(f".{current.name}.previous")


def swap(current: Path) -> Path | None:
    """Put the next state of a folder in its place; return where the old one is now, None when there was none.

    Raises `OSError`, with everything as before, when the system refuses: on Windows, while a file in it is open.
    """
    following, previous = next_of(current), previous_of(current)
    if not current.exists():
        following.rename(current)
        return None
    following.rename(previous)
    if _exchange(previous, current):
        return previous
    previous.rename(following)
    current.rename(previous)
    try:
        following.rename(current)
    except OSError:
        previous.rename(current)
        raise
    return previous


def discard(old: Path, current: Path) -> None:
    """Remove an old state, under a name that tells the next build that there is nothing to look for in it."""
    leftover = next_of(current)
    with suppress(OSError):
        old.rename(leftover)
        remove_folder(leftover)


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
