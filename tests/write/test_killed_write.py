"""Killed before each thing it does to the disk, a build leaves the last set or the next one, whole."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from chevalet.write import write
from tests.tools import ROOT
from tests.write.indexes import read_index

PROGRAM = """
import os, signal, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from chevalet.model.artifact import Artifact
from chevalet.model.target import Target
from chevalet.write import folder, swap, write
from tests.write.indexes import make_index

out, mark, left, way = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
if "renames" in way:
    swap._exchange = lambda *_: False

def refuse(current):
    raise PermissionError(13, "in use", str(current))

if way == "files":
    folder.swap = refuse

complete = folder._complete

def complete_then_save(*arguments):
    complete(*arguments)
    if mark == "1":
        saved = out / "base/trainer/saved.tmp"
        saved.write_text("at the last instant")
        saved.replace(out / "base/trainer/a.pptx")

if "saved" in way:
    folder._complete = complete_then_save

def count(event, arguments):
    global left
    if event.split(".")[0] in ("open", "os", "shutil") and str(out) in str(arguments):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

target = Target("base", "a", "undated", "trainer", "fr-CA", ())
artifacts = [
    Artifact(f"{{name}}.pptx", "deck", "pptx", target, (name + mark).encode(), "", "", 1, 1, ()) for name in "abc"
]
sys.addaudithook(count)
_, found = write(artifacts, {{}}, out, "dist", make_index)
sys.exit(1 if found else 0)
"""


def write_for(out: Path, mark: str, steps: int, way: str) -> int:
    """Write a set of three files, but no more than so many steps of it; return the exit code."""
    command = [sys.executable, "-c", PROGRAM.format(root=str(ROOT)), str(out), mark, str(steps), way]
    return subprocess.run(command, check=False).returncode


def read_set(out: Path) -> str:
    """The mark of a set whose files are all of it, as its manifest and its index say."""
    folder = out / "base/trainer"
    contents = {path.name: path.read_bytes() for path in folder.glob("*.pptx")}
    told = {entry["path"]: entry["sha256"] for entry in json.loads((folder / "manifest.json").read_text())["files"]}
    assert told.pop("index.html") == hashlib.sha256((folder / "index.html").read_bytes()).hexdigest()
    assert read_index(folder) == dict.fromkeys(contents, "False")
    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    (mark,) = {content.decode()[1:] for content in contents.values()}
    assert len(contents) == 3
    return mark


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_killed_at_every_step_a_build_leaves_a_whole_set(out):
    assert write_for(out, "0", 10_000, "exchange") == 0
    marks, steps = [], 0
    while write_for(out, "1", steps, "exchange") == -signal.SIGKILL:
        marks.append(read_set(out))
        assert write_for(out, "0", 10_000, "exchange") == 0
        assert sorted(path.name for path in (out / "base").iterdir()) == ["trainer"]
        steps += 1
    assert steps > 20
    assert sorted(marks) == marks
    assert set(marks) == {"0", "1"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_killed_between_two_renames_a_set_comes_back(out):
    """Where folders cannot be exchanged, there is an instant without one: the next build puts it right."""
    assert write_for(out, "0", 10_000, "renames") == 0
    gone, steps = 0, 0
    while write_for(out, "1", steps, "renames") == -signal.SIGKILL:
        gone += not (out / "base/trainer").exists()
        write([], {}, out, "dist")
        assert write_for(out, "0", 10_000, "renames") == 0
        assert read_set(out) == "0"
        assert not list((out / "base/trainer").glob("*modifié*"))
        steps += 1
    assert gone == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_killed_while_it_goes_file_by_file_a_build_knows_its_own_files(out):
    """Where the folder cannot be swapped, a kill leaves files of both builds: the next takes none for somebody's."""
    assert write_for(out, "0", 10_000, "exchange") == 0
    mixed, steps = 0, 0
    while write_for(out, "1", steps, "files") == -signal.SIGKILL:
        mixed += len({path.read_text()[1:] for path in (out / "base/trainer").glob("*.pptx")}) > 1
        assert write_for(out, "2", 10_000, "exchange") == 0
        assert read_set(out) == "2"
        assert sorted(path.name for path in (out / "base").iterdir()) == ["trainer"]
        assert write_for(out, "0", 10_000, "exchange") == 0
        steps += 2
    assert mixed


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("way", ["saved", "saved renames"])
def test_what_is_saved_while_a_build_is_killed_is_never_lost(out, way):
    assert write_for(out, "0", 10_000, "exchange") == 0
    saved, steps = 0, 20
    while write_for(out, "1", steps, way) == -signal.SIGKILL:
        was_saved = "at the last instant" in {path.read_text() for path in out.rglob("*") if path.is_file()}
        saved += was_saved
        write_for(out, "2", 10_000, "exchange")
        texts = [path.read_text() for path in (out / "base/trainer").iterdir()]
        assert texts.count("at the last instant") == was_saved
        assert sorted(path.name for path in (out / "base").iterdir()) == ["trainer"]
        for path in (out / "base/trainer").iterdir():
            if path.name == "saved.tmp" or "modifié" in path.name:
                path.unlink()
        assert write_for(out, "0", 10_000, "exchange") == 0
        steps += 2
    assert saved > 10
