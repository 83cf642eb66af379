"""What somebody saved in a folder in the instant it was being replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from chevalet.write.decide import name_edited
from chevalet.write.disk import list_files, sign_file
from chevalet.write.manifest import NAME

Signatures = Mapping[str, tuple[int, int]]


def rescue(old: Path, current: Path, signatures: Signatures) -> Iterator[tuple[str, str]]:
    """Move into `current` the files of its old state that changed after they were read; yield each and its new name."""
    for name in list(list_files(old)):
        place = current / name
        if name == NAME or signatures.get(name) == sign_file(old / name):
            continue
        if place.exists() and place.samefile(old / name):
            continue
        kept = name_edited(name, list_files(current)) if place.exists() else name
        (current / kept).parent.mkdir(parents=True, exist_ok=True)
        (old / name).rename(current / kept)
        yield name, kept
