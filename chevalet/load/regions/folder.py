"""The folder of regions: which there are, and where the files of one stand."""

from __future__ import annotations

import re

from chevalet.diagnostics import Sink
from chevalet.load.folder import find_original
from chevalet.load.tree import Tree, Trouble
from chevalet.model.noise import is_noise
from chevalet.span import Span

FOLDER = "course/regions"
BASE = "base"
ENDING, LOCK = ".yaml", ".lock"
_VALID = re.compile("[a-z0-9-]+")
# Names that mean something else where a region is asked for.
RESERVED = ("all", BASE)


def find_regions(tree: Tree, folder: str, sink: Sink) -> tuple[str, ...]:
    """Return the ids of the regions of a folder, in order; a file that can be none is told."""
    names = tree.list_folder(folder)
    if isinstance(names, Trouble):
        if names is not Trouble.MISSING or folder != FOLDER:
            sink.add(names.value, Span(folder), path=folder)
        return ()
    files = [name for name in names if not name.endswith("/") and not is_noise(name)]
    known = {f"{folder}/{name}" for name in files}
    found = [_check(f"{folder}/{name}", known, sink) for name in files]
    for name in (name.rstrip("/") for name in names if name.endswith("/") and not is_noise(name.rstrip("/"))):
        if name not in found:
            sink.add("unused-file", Span(f"{folder}/{name}"), path=f"{folder}/{name}")
    return tuple(name for name in found if name)


def list_files(tree: Tree, folder: str) -> list[str]:
    """Return the paths of the files in a region's own folder, down to the folders in it, without noise."""
    names = tree.list_folder(folder)
    found: list[str] = []
    for name in () if isinstance(names, Trouble) else names:
        path = f"{folder}/{name}"
        if path.endswith("/"):
            found += list_files(tree, path.rstrip("/"))
        elif not is_noise(name):
            found.append(path)
    return found


def _check(path: str, known: set[str], sink: Sink) -> str:
    """Return the id of a region's file, empty after saying why it is none; a lock belongs to a region."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if f".{ending}" == LOCK:
        if f"{path.removesuffix(LOCK)}{ENDING}" not in known:
            sink.add("unused-file", Span(path), path=path)
        return ""
    if f".{ending}" != ENDING:
        sink.add("unused-file", Span(path), path=path)
    elif original := find_original(path, known):
        sink.add("conflict-copy", Span(path), path=path, original=original)
    elif not _VALID.fullmatch(stem) or stem in RESERVED:
        sink.add("invalid-id", Span(path), id=stem)
    else:
        return stem
    return ""
