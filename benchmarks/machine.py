"""What a figure depends on besides the program: day, machine, Python."""

from __future__ import annotations

import os
import platform
import time


def describe_run(runs: int) -> str:
    """Return a line to stand above a table of medians."""
    system = f"{platform.system()} {platform.machine()}, {_processors()} processors, Python {platform.python_version()}"
    return f"{time.strftime('%Y-%m-%d')}, {system}, median of {runs}"


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
