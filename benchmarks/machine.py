"""What a figure depends on besides the program: day, machine, Python, and who else was at work."""

from __future__ import annotations

import os
import platform
import time


def describe_run(runs: int) -> str:
    """Return a line to stand above a table of medians."""
    system = f"{platform.system()} {platform.machine()}, {_processors()} processors, Python {platform.python_version()}"
    return f"{time.strftime('%Y-%m-%d')}, {system}, {_load()}median of {runs}"


def _load() -> str:
    """Return the mean number of processes that ran or waited in the last minute, this run's own among them."""
    return f"load {os.getloadavg()[0]:.1f}, " if hasattr(os, "getloadavg") else ""


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
