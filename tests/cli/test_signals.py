"""A build told to end: the code shells expect, one line, the last set whole, no process left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.tools import ROOT, SmallCourse, plain_environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")

# Every deck takes a minute to lay out, once it has said that it began.
SLOW = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
import chevalet.workbench as workbench

def never(*_):
    print("begun", flush=True)
    time.sleep(60)

workbench.layout = never
sys.argv[0] = "build.py"
from chevalet.cli import main
main()
"""
ON = SLOW.replace("workbench.layout = never", "").replace("main()", "print('on', flush=True)\nmain()")
# The signal comes while a module is being read.
STARTING = f"""
import os, runpy, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == {{module!r}}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
sys.path.insert(0, {str(ROOT)!r})
sys.argv[0] = {str(ROOT / "build.py")!r}
runpy.run_path(sys.argv[0], run_name="__main__")
"""
BEGUN: list[subprocess.Popen[str]] = []
SAID = "interrupted: what the last build left is still there\n"


@pytest.fixture(autouse=True)
def end_all() -> Iterator[None]:
    """Leave no process behind, though a test fail."""
    BEGUN.clear()
    yield
    for process in BEGUN:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def begin(small: SmallCourse, program: str, *arguments: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", program, "--format", "pptx", *arguments],
        cwd=small.root,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    BEGUN.append(process)
    return process


def is_alive(group: int) -> bool:
    """Say whether a process of a group still runs; one that ended and that nobody asks after does not."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return any(line.split()[0] == str(group) and line.split()[1][0] != "Z" for line in listed.splitlines())


def wait_for_end(group: int) -> None:
    until = time.monotonic() + 10
    while is_alive(group):
        assert time.monotonic() < until, "a process is left"
        time.sleep(0.05)


def read_dist(small: SmallCourse) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((small.root / "dist").rglob("*")) if path.is_file()}


@pytest.fixture
def built(course) -> SmallCourse:
    """A course that was built, then changed, so that there is something to make, by more than one process."""
    small = course()
    other = "  - id: 2-autre\n    title: Un autre\n    modules:\n      - a\n"
    small.write("course/course.yaml", small.read("course/course.yaml") + other)
    assert small.run("--edition", "all", "--format", "pptx").returncode == 0
    small.write("modules/1-essai/a.md", small.read("modules/1-essai/a.md").replace("Un autre point", "Un point neuf"))
    return small


@pytest.mark.parametrize("jobs", ["1", "2", "4"])
@pytest.mark.parametrize(
    ("number", "to_group", "times"),
    [
        (signal.SIGINT, True, 1),
        (signal.SIGINT, False, 1),
        (signal.SIGINT, True, 2),
        (signal.SIGINT, True, 5),
        (signal.SIGTERM, False, 1),
        (signal.SIGTERM, True, 1),
        (signal.SIGHUP, True, 1),
    ],
)
def test_a_signal_ends_a_build_and_its_workers(built, jobs, number, to_group, times):
    before = read_dist(built)
    process = begin(built, SLOW, "--edition", "all", "--jobs", jobs)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    for _ in range(times):
        if to_group:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert said == SAID if times < 3 else said in (SAID, "")
    wait_for_end(process.pid)
    assert read_dist(built) == before
    assert built.run("--edition", "all", "--format", "pptx").returncode == 0


@pytest.mark.parametrize("jobs", ["2", "4"])
def test_the_workers_of_a_killed_build_end_with_it(built, jobs):
    process = begin(built, SLOW, "--edition", "all", "--jobs", jobs)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.kill()
    process.wait()
    wait_for_end(process.pid)


@pytest.mark.parametrize("module", ["click", "chevalet.locale", "chevalet.cli.work", "chevalet.pipeline", "yaml"])
def test_a_signal_during_start_up_leaves_no_trace(built, module):
    process = begin(built, STARTING.format(module=module))
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said) in ((130, ""), (130, SAID))


def test_a_signal_at_any_moment_is_told_at_most_once(built):
    """Ctrl-C reaches the whole group; from the first of our lines on, nothing but our sentence is said."""
    chance, codes = random.Random(5), []
    for moment in range(24):
        built.write("modules/1-essai/b.txt", str(moment))
        process = begin(built, ON, "--jobs", "2")
        assert process.stdout is not None
        assert process.stdout.readline() == "on\n"
        time.sleep(chance.uniform(0.02, 0.3))
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
        codes.append(process.returncode)
        assert "Traceback" not in said, said
        assert process.returncode in (0, 130)
        wait_for_end(process.pid)
    assert 130 in codes


def test_a_build_that_nohup_began_goes_on(built):
    program = f"import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n{SLOW.replace('time.sleep(60)', '1 / 0')}"
    process = begin(built, program.replace('print("begun", flush=True)', "import os; os.kill(os.getpid(), 1)"))
    assert process.wait(20) == 3


def test_a_worker_that_is_killed_is_told_and_loses_nothing(built):
    before = read_dist(built)
    slow = SLOW.replace("time.sleep(60)", "import os; os.getpid() != os.getsid(0) and os.kill(os.getpid(), 9)")
    slow = slow.replace("def never", "keep = workbench.layout\ndef never").replace("9)", "9)\n    return keep(*_)")
    process = begin(built, slow, "--edition", "all", "--jobs", "2")
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert "Traceback" not in said
    assert read_dist(built) == before
    wait_for_end(process.pid)


def test_a_worker_s_fault_is_ours(built):
    before = read_dist(built)
    process = begin(built, SLOW.replace("time.sleep(60)", "1 / 0"), "--edition", "all", "--jobs", "2")
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert "this is a fault of Chevalet" in said
    assert "Traceback" not in said
    (details,) = Path(built.root / ".cache").glob("bug-*.txt")
    assert "never" in details.read_text(encoding="utf-8")
    assert read_dist(built) == before
