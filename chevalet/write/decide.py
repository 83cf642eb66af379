"""What a folder will hold next, decided without touching it: ours, what was changed by hand, what is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from unicodedata import normalize

from msgspec import Struct, field

from chevalet.model.artifact import Artifact, Result
from chevalet.model.folder import MANIFEST
from chevalet.write.manifest import Entry, describe
from chevalet.write.outcome import Status

LONGEST_NAME = 255
"""Bytes in the name of a file, on every disk of today."""


class Present(Struct, frozen=True):
    """What a folder holds: a hash for each file that may be ours, an empty one for others; our manifest's entries.

    A manifest is among the files when it is not ours; `folders` are the outputs in whose place somebody made a folder.
    """

    hashes: Mapping[str, str]
    entries: Mapping[str, Entry]
    folders: frozenset[str] = frozenset()


class Following(Struct):
    """The folder's next state: each name with the present file it stays, or with new bytes; and what to say of it."""

    files: dict[str, str | bytes]
    entries: dict[str, Entry]
    statuses: dict[str, Status] = field(default_factory=dict)
    edited: dict[str, str] = field(default_factory=dict)

    @property
    def is_present(self) -> bool:
        """Say whether every file stays as it is."""
        return all(name == source for name, source in self.files.items())

    def keep(self, path: str, present: Present) -> None:
        """Keep what stands at the path of an output that could not be made, as stale."""
        if path in present.entries and path in present.hashes:
            self.entries[path] = {**present.entries[path], "stale": True}
        self.statuses[path] = Status.STALE if path in present.hashes else Status.MISSING


def decide(present: Present, results: Sequence[Result], known: frozenset[str]) -> Following:
    """Return what a folder will hold; `known` names every file that the whole course makes there."""
    following = Following({name: name for name in present.hashes}, dict(present.entries))
    if MANIFEST in present.hashes:
        _set_aside(MANIFEST, following)
        following.files.pop(MANIFEST)
    for result in results:
        if isinstance(result, Artifact) and result.path not in present.folders:
            take(result, present, following)
        else:
            following.keep(result.path, present)
    asked = {result.path for result in results}
    for path in present.entries:
        if path not in following.files:
            following.entries.pop(path)
        elif path not in asked and path not in known:
            _drop(path, present, following)
    return following


def take(artifact: Artifact, present: Present, following: Following) -> None:
    """Bring an artifact into the next state; what was changed by hand in its place is kept under another name."""
    path, entry = artifact.path, describe(artifact)
    found = present.hashes.get(path)
    following.entries[path] = entry
    following.statuses[path] = Status.UNCHANGED if found == entry["sha256"] else Status.WRITTEN
    if found == entry["sha256"]:
        return
    if found is not None and not _is_ours(path, present):
        _set_aside(path, following)
    following.files[path] = artifact.content


def name_edited(path: str, taken: Iterable[str]) -> str:
    """Return the name under which a file changed by hand is kept: « nom (modifié).pptx », « nom (modifié 2).pptx »."""
    place, taken = PurePosixPath(path), frozenset(map(_fold, taken))
    number = 1
    while True:
        mark = " (modifié)" if number == 1 else f" (modifié {number})"
        name = str(place.with_name(_join(place.stem, mark + place.suffix)))
        if _fold(name) not in taken:
            return name
        number += 1


def _join(stem: str, end: str) -> str:
    """Return a name of a stem and an end, the stem cut to the bytes that disks bear."""
    room = LONGEST_NAME - len(os.fsencode(end))
    return (stem if len(os.fsencode(stem)) <= room else os.fsencode(stem)[:room].decode(errors="ignore")) + end


def _fold(name: str) -> str:
    """Return what two names share that some disk takes for one."""
    return normalize("NFC", name).casefold()


def _drop(path: str, present: Present, following: Following) -> None:
    """Let go of a file that the course makes no more; one changed by hand is kept under its other name."""
    if not _is_ours(path, present):
        _set_aside(path, following)
    following.files.pop(path, None)
    following.entries.pop(path)


def _is_ours(path: str, present: Present) -> bool:
    return path in present.entries and present.hashes[path] == present.entries[path]["sha256"]


def _set_aside(path: str, following: Following) -> None:
    name = name_edited(path, following.files)
    following.files[name] = path
    following.edited[path] = name
