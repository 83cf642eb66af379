"""The signals that ask a build to end: it puts its things in order, then ends with the code that shells expect."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
# What shells add to the number of a signal.
_BASE = 128
_told: list[int] = []


class Stopped(BaseException):
    """A signal asked to end; `code` is the exit code."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = _BASE + number


def obey_signals() -> None:
    """Have the signals that are not ignored, as `nohup` has one of them, end the build."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def ignore_signals() -> None:
    """Let no signal disturb what is ending, or a worker that another process ends."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def hold_signals() -> Iterator[None]:
    """Have signals wait; a process begun meanwhile never gets them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(number: int, _frame: FrameType | None) -> None:
    """Stop at the first signal; the second finds us stopping, the third is from somebody who waits no more."""
    _told.append(number)
    if len(_told) == 1:
        raise Stopped(number)
    if len(_told) > 2:
        os._exit(_BASE + number)
