"""What somebody saved in a folder in the instant it was being replaced, and what a killed build left beside it."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from pathlib import Path

from chevalet.model.folder import INDEX, MANIFEST
from chevalet.write.decide import name_edited
from chevalet.write.disk import clear_beside, hash_file, list_files, remove_folder, sign_file
from chevalet.write.manifest import read_entries
from chevalet.write.swap import discard, next_of, previous_of

Signatures = Mapping[str, tuple[int, int]]
# A file, and the name under which it is kept.
Kept = tuple[str, str]


def rescue(old: Path, current: Path, signatures: Signatures) -> list[Kept]:
    """Move into `current` the files of its old state that changed after they were read, then remove the old state.

    Raises `OSError` when one of them cannot be moved: the old state stays, for the next build to recover from.
    """
    kept = [_move(name, old, current) for name in _list_saved(old, current, signatures)]
    discard(old, current)
    return kept


def recover(current: Path) -> list[Kept]:
    """Put right what a killed build left beside: nothing of anybody's is lost, nothing of ours stays."""
    if current.exists() and not current.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file stands here", str(current))
    previous, kept = previous_of(current), []
    if previous.is_dir() and not current.exists():
        previous.rename(current)
    elif previous.is_dir():
        kept = [_move(name, previous, current) for name in list(_list_strange(previous, current))]
    for name in (INDEX, MANIFEST):
        clear_beside(current / name)
    for leftover in (previous, next_of(current)):
        remove_folder(leftover)
    return kept


def _list_saved(old: Path, current: Path, signatures: Signatures) -> Iterator[str]:
    for name in list(list_files(old)):
        place = current / name
        if name == MANIFEST or signatures.get(name) == sign_file(old / name):
            continue
        if not (place.exists() and place.samefile(old / name)):
            yield name


def _list_strange(old: Path, current: Path) -> Iterator[str]:
    """Yield the files of an old state that we did not make and that its next state has under no name."""
    told = read_entries(old / MANIFEST)
    known = {hash_file(current / name) for name in list_files(current)}
    for name in list_files(old):
        digest = hash_file(old / name)
        ours = name in told and told[name]["sha256"] == digest
        if name != MANIFEST and not ours and digest not in known:
            yield name


def _move(name: str, old: Path, current: Path) -> Kept:
    kept = name_edited(name, list_files(current)) if (current / name).exists() else name
    (current / kept).parent.mkdir(parents=True, exist_ok=True)
    (old / name).rename(current / kept)
    return name, kept
