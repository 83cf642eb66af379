"""What the last build of the same sources did, for when there is nothing to do again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from chevalet.cache.store import Store
from chevalet.diagnostics import Diagnostic
from chevalet.diagnostics.record import from_record, to_record

# Told by the disk, not by the sources: not to be said again of a disk that has changed since.
OF_THE_DISK = ("another-build", "cannot-write", "edited-by-hand")
Signature = tuple[int, int, str]


class Memory(Struct, frozen=True):
    """A build's exit code, what it said, and the size, date and hash of each file it left."""

    code: int
    diagnostics: tuple[Diagnostic, ...]
    files: dict[str, Signature]


def note_build(out: Path, code: int, diagnostics: Sequence[Diagnostic], hashes: Mapping[str, str]) -> Memory | None:
    """Return what a build did, None when another build was here since.

    `hashes` are those of the files it may have left below `out`, by path: empty where it only found the file.
    """
    try:
        files = {path: _sign(out / path) for path in hashes if (out / path).is_file()}
    except OSError:
        return None
    is_ours = all(digest in ("", files[path][2] if path in files else None) for path, digest in hashes.items())
    return Memory(code, tuple(diagnostics), files) if is_ours else None


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
        return memory if is_there and not _is_left(out, memory.files) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_left(out: Path, paths: Iterable[str]) -> bool:
    """Say whether a killed build left something beside the folders of some files: the next one puts it right."""
    places = {out, *((out / path).parent.parent for path in paths if path.count("/") > 1)}
    names = (name for place in places for name in os.listdir(place))  # noqa: PTH208 — names alone, on the idle path
    return any(name.startswith(".") and name.endswith((".next", ".previous")) for name in names)


def _is_same(path: Path, signature: Sequence[object], *, verify: bool) -> bool:
    size, date, digest = signature
    if verify:
        return sha256(path.read_bytes()).hexdigest() == digest
    status = path.stat()
    return status.st_size == size and status.st_mtime_ns == date


def _sign(path: Path) -> Signature:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, sha256(path.read_bytes()).hexdigest()
