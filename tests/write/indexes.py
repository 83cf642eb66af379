"""A plain index for tests of writing: what it says of each file can be held against the files."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from chevalet.model.artifact import Artifact
from chevalet.model.target import Target
from chevalet.write.manifest import Entry


def make_index(folder: str, entries: Sequence[Entry]) -> Artifact:
    """An index of a line a file: its hash, whether it is stale, its name; the folder comes first."""
    lines = [f"{entry['sha256']} {entry['stale']} {entry['path']}\n" for entry in entries]
    content = "".join((f"{folder}\n", *sorted(lines))).encode()
    digest = sha256(content).hexdigest()
    target = Target("base", "", "", folder.rpartition("/")[2], "fr-CA", ())
    return Artifact("index.html", "index", "html", target, content, digest, digest, 0, 0, ())


def read_index(place: Path, *edited: str) -> dict[str, str]:
    """Whether each file that an index tells of is stale; it has said of each what stands there, but for the edited."""
    first, *lines = (place / "index.html").read_text().splitlines()
    assert first == f"base/{place.name}"
    told = {}
    for line in lines:
        digest, stale, name = line.split(" ", 2)
        assert name in edited or digest == sha256((place / name).read_bytes()).hexdigest(), name
        told[name] = stale
    return told
