"""The entries of `.cache`: written whole, ignored when damaged, safe to delete at any time."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

# Raised whenever what an entry holds changes its form.
VERSION = "1"
KEPT = 200
_DIGEST = 32


class Store:
    """Entries by key, one file each, under one folder; trouble with the disk only makes the cache forget."""

    __slots__ = ("_folder",)

    def __init__(self, folder: Path) -> None:
        self._folder = folder / VERSION

    def read(self, key: str) -> bytes | None:
        """Return an entry, or None when there is none or it is not what was written."""
        try:
            content = (self._folder / key).read_bytes()
        except OSError:
            return None
        digest, entry = content[:_DIGEST], content[_DIGEST:]
        return entry if sha256(entry).digest() == digest else None

    def write(self, key: str, entry: bytes) -> None:
        """Keep an entry."""
        place = self._folder / key
        beside = self._folder / f"{key}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(sha256(entry).digest() + entry)
            beside.replace(place)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def prune(self) -> None:
        """Let go of the entries that are oldest, when there are many."""
        try:
            places = sorted(self._folder.iterdir(), key=lambda place: place.stat().st_mtime_ns, reverse=True)
            for place in places[KEPT:]:
                place.unlink()
        except OSError:
            return
