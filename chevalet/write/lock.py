"""One build at a time writes to an output folder; the system takes the lock back from a build that was killed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

NAME = ".chevalet.lock"
ATTEMPTS = 200
PAUSE = 0.05


@contextmanager
def hold_lock(folder: Path, attempts: int = ATTEMPTS) -> Iterator[bool]:
    """Hold the folder's lock, waiting some ten seconds for it; False when another build still has it then."""
    with (folder / NAME).open("a+b") as file:
        yield any(_try_lock(file, attempt) for attempt in range(attempts))


def _try_lock(file: BinaryIO, attempt: int) -> bool:
    if attempt:
        time.sleep(PAUSE)
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A shared disk without locks: the build goes on, the rename at its end is still whole.
        return True
    return True


# The lock belongs to the open file: closing it, or the end of the process, gives it back.
if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
