"""What the last build of the same sources did, for when there is nothing to do again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from chevalet.cache.store import Store
from chevalet.diagnostics import Diagnostic
from chevalet.diagnostics.record import from_record, to_record

MANIFEST = "manifest.json"
# Told by the disk, not by the sources: not to be said again of a disk that has changed since.
_OF_THE_DISK = ("another-build", "cannot-write", "edited-by-hand")
Signature = tuple[int, int, str]


class Memory(Struct, frozen=True):
    """A build's exit code, what it said, and the size, date and hash of each file it left."""

    code: int
    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, Signature]


def note_build(out: Path, code: int, diagnostics: Sequence[Diagnostic], paths: Iterable[str]) -> Memory:
    """Return what a build did; `paths` are those of the files it may have left below `out`."""
    kept = tuple(diagnostic for diagnostic in diagnostics if diagnostic.code not in _OF_THE_DISK)
    return Memory(code, kept, {path: _sign(out / path) for path in paths if (out / path).is_file()})


def remember_build(store: Store, key: str, memory: Memory) -> None:
    """Keep what a build did."""
    told = [to_record(diagnostic) for diagnostic in memory.diagnostics]
    store.write(key, json.dumps({"code": memory.code, "diagnostics": told, "files": memory.files}).encode())


def recall_build(store: Store, key: str, out: Path, *, verify: bool) -> Memory | None:
    """Return what the last build did if all it left is still there; `verify` reads the files instead of their dates."""
    entry = store.read(key)
    if entry is None:
        return None
    try:
        record = json.loads(entry)
        diagnostics = tuple(from_record(each) for each in record["diagnostics"])
        memory = Memory(record["code"], diagnostics, record["files"])
        is_there = all(_is_same(out / path, sign, verify=verify) for path, sign in memory.files.items())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return memory if is_there else None


def _is_same(path: Path, signature: Sequence[object], *, verify: bool) -> bool:
    size, date, digest = signature
    if verify:
        return sha256(path.read_bytes()).hexdigest() == digest
    status = path.stat()
    return status.st_size == size and status.st_mtime_ns == date


def _sign(path: Path) -> Signature:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, sha256(path.read_bytes()).hexdigest()
