"""What tests of bad days share: courses that are built already, a shell, somebody without rights."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT, SmallCourse, plain_environment

A = "modules/1-essai/a.md"
DECK = "diapositives-1-essai.pptx"
# Decks are enough to fail in every way, and soon made.
TRAINER = ("--edition", "trainer", "--format", "pptx")
ALL = ("--edition", "all", "--format", "pptx")
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="not so there")


def change(small: SmallCourse, word: str = "neuf") -> None:
    small.write(A, small.read(A).replace("Un autre point", f"Un point {word}"))


def shell(small: SmallCourse, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `$BUILD` makes the trainer's decks, and `$PROGRAM` is the command alone."""
    found = shutil.which("bash")
    assert found
    more = {"PROGRAM": " ".join(small.command()), "BUILD": " ".join(small.command("build", *TRAINER)), **environment}
    return subprocess.run(
        [found, "-c", line], cwd=small.root, env=plain_environment(**more), capture_output=True, text=True, check=False
    )


def read_files(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def check_set(small: SmallCourse) -> None:
    """What the root manifest and those of the folders say of each file is so, and they say it of all that was made."""
    dist = small.root / "dist"
    made = (*dist.glob("base/*/*.pptx"), *dist.glob("base/*/index.html"))
    found = {path.relative_to(dist).as_posix() for path in made}
    for manifest in (dist / "manifest.json", *dist.glob("base/*/manifest.json")):
        entries = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        sizes = {entry["path"]: entry["bytes"] for entry in entries}
        assert sizes == {path: (manifest.parent / path).stat().st_size for path in sizes}
    assert found == {entry["path"] for entry in json.loads(small.read("dist/manifest.json"))["files"]}


# All is read before the rights are given up: Python itself may be where nobody may look.
AS_NOBODY = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from chevalet.cli import run
import chevalet.emit.index.page, chevalet.write, multiprocessing.connection
run(["check", "--quiet", "--format", "pptx"])
chevalet.emit.index.page.read_style()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(run(sys.argv[1:]))
"""


def run_as_nobody(small: SmallCourse, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run as somebody who has no rights but those the folders give; as ourselves when we are not root."""
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *arguments],
        cwd=small.root,
        env=plain_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
