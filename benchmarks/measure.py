"""Runs one command to its end and prints, as JSON, what it cost: `python -I measure.py SECONDS LOG COMMAND…`.

A process of its own, because a child's peak memory counts the pages of whoever started it until it became itself:
this one is small, whatever the benchmark holds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time

MEBIBYTE = 1024 * 1024


def main() -> None:
    limit, log, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    to_log = [(os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), (os.POSIX_SPAWN_DUP2, 1, 2)]
    begin = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=to_log, setpgroup=0)
    expired = _kill_after(limit, child)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    signal.alarm(0)
    cost = {
        "seconds": seconds,
        "processor": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MEBIBYTE,
        "code": os.waitstatus_to_exitcode(status),
        "expired": bool(expired),
    }
    print(json.dumps(cost))


def _kill_after(limit: int, child: int) -> list[int]:
    """Kill the child and all it started once `limit` seconds have passed; the list is then no longer empty."""
    expired: list[int] = []

    def kill(number: int, _frame: object) -> None:
        expired.append(number)
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, kill)
    signal.alarm(limit)
    return expired


if __name__ == "__main__":
    main()
