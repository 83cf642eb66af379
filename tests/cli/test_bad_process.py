"""Bad days of a process: pipes, limits, languages, clocks, and other builds at the same moment."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.cli.bad_days import ALL, DECK, ON_UNIX, TRAINER, A, change, check_set, shell
from tests.tools import plain_environment


@ON_UNIX
@pytest.mark.parametrize(
    "line",
    [
        "$BUILD | head -c1 >/dev/null; exit ${PIPESTATUS[0]}",
        "$BUILD | true; exit ${PIPESTATUS[0]}",
        "$BUILD --message-format json | true; exit ${PIPESTATUS[0]}",
        "$BUILD 2>&1 | true; exit ${PIPESTATUS[0]}",
        "$BUILD <&-",
        "$BUILD <&- >&- 2>&-",
        "$BUILD --jobs 2 <&- >&- 2>&-",
        "$BUILD > /dev/full",
        "$BUILD 2> /dev/full",
        "unset HOME; $BUILD",
        "env -i $BUILD",
        "umask 0777; $BUILD",
        "LANG=zz_ZZ LC_ALL=zz $BUILD",
        "ulimit -n 30; $BUILD",
    ],
)
def test_a_build_needs_nothing_of_the_terminal(built, line):
    change(built)
    done = shell(built, line)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    check_set(built)


@ON_UNIX
@pytest.mark.parametrize("line", ["$BUILD --help | true", "$BUILD --bad 2>&1 | true", "$BUILD --bad 2>/dev/full"])
def test_a_reader_that_has_gone_hears_nothing_more(course, line):
    assert shell(course(), line).stderr == ""


@ON_UNIX
def test_the_folder_we_stand_in_may_be_gone(built):
    done = shell(built, 'mkdir gone; cd gone; rmdir ../gone; $BUILD --root "$ROOT_OF"', ROOT_OF=str(built.root))
    assert (done.returncode, done.stderr) == (0, "")
    done = shell(built, "mkdir gone; cd gone; rmdir ../gone; $PROGRAM list")
    assert "Traceback" not in done.stderr


@ON_UNIX
@pytest.mark.parametrize(
    "name",
    [
        "é" * 127,
        "x" * 255,
        "cafe\u0301.txt",
        "caf\u00e9.txt",
        "a\nb",
        b"\xff\xfe".decode("utf-8", "surrogateescape"),
        "-rf",
        "CON",
    ],
)
def test_files_of_others_may_have_any_name(built, name):
    (built.trainer / name).write_text("mine")
    for word in ("neuf", "vieux"):
        change(built, word)
        done = built.run(*ALL)
        assert (done.returncode, done.stderr) == (0, "")
    assert (built.trainer / name).read_text() == "mine"


@ON_UNIX
def test_modules_may_have_names_that_differ_by_their_accents_only(course):
    small = course({"modules/1-essai/cafe\u0301.md": "x", "modules/1-essai/caf\u00e9.md": "y"})
    done = small.run(*TRAINER)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_two_builds_at_once_of_all_kinds_leave_a_whole_set(course):
    small = course()
    choices = [("--edition", "all"), ("--edition", "public"), ("--edition", "trainer", "--jobs", "2"), ("--strict",)]
    for word in ("neuf", "vieux"):
        change(small, word)
        running = [
            subprocess.Popen(
                small.command("--quiet", "--format", "pptx", *choice),
                cwd=small.root,
                env=plain_environment(),
                stderr=subprocess.PIPE,
            )
            for choice in choices
        ]
        assert [process.communicate(timeout=60)[1] for process in running] == [b""] * 4
        assert [process.returncode for process in running] == [0] * 4
        check_set(small)


def test_the_clock_may_go_backwards(built):
    for path in (*built.root.rglob("*.md"), built.trainer / DECK):
        os.utime(path, (1, 1))
    change(built)
    os.utime(built.root / A, (1, 1))
    assert built.run(*TRAINER).stdout.startswith("written ")
    os.utime(built.trainer / DECK, (4e9, 4e9))
    assert built.run(*TRAINER).stdout.startswith("unchanged ")
    assert built.run(*TRAINER).stdout.startswith("nothing to do")
