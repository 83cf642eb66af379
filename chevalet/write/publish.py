"""The write stage: artifacts grouped by folder, published one folder after another, told in the root manifest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.artifact import Result
from chevalet.model.folder import MANIFEST
from chevalet.model.private import EDITION
from chevalet.span import Span
from chevalet.write.decide import Following, name_edited
from chevalet.write.disk import clear_beside, replace_file
from chevalet.write.folder import Folder, MakeIndex, publish_folder
from chevalet.write.lock import hold_lock
from chevalet.write.manifest import Entry, is_foreign, make_manifest, merge_entry, read_entries
from chevalet.write.outcome import Outcome, Status
from chevalet.write.trouble import describe_trouble


def write(
    results: Sequence[Result],
    known: Mapping[str, frozenset[str]],
    out: Path,
    name: str,
    make_index: MakeIndex | None = None,
) -> tuple[tuple[Outcome, ...], tuple[Diagnostic, ...]]:
    """Write the artifacts below `out`, shown as `name`, and tell what became of each.

    `known` names all that the whole course makes in each folder (`region/edition`): what an earlier build made there
    and the course makes no more goes away. Disk trouble is a diagnostic; the folder it touches stays as it was.
    Each folder gets the index that `make_index` makes of all that it will hold, whatever was asked for this time.
    """
    sink = Sink()
    states: dict[str, Following] = {}
    try:
        out.mkdir(parents=True, exist_ok=True)
        with hold_lock(out) as is_held:
            if is_held:
                states = _publish(results, known, Folder(out, name, "", make_index), sink)
            else:
                sink.add("another-build", Span(name), path=name)
    except OSError as error:
        sink.extend([describe_trouble(name, error)])
    return tuple(_outcome(result, states, out) for result in results), tuple(sink.found)


def folder_of(result: Result) -> str:
    """Return the folder of an output, from the output root."""
    return f"{result.target.region}/{result.target.edition}"


def _publish(
    results: Sequence[Result], known: Mapping[str, frozenset[str]], root: Folder, sink: Sink
) -> dict[str, Following]:
    remembered = read_entries(root.path / MANIFEST)
    states = {}
    for name in sorted({folder_of(result) for result in results}):
        place = Path(os.path.realpath(root.path / name))
        folder = Folder(place, f"{root.name}/{name}", name, root.make_index)
        inside = {path[len(name) + 1 :]: remembered[path] for path in remembered if path.startswith(f"{name}/")}
        group = [result for result in results if folder_of(result) == name]
        states[name] = publish_folder(folder, group, known.get(name, frozenset()), inside, sink)
    try:
        _tell_all(make_manifest(_root_entries(remembered, states, root.path)), root, sink)
    except OSError as error:
        sink.extend([describe_trouble(f"{root.name}/{MANIFEST}", error)])
    return states


def _tell_all(manifest: bytes, root: Folder, sink: Sink) -> None:
    """Write the root manifest, unless it says all this already; one that is not ours is kept under another name."""
    place = root.path / MANIFEST
    clear_beside(place)
    if is_foreign(place):
        kept = name_edited(MANIFEST, (path.name for path in root.path.iterdir()))
        place.rename(root.path / kept)
        sink.add("edited-by-hand", Span(f"{root.name}/{MANIFEST}"), path=MANIFEST, kept=kept)
    if not place.exists() or place.read_bytes() != manifest:
        replace_file(place, manifest)


def _root_entries(remembered: Mapping[str, Entry], states: Mapping[str, Following], out: Path) -> Iterator[Entry]:
    """Yield the entries of the folders just published, and those of the others whose files are still there."""
    for name, state in states.items():
        if _is_private(name):
            continue
        yield from ({**entry, "path": f"{name}/{path}"} for path, entry in state.entries.items())
    for place in sorted(out.glob(f"*/*/{MANIFEST}")):
        name = place.parent.relative_to(out).as_posix()
        if name not in states and not name.rpartition("/")[2].startswith(".") and not _is_private(name):
            yield from _other_entries(name, remembered, place)


def _is_private(folder: str) -> bool:
    """Say whether a folder is told of by its own manifest alone."""
    return folder.rpartition("/")[2] == EDITION


def _other_entries(name: str, remembered: Mapping[str, Entry], manifest: Path) -> Iterator[Entry]:
    """Yield the entries of a folder that this build leaves: as its own manifest has them, with what that one hides."""
    for inside, entry in read_entries(manifest).items():
        path = f"{name}/{inside}"
        if (manifest.parent / inside).is_file():
            yield {**merge_entry(remembered.get(path), entry), "path": path}


def _outcome(result: Result, states: Mapping[str, Following], out: Path) -> Outcome:
    folder = folder_of(result)
    path = f"{folder}/{result.path}"
    if folder in states:
        return Outcome(path, result, states[folder].statuses[result.path])
    return Outcome(path, result, Status.STALE if (out / path).is_file() else Status.MISSING)
