"""What one whole process costs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MEASURE = str(Path(__file__).with_name("measure.py"))


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
    done = subprocess.run([*measure, *command], check=True, stdout=subprocess.PIPE)
    return Cost(**json.loads(done.stdout))


def last_line(log: Path) -> str:
    """Return the last line that a command printed: mostly why it failed."""
    return (log.read_text(errors="replace").strip().splitlines() or ["no message"])[-1]
