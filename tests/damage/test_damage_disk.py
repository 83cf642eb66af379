"""What a disk may hold in place of a file: whole processes, that never wait, never look outside and never connect."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.damage.compiling import MODULE, SMALL, THEME_CONTENTS
from tests.tools import ROOT, SmallCourse, plain_environment

SECONDS = 60
MEGABYTES = 1_500
# What prints papers reserves address space by the gigabyte, used or not.
DECKS = ("--format", "pptx", "--edition", "trainer")
SLIDE = "---\ntitle: A\nminutes: 30\n---\n\n## Titre {#titre}\n\n- Un point\n"
# Run before the command line: any connection ends the process with a code of its own.
WATCHED = """
import os, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "os.system", "os.exec"):
        os._exit(99)
sys.addaudithook(refuse)
from chevalet.cli.run import main
main()
"""
FILES = sorted({*SMALL, *THEME_CONTENTS})
REPLACED = [path for path in FILES if not path.endswith("point.png")]


@pytest.fixture(name="built")
def _built(course: Callable[..., SmallCourse]) -> SmallCourse:
    return course()


def check(made: SmallCourse, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Check a course in a process that has little memory, little time, and no network."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))

    return subprocess.run(
        [sys.executable, "-c", WATCHED, "check", *DECKS, "--message-format", "short", *arguments],
        cwd=made.root,
        env=plain_environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
        preexec_fn=limit,
    )


def assert_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert done.returncode == 1, said
    for word in words:
        assert word in said


@pytest.mark.parametrize("path", REPLACED)
def test_a_folder_in_place_of_a_file(built: SmallCourse, path: str) -> None:
    (built.root / path).unlink()
    (built.root / path).mkdir()
    assert_told(check(built), path if not path.endswith(".md") else "course/course.yaml")


@pytest.mark.parametrize("path", REPLACED)
def test_a_pipe_in_place_of_a_file_is_not_waited_for(built: SmallCourse, path: str) -> None:
    (built.root / path).unlink()
    os.mkfifo(built.root / path)
    assert_told(check(built), path)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/random", "/etc/passwd", "/proc/self/environ", "../../elsewhere"])
@pytest.mark.parametrize("path", [MODULE, "course/course.yaml", "themes/chevalet/template.pptx"])
def test_a_link_that_leads_out_is_not_followed(built: SmallCourse, path: str, target: str) -> None:
    (built.root.parent / "elsewhere").write_text("secret", encoding="utf-8")
    (built.root / path).unlink()
    (built.root / path).symlink_to(target)
    assert_told(check(built), path)


@pytest.mark.parametrize("path", [MODULE, "course/course.yaml"])
def test_a_link_to_itself(built: SmallCourse, path: str) -> None:
    (built.root / path).unlink()
    (built.root / path).symlink_to(Path(path).name)
    assert_told(check(built), path)


@pytest.mark.parametrize("folder", ["course", "modules", "modules/1-essai", "themes/chevalet"])
def test_a_folder_that_is_a_link_out_of_the_course_is_not_read(built: SmallCourse, folder: str) -> None:
    away = built.root.parent / "away"
    (built.root / folder).rename(away)
    (built.root / folder).symlink_to(away)
    assert_told(check(built))


def test_folders_that_hold_themselves_are_walked_once(built: SmallCourse) -> None:
    (built.root / "modules/1-essai/encore").symlink_to(built.root / "modules")
    (built.root / "course/tour").symlink_to("..")
    assert check(built).returncode == 0


@pytest.mark.parametrize("picture", ["../../../secret.png", "/etc/passwd", "..\\..\\secret.png", "file:///etc/passwd"])
def test_a_picture_out_of_the_course_is_refused(built: SmallCourse, picture: str) -> None:
    (built.root.parent / "secret.png").write_bytes(b"\x89PNG")
    built.write(MODULE, f"{SLIDE}\n![Une description](<{picture}>)\n")
    done = check(built, "--strict")
    assert_told(done, f"{MODULE}:10:")


@pytest.mark.parametrize(
    "line",
    [
        "![Une photo](https://example.com/photo.png)",
        "![Une photo](//example.com/photo.png)",
        "<img src='https://example.com/photo.png'>",
        "[lien](https://example.com/)",
        "Du texte <https://example.com>",
    ],
)
def test_nothing_is_fetched(built: SmallCourse, line: str) -> None:
    built.write(MODULE, f"{SLIDE}\n{line}\n")
    assert check(built).returncode in (0, 1)


def test_a_connection_would_be_seen() -> None:
    """The watch of these tests works."""
    code = WATCHED.partition("from chevalet")[0] + "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=SECONDS).returncode == 99


def _bomb(name: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package, package.open(name, "w") as part:
        for _ in range(2_000):
            part.write(bytes(1 << 20))
    return packed.getvalue()


def _many() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for number in range(50_000):
            package.writestr(f"ppt/{number}.xml", b"<a/>")
    return packed.getvalue()


def _large() -> Iterator[tuple[str, str, bytes]]:
    word = b"mot " * 2_500_000
    yield "a module of ten megabytes", MODULE, SLIDE.encode() + word
    yield "a module of as many slides", MODULE, SLIDE.encode() + b"## Titre\n\n- mot\n\n" * 600_000
    yield "a course of ten megabytes", "course/course.yaml", b"title: a\n# " + word
    yield "a course of many keys", "course/course.yaml", b"".join(b"k%d: 1\n" % number for number in range(900_000))
    yield "facts without end", "course/facts.yaml", b"".join(b"f%d: {}\n" % number for number in range(900_000))
    yield "a template of two gigabytes, packed", "themes/chevalet/template.pptx", _bomb("ppt/presentation.xml")
    yield "a template of many parts", "themes/chevalet/template.pptx", _many()
    yield "widths without end", "themes/chevalet/metrics.json", b'{"characters": [[0, 1000000000000]]}'
    yield "a theme without end", "themes/chevalet/theme.json", b"[" * 9_000_000


@pytest.mark.parametrize(("path", "content"), [pytest.param(*rest, id=name) for name, *rest in _large()])
def test_what_is_huge_is_told_in_bounded_time_and_memory(built: SmallCourse, path: str, content: bytes) -> None:
    built.write(path, content)
    assert_told(check(built), path)


TABLE = {
    "course/data/index.yaml": "t:\n  file: t.csv\n  source: S\n",
    MODULE: f"{SLIDE}\n```chart\ntype: bar\ndata: t\n```\n",
}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a,b\n" + b"x,1\n" * 1_000_000, id="a million rows"),
        pytest.param(b"a,b\n" + b"x,1\n" * 10_000, id="ten thousand rows"),
        pytest.param(b"a," * 1_000_000 + b"b\n" + b"1," * 1_000_000 + b"1\n", id="a million columns"),
        pytest.param(b"a," * 2_000 + b"b\n" + b"1," * 2_000 + b"1\n", id="two thousand columns"),
        pytest.param(b"a,b\n" + b"x," + b"1" * 9_000_000 + b"\n", id="a number of nine million digits"),
        pytest.param(b'a,b\n"' + b"x\n" * 1_000_000, id="a quote never closed"),
        pytest.param(b"a,b\n" + b"".join(b"x" + b",1" * (number % 9) + b"\n" for number in range(99)), id="ragged"),
    ],
)
def test_a_huge_or_ragged_table_ends_in_bounded_time(built: SmallCourse, content: bytes) -> None:
    for path, text in TABLE.items():
        built.write(path, text)
    built.write("course/data/t.csv", content)
    done = check(built)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
