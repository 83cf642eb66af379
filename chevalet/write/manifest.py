"""The manifests: what each file of the output is made of, as JSON that depends on nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from chevalet.diagnostics.record import to_record
from chevalet.model.artifact import Artifact

VERSION = 1
# A published folder says what its files are, never what they come from.
PRIVATE_KEYS = ("sources", "diagnostics")
FULL_EDITION = "trainer"
Entry = Mapping[str, Any]
_HEAD = b'{\n "version": '
_HEAD_KEYS = frozenset({"version", "files"})


def describe(artifact: Artifact) -> Entry:
    """Return the entry of an artifact, its path from its own folder."""
    target = artifact.target
    return {
        "path": artifact.path,
        "kind": artifact.kind,
        "format": artifact.format,
        "region": target.region,
        "workshop": target.workshop,
        "session": target.session,
        "edition": target.edition,
        "language": target.language,
        "sha256": sha256(artifact.content).hexdigest(),
        "content_sha256": artifact.content_sha256,
        "text_sha256": artifact.text_sha256,
        "bytes": len(artifact.content),
        "slides": artifact.slides,
        "minutes": artifact.minutes,
        "sources": list(artifact.sources),
        "diagnostics": [to_record(diagnostic) for diagnostic in artifact.diagnostics],
        "stale": False,
    }


def read_entries(path: Path) -> dict[str, Entry]:
    """Return the entries of a manifest by path; none when there is no manifest, or none that can be trusted.

    Raises `OSError` when it is there and cannot be read: what it says of each file is not to be guessed.
    """
    try:
        manifest = json.loads(path.read_bytes())
        return {entry["path"]: entry for entry in manifest["files"] if _is_sound(entry)}
    except (FileNotFoundError, IsADirectoryError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def is_foreign(path: Path) -> bool:
    """Say whether a file that bears the manifest's name is somebody else's; one of ours that was cut short is not."""
    try:
        content = path.read_bytes()
        return bool(content) and not content.startswith(_HEAD) and not json.loads(content).keys() >= _HEAD_KEYS
    except (ValueError, AttributeError, RecursionError):
        return True
    except FileNotFoundError:
        return False


def make_manifest(entries: Iterable[Entry]) -> bytes:
    """Return a manifest's bytes, its entries in the order of their paths."""
    files = sorted(entries, key=lambda entry: str(entry["path"]))
    return (json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def merge_entry(remembered: Entry | None, entry: Entry) -> Entry:
    """Return an entry with what the root manifest remembers more of the same file."""
    return {**remembered, **entry} if remembered and remembered["sha256"] == entry["sha256"] else entry


def publish_entry(entry: Entry, edition: str) -> Entry:
    """Return an entry as its own folder may show it."""
    if edition == FULL_EDITION:
        return entry
    return {key: value for key, value in entry.items() if key not in PRIVATE_KEYS}


def _is_sound(entry: Entry) -> bool:
    path = PurePosixPath(entry["path"])
    return not path.is_absolute() and ".." not in path.parts and isinstance(entry["sha256"], str)
