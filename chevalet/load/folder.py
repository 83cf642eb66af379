"""What stands in the folders of `modules` and `course`: modules, pictures, and what is never read as one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.load.tree import Tree, Trouble
from chevalet.model.noise import is_noise
from chevalet.span import Span

PICTURES = (".png", ".jpg", ".jpeg", ".gif")
_VALID = re.compile("[a-z0-9-]+")
_TRANSLATION = re.compile(r".+\.[a-z]{2}(-[A-Z]{2})?\.(md|yaml)")
# What Dropbox, Drive, iCloud, Syncthing and file managers add to a name: ` (1)`, ` - Copie`, `-conflict-…`.
_ADDED = re.compile(r"[ ._~(].*|-(conflict|conflit|copie|copy)(-.*)?")
# What they put before it: `Copie de `, `Copy (2) of `.
_PUT_BEFORE = re.compile(r"(?:(?:copie|copy)(?: \([0-9]+\))? (?:de|of) )+", re.I)


class ModuleFile(Struct, frozen=True):
    """A Markdown file of a module folder: its id, its path, and the folder's name, a workshop's id or `options`."""

    identifier: str
    path: str
    folder: str


def walk(tree: Tree, folder: str, sink: Sink, listed: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the paths of all files below a folder, in order, without noise; a link to a folder counts as a file.

    A folder that looks like a copy of its neighbour is told and left out, unless its name is one of `listed`.
    """
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        names = tree.list_folder(folder)
        if isinstance(names, Trouble):
            if names is not Trouble.MISSING:
                sink.add(names.value, Span(folder), path=folder)
            continue
        kept = [f"{folder}/{name}" for name in names if not is_noise(name.rstrip("/"))]
        yield from (path for path in kept if not path.endswith("/"))
        folders = [path.rstrip("/") for path in kept if path.endswith("/")]
        waiting.extend(reversed(list(_without_copies(folders, listed, sink))))


def is_picture(path: str) -> bool:
    """Say whether a file is a picture of a kind that is read."""
    return path.lower().endswith(PICTURES)


def is_translation(path: str) -> bool:
    """Say whether a file's name carries a language: `mythes.en.md`, `facts.en.yaml`."""
    return _TRANSLATION.fullmatch(path.rpartition("/")[2]) is not None


def find_modules(paths: list[str], listed: frozenset[str], sink: Sink) -> list[ModuleFile]:
    """Return the module files among `paths`; translations, copies, invalid names and other files are told.

    A name that looks like a copy of a neighbour's is one, unless a workshop has it in its list.
    """
    known = {path for path in paths if _is_markdown(path)}
    found = []
    for path in paths:
        if is_picture(path):
            continue
        name = path.rpartition(".")[0].rpartition("/")[2]
        original = "" if name in listed else find_original(path, known)
        if is_translation(path):
            sink.add("translation-not-read", Span(path), path=path)
        elif not _is_markdown(path):
            sink.add("unused-file", Span(path), path=path)
        elif original:
            sink.add("conflict-copy", Span(path), path=path, original=original)
        elif not _VALID.fullmatch(name):
            sink.add("invalid-id", Span(path), id=name)
        else:
            found.append(ModuleFile(name, path, path.split("/")[1]))
    return found


def _is_markdown(path: str) -> bool:
    """Say whether a file may be a module: `modules/<folder>/<name>.md`, no deeper."""
    return path.count("/") == 2 and path.lower().endswith(".md")


def find_original(path: str, known: Set[str]) -> str:
    """Return the neighbour, one of `known`, of which a file's or a folder's name says that it is a copy, or nothing."""
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    stem = _PUT_BEFORE.sub("", stem, count=1) if _PUT_BEFORE.match(stem) else stem
    for length in range(len(stem), 0, -1):
        original = f"{folder}{slash}{stem[:length]}{dot}{ending}"
        if original != path and original in known and _is_added(stem[length:]):
            return original
    return ""


def _is_added(rest: str) -> bool:
    """Say whether the end of a name may be an addition; OneDrive's is the name of a computer: `-PC-DE-ZOÉ`."""
    return not rest or _ADDED.fullmatch(rest) is not None or (rest[0] == "-" and rest[1:2].isupper())


def _without_copies(folders: list[str], listed: frozenset[str], sink: Sink) -> Iterator[str]:
    known = frozenset(folders)
    for folder in folders:
        original = "" if folder.rpartition("/")[2] in listed else find_original(folder, known)
        if original:
            sink.add("conflict-copy", Span(folder), path=folder, original=original)
        else:
            yield folder
