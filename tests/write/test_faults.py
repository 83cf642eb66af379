"""The disk refuses any one thing that a build asks of it: folders are whole, nothing is lost, the next build mends."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chevalet.write import Status, folder, swap, write
from tests.write.indexes import make_index, read_index

KNOWN = {"base/trainer": frozenset({"a.pptx", "b.pptx", "c.pptx", "d.pptx"}), "base/public": frozenset({"p.pptx"})}
OURS = ("a.pptx", "b.pptx", "c.pptx", "d.pptx")
USER = {"notes.txt": "notes", "photos/salle.jpg": "photo"}
HAND = "by hand"
# What Python says of what it asks of the system; walking is made of other steps.
EVENTS = ("open", "os.")
NOT_ASKED = ("os.walk",)


class Disk:
    """Counts what is asked of a disk, and refuses the step told, or all from it on."""

    def __init__(self) -> None:
        self.place, self.left, self.number, self.lasts = "", -1, 0, False
        self.is_told = False

    def ask(self, event: str, arguments: object) -> None:
        if self.place and event.startswith(EVENTS) and event not in NOT_ASKED and self.place in str(arguments):
            self.refuse(event)

    def refuse(self, event: str) -> None:
        self.left -= 1
        if self.left == 0 or (self.lasts and self.left < 0):
            self.is_told = True
            raise OSError(self.number, os.strerror(self.number), event)


DISK = Disk()
sys.addaudithook(DISK.ask)


@contextmanager
def refusing(place: Path, step: int, number: int, *, lasts: bool) -> Iterator[None]:
    DISK.place, DISK.left, DISK.number, DISK.lasts, DISK.is_told = str(place), step, number, lasts, False
    try:
        yield
    finally:
        DISK.place = ""


@pytest.fixture
def results(artifact):
    def make(mark: str) -> list[object]:
        names = OURS[:3] if mark == "0" else OURS
        made = [artifact(name, f"{name} {mark}") for name in names]
        gone = [artifact("e.pptx", "e.pptx 0")] if mark == "0" else []
        return [*made, *gone, artifact("p.pptx", f"p.pptx {mark}", edition="public")]

    return make


def prepare(out: Path, results) -> None:
    """A set of the first build, with files of somebody else's, and one that was changed by hand."""
    write(results("0"), {}, out, "dist", make_index)
    for name, text in USER.items():
        (out / "base/trainer" / name).parent.mkdir(exist_ok=True)
        (out / "base/trainer" / name).write_text(text)
    (out / "base/trainer/c.pptx").write_text(HAND)


def read_all(place: Path) -> dict[str, str]:
    return {path.relative_to(place).as_posix(): path.read_text() for path in place.rglob("*") if path.is_file()}


def marks_of(files: dict[str, str]) -> dict[str, str]:
    return {name: text[-1] for name, text in files.items() if text.startswith(name)}


def check_told(out: Path) -> None:
    """What each manifest says of each file is so."""
    for manifest in (out / "manifest.json", *out.glob("base/*/manifest.json")):
        for entry in json.loads(manifest.read_text())["files"]:
            content = (manifest.parent / entry["path"]).read_bytes()
            assert entry["sha256"] == hashlib.sha256(content).hexdigest(), (manifest, entry["path"])


def check_mended(out: Path, results) -> None:
    """The next build brings all to its state, with nothing lost and nothing left."""
    outcomes, found = write(results("1"), KNOWN, out, "dist", make_index)
    assert {outcome.status for outcome in outcomes} <= {Status.WRITTEN, Status.UNCHANGED}
    assert {diagnostic.code for diagnostic in found} <= {"edited-by-hand"}
    files = read_all(out / "base/trainer")
    assert set(marks_of(files).values()) == {"1"}
    assert read_index(out / "base/trainer") == dict.fromkeys(OURS, "False")
    del files["manifest.json"], files["index.html"]
    # What could not be read when it was to be replaced is kept, as it may have been changed by hand.
    unread = [name for name, text in files.items() if "modifié" in name and text != HAND]
    assert len(unread) <= 1
    for name in unread:
        del files[name]
    assert files == {name: f"{name} 1" for name in OURS} | USER | {"c (modifié).pptx": HAND}
    assert sorted(path.name for path in (out / "base").iterdir()) == ["public", "trainer"]
    assert sorted(path.name for path in out.iterdir()) == [".chevalet.lock", "base", "manifest.json"]
    check_told(out)


def take_way(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish by an exchange, by two renames, or file by file."""
    if way != "exchange":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    if way == "files":

        def refuse(current: Path) -> None:
            raise PermissionError(errno.EACCES, "in use", str(current))

        monkeypatch.setattr(folder, "swap", refuse)
    # Counted, not done: the real one would take most of the test's time.
    monkeypatch.setattr(os, "fsync", lambda _: DISK.ask("os.fsync", DISK.place))


def check_status(outcomes, found, out: Path) -> None:
    """What is said to be written is the new file; what is not, is the old one."""
    for outcome in outcomes:
        place = out / outcome.path
        new = place.exists() and place.read_text() == f"{place.name} 1"
        assert new == (outcome.status in (Status.WRITTEN, Status.UNCHANGED)), (outcome.path, found)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EBUSY], ids=errno.errorcode.get)
@pytest.mark.parametrize("way", ["exchange", "renames", "files"])
def test_any_one_step_may_be_refused(tmp_path, results, way, number, monkeypatch):
    take_way(way, monkeypatch)
    prepare(tmp_path / "first", results)
    out, step = tmp_path / "dist", 0
    while step == 0 or DISK.is_told:
        step += 1
        shutil.copytree(tmp_path / "first", out)
        with refusing(out, step, number, lasts=False):
            outcomes, found = write(results("1"), KNOWN, out, "dist", make_index)
        trainer = read_all(out / "base/trainer")
        if way != "files":
            assert len(set(marks_of(trainer).values())) == 1, step
            assert read_index(out / "base/trainer", "c.pptx").keys() == marks_of(trainer).keys() | {"c.pptx"}, step
        assert trainer.items() >= USER.items(), step
        assert HAND in trainer.values(), step
        check_status(outcomes, (step, found), out)
        check_mended(out, results)
        shutil.rmtree(out)
    assert step > 50


@pytest.mark.parametrize("way", ["exchange", "renames", "files"])
def test_a_disk_may_go_away_at_any_step(tmp_path, results, way, monkeypatch):
    take_way(way, monkeypatch)
    prepare(tmp_path / "first", results)
    out, step = tmp_path / "dist", 0
    while step == 0 or DISK.is_told:
        step += 1
        shutil.copytree(tmp_path / "first", out)
        with refusing(out, step, errno.EIO, lasts=True):
            _, found = write(results("1"), KNOWN, out, "dist", make_index)
        assert found or not DISK.is_told or step > 40
        everything = read_all(out)
        assert {HAND, *USER.values()} <= set(everything.values()), step
        check_mended(out, results)
        shutil.rmtree(out)
    assert step > 50
