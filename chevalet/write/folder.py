"""One region × edition folder on its way to its next state: read, decided, made beside, swapped in."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.model.artifact import Artifact, Result
from chevalet.model.folder import INDEX, MANIFEST
from chevalet.span import Span
from chevalet.write.decide import Following, Present, decide, take
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
from chevalet.write.manifest import Entry, describe, is_foreign, make_manifest, merge_entry, publish_entry, read_entries
from chevalet.write.piecewise import hold_back, replace_each
from chevalet.write.rescue import Signatures, recover, rescue
from chevalet.write.swap import next_of, swap
from chevalet.write.trouble import describe_trouble

# The system refuses the whole folder: a file in it is open, or the folder is a disk of its own.
_REFUSALS = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


MakeIndex = Callable[[str, Sequence[Entry]], Artifact | None]
"""Makes the index of a folder (`region/edition`), if it is to have one, of its manifest's entries as shown there."""


class Folder(Struct, frozen=True):
    """A folder on the disk, how diagnostics call it, which `region/edition` it holds, and what makes its index."""

    path: Path
    name: str
    target: str
    make_index: MakeIndex | None = None

    def manifest_of(self, following: Following) -> bytes:
        return make_manifest(map(self._publish, following.entries.values()))

    def index_of(self, following: Following) -> Artifact | None:
        """Return the index: it tells of all files but itself."""
        entries = [self._publish(entry) for path, entry in following.entries.items() if path != INDEX]
        return self.make_index(self.target, entries) if self.make_index else None

    def list_asked(self, results: Sequence[Result]) -> Set[str]:
        """Return the names of the files that a build would make here."""
        return {result.path for result in results} | ({INDEX} if self.make_index else set())

    def _publish(self, entry: Entry) -> Entry:
        return publish_entry(entry, self.target.rpartition("/")[2])

    def read(
        self, asked: Set[str], remembered: Mapping[str, Entry], left: Mapping[str, Entry]
    ) -> tuple[Present, Signatures]:
        """Return what the folder holds, the files `asked` among it; `remembered` is what the root manifest says more.

        `left` is what a build that was killed while it wrote file by file would have said at its end.
        """
        if (self.path / MANIFEST).is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder stands here", MANIFEST)
        own = read_entries(self.path / MANIFEST)
        names = [name for name in list_files(self.path) if name != MANIFEST or is_foreign(self.path / MANIFEST)]
        signatures = {name: sign_file(self.path / name) for name in names}
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
        left = read_entries(next_of(folder.path) / MANIFEST)
        _tell(recover(folder.path), folder, sink)
        present, signatures = folder.read(folder.list_asked(results), remembered, left)
        following = _decide(folder, present, results, known)
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


def _decide(folder: Folder, present: Present, results: Sequence[Result], known: frozenset[str]) -> Following:
    """Return the next state of a folder, its index made last: of what all the others become."""
    following = decide(present, results, known | {INDEX} if folder.make_index else known)
    index = folder.index_of(following)
    if index and INDEX not in present.folders:
        take(index, present, following)
    return following


def _tell(aside: Iterable[tuple[str, str]], folder: Folder, sink: Sink) -> None:
    """Say which files were changed by hand, and under which names they are kept."""
    for path, kept in aside:
        sink.add("edited-by-hand", Span(f"{folder.name}/{path}"), path=path, kept=kept)


def _is_told(folder: Folder, following: Following) -> bool:
    """Say whether the folder's manifest says all this already."""
    manifest = folder.path / MANIFEST
    return manifest.exists() and manifest.read_bytes() == folder.manifest_of(following)


def _stage(folder: Folder, following: Following) -> None:
    """Make beside what is new of the next state; nothing stays of it when that is cut short."""
    place = next_of(folder.path)
    place.mkdir(parents=True)
    try:
        for name, content in following.files.items():
            if isinstance(content, bytes):
                write_file(place / name, content)
        write_file(place / MANIFEST, folder.manifest_of(following))
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
    if INDEX in following.files:
        # Its turn comes last: it tells which files were refused.
        following.files[INDEX] = INDEX
    refused = replace_each(folder.path, following, present)
    if INDEX not in refused:
        refused |= _replace_index(folder, following, present)
    for name, error in refused.items():
        sink.extend([describe_trouble(f"{folder.name}/{name}", error)])
    try:
        replace_file(folder.path / MANIFEST, folder.manifest_of(following))
    except OSError as error:
        # The manifest made beside stays there: from it, the next build knows what is ours.
        sink.extend([describe_trouble(f"{folder.name}/{MANIFEST}", error)])
    else:
        remove_folder(next_of(folder.path))


def _replace_index(folder: Folder, following: Following, present: Present) -> dict[str, OSError]:
    """Bring the index in, which tells too which files were refused; return the error when it is itself."""
    index = folder.index_of(following)
    if not index or INDEX in present.folders:
        return {}
    try:
        following.entries[INDEX] = describe(index)
        # A build killed here knows from the manifest beside that the new index is ours, from the other that the old is.
        next_of(folder.path).mkdir(exist_ok=True)
        replace_file(next_of(folder.path) / MANIFEST, folder.manifest_of(following))
        replace_file(folder.path / INDEX, index.content)
    except OSError as error:
        hold_back(INDEX, following, present)
        return {INDEX: error}
    return {}


def _stay(present: Present, results: Sequence[Result]) -> Following:
    """Return the state of a folder that could not be brought further: what was asked for is stale, or not there."""
    following = Following({name: name for name in present.hashes}, dict(present.entries))
    for result in results:
        following.keep(result.path, present)
    return following
