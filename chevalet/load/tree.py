"""The one way to the disk: a tree of files under a root, listed and read, never written."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Protocol
from unicodedata import normalize

# A module is laid out, which takes a hundred times as long as reading it: more than any person writes, soon refused.
MODULE_LIMIT = 8 * 1024 * 1024
# A chart shows a few dozen values of a table.
TABLE_LIMIT = 1024 * 1024
TEXT_LIMIT = 10 * 1024 * 1024
PICTURE_LIMIT = 50 * 1024 * 1024


class Trouble(Enum):
    """Why a path could not be read; the value is the code of its diagnostic."""

    MISSING = "missing-file"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable-file"
    TOO_LARGE = "file-too-large"
    OUTSIDE = "path-outside-root"


class Tree(Protocol):
    """Files by their path from the root, written with `/` and in Unicode's composed form (NFC)."""

    def list_folder(self, folder: str) -> tuple[str, ...] | Trouble:
        """Return the names in a folder, sorted; a folder's own name ends in `/`, a link to a folder's does not."""
        ...

    def read_bytes(self, path: str, limit: int = TEXT_LIMIT) -> bytes | Trouble:
        """Return what a file holds, unless it is larger than `limit` bytes."""
        ...

    def exists(self, path: str) -> bool:
        """Say whether a file or a folder of that path stands inside the root."""
        ...

    def place(self, path: str) -> str:
        """Return where a path stands on the disk, empty when it does not: for what only a program reads."""
        ...


class DiskTree:
    """The files under a folder of the disk; a path or a link that leads out of it is refused."""

    __slots__ = ("_root",)

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def list_folder(self, folder: str) -> tuple[str, ...] | Trouble:
        place = self._locate(folder)
        if isinstance(place, Trouble):
            return place
        try:
            with os.scandir(place) as entries:
                names = [entry.name + "/" * entry.is_dir(follow_symlinks=False) for entry in entries]
        except NotADirectoryError:
            return Trouble.MISSING
        except OSError:
            return Trouble.UNREADABLE
        return tuple(sorted(normalize("NFC", name) for name in names))

    def read_bytes(self, path: str, limit: int = TEXT_LIMIT) -> bytes | Trouble:
        place = self._locate(path)
        if isinstance(place, Trouble):
            return place
        try:
            status = place.stat()
            # A pipe would be waited for without end: only a regular file is opened.
            if not stat.S_ISREG(status.st_mode):
                return Trouble.NOT_A_FILE
            return place.read_bytes() if status.st_size <= limit else Trouble.TOO_LARGE
        except OSError:
            return Trouble.UNREADABLE

    def exists(self, path: str) -> bool:
        return isinstance(self._locate(path), Path)

    def place(self, path: str) -> str:
        place = self._locate(path)
        return str(place) if isinstance(place, Path) else ""

    def _locate(self, path: str) -> Path | Trouble:
        try:
            # An absolute path takes the root's place here, and is refused below.
            place = (self._root / path).resolve(strict=True)
        except (FileNotFoundError, NotADirectoryError):
            return self._locate_by_names(path)
        # `ValueError` is a NUL in the path, `RuntimeError` a link that leads to itself (Python before 3.13).
        except (OSError, ValueError, RuntimeError):
            return Trouble.UNREADABLE
        return place if place.is_relative_to(self._root) else Trouble.OUTSIDE

    def _locate_by_names(self, path: str) -> Path | Trouble:
        """Find a path whose names the disk spells in decomposed form (NFD), as macOS and its archives do."""
        place = self._root
        for part in PurePosixPath(normalize("NFC", path)).parts:
            try:
                names = [entry.name for entry in place.iterdir()]
            except OSError:
                return Trouble.MISSING
            spelled = next((name for name in names if normalize("NFC", name) == part), None)
            if spelled is None:
                return Trouble.MISSING
            place /= spelled
        try:
            real = place.resolve(strict=True)
        except (OSError, RuntimeError):
            return Trouble.MISSING
        return real if real.is_relative_to(self._root) else Trouble.OUTSIDE


class MemoryTree:
    """Files given as a mapping of path to text, bytes, or the trouble met when reading it.

    `disk` is where they were read, if anywhere: it alone knows the places of those that others are to read.
    """

    __slots__ = ("_disk", "_files")

    def __init__(self, files: Mapping[str, str | bytes | Trouble], disk: Tree | None = None) -> None:
        self._disk = disk
        self._files = {
            normalize("NFC", path): content.encode() if isinstance(content, str) else content
            for path, content in files.items()
        }

    def list_folder(self, folder: str) -> tuple[str, ...] | Trouble:
        prefix = normalize("NFC", folder).rstrip("/") + "/"
        if prefix == "/":
            prefix = ""
        inside = [path.removeprefix(prefix) for path in self._files if path.startswith(prefix)]
        names = {name + slash for name, slash, _ in (path.partition("/") for path in inside)}
        return tuple(sorted(names)) if names else Trouble.MISSING

    def read_bytes(self, path: str, limit: int = TEXT_LIMIT) -> bytes | Trouble:
        content = self._files.get(normalize("NFC", path))
        # What was given under such a path was meant to be there: regions may stand beside the project.
        if content is None and (PurePosixPath(path).anchor or ".." in PurePosixPath(path).parts):
            return Trouble.OUTSIDE
        if content is None:
            return Trouble.NOT_A_FILE if self.exists(path) else Trouble.MISSING
        return Trouble.TOO_LARGE if isinstance(content, bytes) and len(content) > limit else content

    def exists(self, path: str) -> bool:
        path = normalize("NFC", path)
        return path in self._files or not isinstance(self.list_folder(path), Trouble)

    def place(self, path: str) -> str:
        return self._disk.place(path) if self._disk else ""
