"""Forked processes give what a plain `map` would, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from chevalet.cli.order import can_fork
from tests.tools import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")

# In a process of its own: a fork is for one thread, and pytest's workers have several.
PROGRAM = """
import os, sys
sys.path.insert(0, {root!r})
from types import MappingProxyType
from chevalet.cli.forks import Forks, WorkerError
forks, here = Forks(int(sys.argv[1])), os.getpid()

def double(value):
    return value * 2, os.getpid() != here

def fail(value):
    if value == 3:
        raise KeyError("three")
    return value

def die(value):
    if os.getpid() != here:
        os._exit(7)
    return value

def fail_here(value):
    if os.getpid() == here:
        raise ValueError("here")
    import time
    time.sleep(60)
"""


def run(number: int, body: str) -> str:
    """What a program prints that spreads over so many processes; it must leave no child."""
    left = "\ntry:\n    print('left', os.waitpid(-1, os.WNOHANG))\nexcept ChildProcessError:\n    print('none left')\n"
    program = PROGRAM.format(root=str(ROOT)) + body + left
    done = subprocess.run(
        [sys.executable, "-c", program, str(number)], capture_output=True, text=True, check=False, timeout=30
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("number", [1, 2, 3, 8])
@pytest.mark.parametrize("values", [0, 1, 2, 7])
def test_results_come_in_the_order_of_the_values(number: int, values: int) -> None:
    printed = run(number, f"print([value for value, _ in forks(double, range({values}))])")
    assert printed == f"{[value * 2 for value in range(values)]}\nnone left\n"


def test_every_process_has_its_share() -> None:
    printed = run(2, "print([elsewhere for _, elsewhere in forks(double, range(5))])")
    assert printed == "[False, False, True, True, True]\nnone left\n"


def test_what_a_worker_raises_is_raised_with_its_place() -> None:
    body = "try:\n    forks(fail, range(4))\nexcept KeyError as e:\n    print(e, 'in fail' in e.__notes__[0])"
    assert run(2, body) == "'three' True\nnone left\n"


def test_a_worker_that_dies_is_told() -> None:
    body = "try:\n    forks(die, range(4))\nexcept WorkerError as error:\n    print(error)"
    assert run(2, body) == "a worker process ended before its work\nnone left\n"


def test_a_failure_here_ends_the_others_at_once() -> None:
    body = "try:\n    forks(fail_here, range(4))\nexcept ValueError as error:\n    print(error)"
    assert run(3, body) == "here\nnone left\n"


def test_read_only_mappings_travel() -> None:
    body = "print(forks(lambda value: MappingProxyType({{value: 1}}), range(2)))".replace("{{", "{").replace("}}", "}")
    assert run(2, body) == "[mappingproxy({0: 1}), mappingproxy({1: 1})]\nnone left\n"


def test_where_no_process_can_be_made_all_is_done_here() -> None:
    refuse = "def refuse():\n    raise BlockingIOError\nos.fork = refuse\n"
    body = f"{refuse}print([each for each, _ in forks(double, range(5))])"
    assert run(3, body) == "[0, 2, 4, 6, 8]\nnone left\n"


def test_a_process_with_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not can_fork()


def test_an_interrupted_build_leaves_no_process(course) -> None:
    small = course()
    slides = [f"## Idée {number} {{#i{number}}}\n\n{'Un mot. ' * 90}\n" for number in range(600)]
    small.write("modules/1-essai/a.md", "---\ntitle: Idées\nminutes: 30\n---\n\n" + "\n".join(slides))
    command = small.command("--jobs", "2")
    process = subprocess.Popen(command, cwd=small.root, start_new_session=True, stdout=subprocess.PIPE)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not children.read_text():
        pass
    os.kill(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 130, said
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
