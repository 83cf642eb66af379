"""One region × edition folder on its way to its next state: read, decided, made beside, swapped in."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.model.artifact import Result
from chevalet.span import Span
from chevalet.write.decide import Following, Present, decide
from chevalet.write.disk import (
    copy_folders,
    copy_rights,
    hash_file,
    link_file,
    list_files,
    remove_folder,
    replace_file,
    sign_file,
    sync_folder,
    write_file,
)
from chevalet.write.manifest import NAME, Entry, is_foreign, make_manifest, merge_entry, publish_entry, read_entries
from chevalet.write.piecewise import replace_each
from chevalet.write.rescue import Signatures, recover, rescue
from chevalet.write.swap import next_of, swap
from chevalet.write.trouble import describe_trouble

# The system refuses the whole folder: a file in it is open, or the folder is a disk of its own.
_REFUSALS = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


class Folder(Struct, frozen=True):
    """A folder on the disk, how diagnostics call it, and which edition it holds."""

    path: Path
    name: str
    edition: str

    def manifest_of(self, following: Following) -> bytes:
        return make_manifest(publish_entry(entry, self.edition) for entry in following.entries.values())

    def read(
        self, results: Sequence[Result], remembered: Mapping[str, Entry], left: Mapping[str, Entry]
    ) -> tuple[Present, Signatures]:
        """Return what the folder holds; `remembered` is what the root manifest says more of it.

        `left` is what a build that was killed while it wrote file by file would have said at its end.
        """
        if (self.path / NAME).is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder stands here", NAME)
        own = read_entries(self.path / NAME)
        names = [name for name in list_files(self.path) if name != NAME or is_foreign(self.path / NAME)]
        signatures = {name: sign_file(self.path / name) for name in names}
        asked = {result.path for result in results}
        ours = own.keys() | left.keys() | asked
        hashes = {name: hash_file(self.path / name) if name in ours else "" for name in names}
        own |= {path: entry for path, entry in left.items() if hashes.get(path) == entry["sha256"]}
        entries = {path: merge_entry(remembered.get(path), entry) for path, entry in own.items()}
        return Present(hashes, entries, frozenset(filter(self._holds_folder, asked))), signatures

    def _holds_folder(self, name: str) -> bool:
        return (self.path / name).is_dir() and not (self.path / name).is_symlink()


def publish_folder(
    folder: Folder, results: Sequence[Result], known: frozenset[str], remembered: Mapping[str, Entry], sink: Sink
) -> Following:
    """Bring a folder to its next state and return it; after disk trouble, return the state that it still has."""
    present = Present({path: "" for path in remembered if (folder.path / path).is_file()}, remembered)
    try:
        left = read_entries(next_of(folder.path) / NAME)
        _tell(recover(folder.path), folder, sink)
        present, signatures = folder.read(results, remembered, left)
        following = decide(present, results, known)
        if not (following.is_present and _is_told(folder, following)):
            _stage(folder, following)
            _take_place(folder, following, present, signatures, sink)
    except OSError as error:
        remove_folder(next_of(folder.path))
        sink.extend([describe_trouble(folder.name, error)])
        return _stay(present, results)
    for name in sorted(present.folders):
        sink.extend([describe_trouble(f"{folder.name}/{name}", IsADirectoryError(errno.EISDIR, name))])
    return following


def _tell(aside: Iterable[tuple[str, str]], folder: Folder, sink: Sink) -> None:
    """Say which files were changed by hand, and under which names they are kept."""
    for path, kept in aside:
        sink.add("edited-by-hand", Span(f"{folder.name}/{path}"), path=path, kept=kept)


def _is_told(folder: Folder, following: Following) -> bool:
    """Say whether the folder's manifest says all this already."""
    manifest = folder.path / NAME
    return manifest.exists() and manifest.read_bytes() == folder.manifest_of(following)


def _stage(folder: Folder, following: Following) -> None:
    """Make beside what is new of the next state; nothing stays of it when that is cut short."""
    place = next_of(folder.path)
    place.mkdir(parents=True)
    try:
        for name, content in following.files.items():
            if isinstance(content, bytes):
                write_file(place / name, content)
        write_file(place / NAME, folder.manifest_of(following))
    except BaseException:
        remove_folder(place)
        raise


def _complete(folder: Folder, following: Following) -> None:
    """Link what stays into the next state."""
    place = next_of(folder.path)
    if folder.path.exists():
        copy_folders(folder.path, place)
    for name, source in following.files.items():
        if isinstance(source, str):
            link_file(folder.path / source, place / name)
    if folder.path.exists():
        copy_rights(folder.path, place)
    sync_folder(place)


def _take_place(folder: Folder, following: Following, present: Present, signatures: Signatures, sink: Sink) -> None:
    """Swap the next state in, or bring it in file by file where the system refuses."""
    try:
        _complete(folder, following)
        old = swap(folder.path)
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        old = None
        _take_places(folder, following, present, sink)
    sync_folder(folder.path.parent)
    _tell(following.edited.items(), folder, sink)
    if old is None:
        return
    try:
        _tell(rescue(old, folder.path, signatures), folder, sink)
    except OSError as error:
        sink.extend([describe_trouble(folder.name, error)])


def _take_places(folder: Folder, following: Following, present: Present, sink: Sink) -> None:
    """Bring the next state in file by file: what is held open stays as it was, and is told."""
    folder.path.mkdir(exist_ok=True)
    for name, error in replace_each(folder.path, following, present).items():
        sink.extend([describe_trouble(f"{folder.name}/{name}", error)])
    try:
        replace_file(folder.path / NAME, folder.manifest_of(following))
    except OSError as error:
        # The manifest made beside stays there: from it, the next build knows what is ours.
        sink.extend([describe_trouble(f"{folder.name}/{NAME}", error)])
    else:
        remove_folder(next_of(folder.path))


def _stay(present: Present, results: Sequence[Result]) -> Following:
    """Return the state of a folder that could not be brought further: what was asked for is stale, or not there."""
    following = Following({name: name for name in present.hashes}, dict(present.entries))
    for result in results:
        following.keep(result.path, present)
    return following
