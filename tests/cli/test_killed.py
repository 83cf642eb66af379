"""A build killed at any moment leaves the set of the last build, or the next one, whole."""

from __future__ import annotations

import hashlib
import json
import subprocess
import time
from pathlib import Path

from tests.tools import SmallCourse, plain_environment

MOMENTS = 20
DECKS = 6


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


def read_set(folder: Path) -> dict[str, str]:
    """The decks of a folder by their hash, once the manifest has said the same of each."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    told = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pptx")}
    assert found == told
    return found


def build_for(small: SmallCourse, seconds: float) -> float | None:
    """Build for so long at most; return how long it took, None when it was killed before its end."""
    begin = time.monotonic()
    process = subprocess.Popen(
        small.command("--quiet"), cwd=small.root, env=plain_environment(), stdout=subprocess.DEVNULL
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None
    return time.monotonic() - begin


def test_a_killed_build_leaves_a_whole_set(course):
    small = many_decks(course)
    sets = []
    whole = 60.0
    for mark in "01":
        write_modules(small, mark)
        whole = build_for(small, 60) or 0
        sets.append(read_set(small.trainer))
    killed = attempts = 0
    while killed < MOMENTS and attempts < 5 * MOMENTS:
        attempts += 1
        write_modules(small, str(attempts % 2))
        # From the reading of the sources to the end, where files are written.
        took = build_for(small, whole * (0.4 + 0.6 * killed / MOMENTS))
        killed += took is None
        whole = took or whole
        assert read_set(small.trainer) in sets
    assert killed == MOMENTS
    write_modules(small, "2")
    assert small.run("--quiet").returncode == 0
    assert read_set(small.trainer) not in sets
    assert sorted(path.name for path in small.trainer.parent.iterdir()) == ["trainer"]
    assert not list(small.trainer.glob("*modifié*"))
