"""A build killed at any moment leaves each folder as the last build made it, or as this one would, whole."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools import SmallCourse, plain_environment

MOMENTS = 200
DECKS = 4
MARKS = "012"
EDITIONS = ("trainer", "participant", "public")
CHOICES = (("--edition", "all"), ("--edition", "trainer"), ("--edition", "participant,public"), ("--workshop", "w1"))
NOTES = "Notes de la personne qui donne l'atelier."

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
Sets = dict[str, dict[str, set[str]]]


def many_decks(course) -> SmallCourse:
    small = course()
    listed = "".join(f"  - id: w{n}\n    title: Atelier {n}\n    modules: [m{n}]\n" for n in range(DECKS))
    head = small.read("course/course.yaml").partition("workshops:\n")[0]
    small.write("course/course.yaml", f"{head}workshops:\n{listed}")
    small.write("modules/1-essai/a.md", None)
    return small


def write_modules(small: SmallCourse, mark: str) -> None:
    for number in range(DECKS):
        text = f"---\ntitle: Module\nminutes: 30\n---\n\n## Une idée {{#idee}}\n\nVersion {mark}, deck {number}.\n"
        small.write(f"modules/w{number}/m{number}.md", text)


def build_for(small: SmallCourse, seconds: float, *arguments: str) -> float | None:
    """Build for so long at most; return how long it took, None when it was killed before its end, with its workers."""
    begin, said = time.monotonic(), small.root / "said.txt"
    with said.open("wb") as file:
        process = subprocess.Popen(
            small.command("--quiet", "--format", "pptx", *arguments),
            cwd=small.root,
            env=plain_environment(),
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
    try:
        assert process.wait(seconds) == 0, said.read_text(encoding="utf-8")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
    return time.monotonic() - begin


def hash_decks(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pptx")}


def told_in(manifest: Path) -> dict[str, str]:
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    return {entry["path"]: entry["sha256"] for entry in files}


def make_sets(small: SmallCourse) -> Iterator[tuple[str, Sets]]:
    """Build every version once; yield each mark with the hash of each deck of each edition."""
    for mark in MARKS:
        write_modules(small, mark)
        build_for(small, 60, "--edition", "all")
        yield mark, {edition: hash_decks(small.root / "dist/base" / edition) for edition in EDITIONS}


def check_folder(folder: Path, versions: dict[str, dict[str, str]], hand: str) -> None:
    """What its manifest and its index say is so, but of what was changed by hand; each deck is that of a build."""
    found, told = hash_decks(folder), told_in(folder / "manifest.json")
    index = (folder / "index.html").read_bytes()
    assert told.pop("index.html") == hashlib.sha256(index).hexdigest()
    assert set(re.findall(r'href="(\S+\.pptx)"', index.decode())) == told.keys()
    ours = {name: digest for name, digest in found.items() if "modifié" not in name and digest != hand}
    assert ours.items() <= told.items()
    assert {name for name in found if "modifié" not in name} == told.keys() == set(versions["0"])
    assert (folder / "notes.txt").read_text(encoding="utf-8") == NOTES
    for name, digest in ours.items():
        assert digest in {version[name] for version in versions.values()}


def marks_of(folder: Path, versions: dict[str, dict[str, str]]) -> set[str]:
    found = hash_decks(folder)
    return {mark for name, digest in found.items() for mark, each in versions.items() if each.get(name) == digest}


def check_mended(small: SmallCourse, mark: str, versions) -> None:
    """A build brings every folder to one version and leaves nothing beside it; the root manifest tells of it all."""
    write_modules(small, mark)
    done = small.run("--quiet", "--edition", "all", "--format", "pptx")
    assert (done.returncode, done.stderr.count("error")) == (0, 0), done.stderr
    dist = small.root / "dist"
    assert sorted(path.name for path in (dist / "base").iterdir()) == sorted(EDITIONS)
    assert sorted(path.name for path in dist.iterdir()) == [".chevalet.lock", "base", "manifest.json"]
    told = told_in(dist / "manifest.json")
    for edition in EDITIONS:
        assert marks_of(dist / "base" / edition, versions[edition]) == {mark}
        assert told_in(dist / f"base/{edition}/manifest.json").items() == {
            (path.rpartition("/")[2], digest) for path, digest in told.items() if f"/{edition}/" in path
        }
    assert len(told) == (DECKS + 1) * len(EDITIONS)


def test_a_build_killed_at_any_moment_leaves_whole_sets(course):
    chance, small = random.Random(20261122), many_decks(course)
    made = dict(make_sets(small))
    versions = {edition: {mark: sets[edition] for mark, sets in made.items()} for edition in EDITIONS}
    dist, hands = small.root / "dist/base", []
    for edition in EDITIONS:
        (dist / edition / "notes.txt").write_text(NOTES, encoding="utf-8")
    killed, whole = 0, {}
    while killed < MOMENTS:
        before = {edition: marks_of(dist / edition, versions[edition]) for edition in EDITIONS}
        if killed % 25 == 24 and len(hands) < killed // 25 + 1:
            hands.append(hashlib.sha256(b"by hand %d" % killed).hexdigest())
            next(dist.glob("trainer/*w2.pptx")).write_bytes(b"by hand %d" % killed)
        mark, choice = chance.choice(MARKS), chance.choice(CHOICES)
        jobs = chance.choice(("1", "1", "1", "2", "4"))
        if chance.random() < 0.5:
            shutil.rmtree(small.root / ".cache", ignore_errors=True)
        write_modules(small, mark)
        limit = whole.get(jobs, 1.0)
        took = build_for(small, chance.uniform(0.1, 1.0) * limit, *choice, "--jobs", jobs)
        whole[jobs] = limit if took is None else max(took, limit / 2)
        killed += took is None
        for edition in EDITIONS:
            check_folder(dist / edition, versions[edition], hands[-1] if hands else "")
            if choice[0] == "--edition":
                assert marks_of(dist / edition, versions[edition]) in (before[edition], {mark})
        if killed % 20 == 0 or took is not None:
            check_mended(small, mark, versions)
    check_mended(small, "0", versions)
    kept = {hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.glob("trainer/*modifié*")}
    assert kept == set(hands)
