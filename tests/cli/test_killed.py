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


def build_then_kill(small: SmallCourse, seconds: float) -> bool:
    """Say whether the build was killed before its end."""
    process = subprocess.Popen(
        small.command("--quiet"), cwd=small.root, env=plain_environment(), stdout=subprocess.DEVNULL
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def test_a_killed_build_leaves_a_whole_set(course):
    small = many_decks(course)
    write_modules(small, "0")
    small.run()
    sets = [read_set(small.trainer)]
    write_modules(small, "1")
    begin = time.monotonic()
    small.run()
    whole = time.monotonic() - begin
    sets.append(read_set(small.trainer))
    killed = 0
    for moment in range(MOMENTS):
        write_modules(small, str(moment % 2))
        # Half of the moments in the last third, where files are written.
        share = moment / MOMENTS if moment % 2 else 0.65 + 0.4 * moment / MOMENTS
        killed += build_then_kill(small, whole * share)
        assert read_set(small.trainer) in sets
    assert killed >= MOMENTS // 2
    write_modules(small, "0")
    small.run()
    assert read_set(small.trainer) == sets[0]
    assert sorted(path.name for path in small.trainer.parent.iterdir()) == ["trainer"]
    assert not list(small.trainer.glob("*modifié*"))
