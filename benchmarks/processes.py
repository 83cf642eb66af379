"""What one whole process costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MEASURE = str(Path(__file__).with_name("measure.py"))
# Where it is set, every process compiles every module again: three times our own start, and not what people have.
_UNUSUAL = "PYTHONDONTWRITEBYTECODE"


def usual_environment() -> dict[str, str]:
    """Return this process's environment, but for what would keep Python from reading compiled modules."""
    return {name: value for name, value in os.environ.items() if name != _UNUSUAL}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of processor, peak resident memory in MiB, exit code; `expired` when time ran out."""

    seconds: float
    processor: float
    peak: float
    code: int
    expired: bool


def time_command(command: Sequence[str], limit: int, log: Path) -> Cost:
    """Run a command to its end, `limit` seconds at most, and keep what it printed in `log`."""
    measure = [sys.executable, "-I", "-S", _MEASURE, str(limit), str(log)]
    done = subprocess.run([*measure, *command], check=True, stdout=subprocess.PIPE, env=usual_environment())
    return Cost(**json.loads(done.stdout))


def last_line(log: Path) -> str:
    """Return the last line that a command printed: mostly why it failed."""
    return (log.read_text(errors="replace").strip().splitlines() or ["no message"])[-1]
