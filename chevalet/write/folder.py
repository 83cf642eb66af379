"""One region × edition folder on its way to its next state: read, decided, made beside, swapped in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.model.artifact import Result
from chevalet.span import Span
from chevalet.write.decide import Following, Present, decide
from chevalet.write.disk import (
    copy_folders,
    hash_file,
    link_file,
    list_files,
    replace_file,
    sign_file,
    sync_folder,
    write_file,
)
from chevalet.write.manifest import NAME, Entry, make_manifest, publish_entry, read_entries
from chevalet.write.piecewise import replace_each
from chevalet.write.rescue import Signatures, rescue
from chevalet.write.swap import next_of, recover, swap
from chevalet.write.trouble import describe_trouble


class Folder(Struct, frozen=True):
    """A folder on the disk, how diagnostics call it, and which edition it holds."""

    path: Path
    name: str
    edition: str

    def manifest_of(self, following: Following) -> bytes:
        return make_manifest(publish_entry(entry, self.edition) for entry in following.entries.values())

    def read(self, results: Sequence[Result], remembered: Mapping[str, Entry]) -> tuple[Present, Signatures]:
        """Return what the folder holds; `remembered` is what the root manifest says more of it."""
        own = read_entries(self.path / NAME)
        entries = {path: {**_same(remembered.get(path), entry), **entry} for path, entry in own.items()}
        ours = entries.keys() | {result.path for result in results}
        names = [name for name in list_files(self.path) if name != NAME]
        signatures = {name: sign_file(self.path / name) for name in names}
        hashes = {name: hash_file(self.path / name) if name in ours else "" for name in names}
        return Present(hashes, entries), signatures


def publish_folder(
    folder: Folder, results: Sequence[Result], known: frozenset[str], remembered: Mapping[str, Entry], sink: Sink
) -> Following:
    """Bring a folder to its next state and return it; after disk trouble, return the state that it still has."""
    present = Present({}, {})
    try:
        recover(folder.path)
        present, signatures = folder.read(results, remembered)
        following = decide(present, results, known)
        if not (following.is_present and _is_told(folder, following)):
            _stage(folder, following)
            _take_place(folder, following, present, signatures, sink)
    except OSError as error:
        shutil.rmtree(next_of(folder.path), ignore_errors=True)
        sink.extend([describe_trouble(folder.name, error)])
        return _stay(present, results)
    return following


def _same(remembered: Entry | None, entry: Entry) -> Entry:
    return remembered if remembered and remembered["sha256"] == entry["sha256"] else {}


def _is_told(folder: Folder, following: Following) -> bool:
    """Say whether the folder's manifest says all this already."""
    manifest = folder.path / NAME
    return manifest.exists() and manifest.read_bytes() == folder.manifest_of(following)


def _stage(folder: Folder, following: Following) -> None:
    """Make beside what is new of the next state."""
    place = next_of(folder.path)
    place.mkdir(parents=True)
    for name, content in following.files.items():
        if isinstance(content, bytes):
            write_file(place / name, content)
    write_file(place / NAME, folder.manifest_of(following))


def _complete(folder: Folder, following: Following) -> None:
    """Link what stays into the next state."""
    place = next_of(folder.path)
    if folder.path.exists():
        copy_folders(folder.path, place)
    for name, source in following.files.items():
        if isinstance(source, str):
            link_file(folder.path / source, place / name)
    sync_folder(place)


def _take_place(folder: Folder, following: Following, present: Present, signatures: Signatures, sink: Sink) -> None:
    """Swap the next state in, or bring it in file by file where the system refuses."""
    try:
        _complete(folder, following)
        old = swap(folder.path)
    except PermissionError:
        old = None
        _take_places(folder, following, present, sink)
    sync_folder(folder.path.parent)
    aside = [*following.edited.items(), *(rescue(old, folder.path, signatures) if old else ())]
    for path, kept in aside:
        sink.add("edited-by-hand", Span(f"{folder.name}/{path}"), path=path, kept=kept)
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def _take_places(folder: Folder, following: Following, present: Present, sink: Sink) -> None:
    """Bring the next state in file by file: what is held open stays as it was, and is told."""
    for name, error in replace_each(folder.path, following, present).items():
        sink.extend([describe_trouble(f"{folder.name}/{name}", error)])
    replace_file(folder.path / NAME, folder.manifest_of(following))
    shutil.rmtree(next_of(folder.path), ignore_errors=True)


def _stay(present: Present, results: Sequence[Result]) -> Following:
    """Return the state of a folder that could not be brought further: what was asked for is stale, or not there."""
    following = Following({name: name for name in present.hashes}, dict(present.entries))
    for result in results:
        following.keep(result.path, present)
    return following
