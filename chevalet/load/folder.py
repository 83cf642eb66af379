"""What stands in the folders of `modules` and `course`: modules, pictures, and what is never read as one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.load.tree import Tree, Trouble
from chevalet.span import Span

PICTURES = (".png", ".jpg", ".jpeg", ".gif")
_VALID = re.compile("[a-z0-9-]+")
_TRANSLATION = re.compile(r".+\.[a-z]{2}(-[A-Z]{2})?\.(md|yaml)")
# Left by systems, editors and locks, or written for who looks into the folder: never part of the course.
_NOISE = re.compile(
    r"\..*|~\$.*|#.*#|.*~|.*\.(tmp|bak|swp|lock)|thumbs\.db|desktop\.ini|readme(\.md|\.txt)?|icon\r", re.I
)
# What Dropbox, OneDrive, Drive, iCloud, Syncthing and file managers add to a name: ` (1)`, ` - Copie`, `-conflict-…`.
_ADDED = re.compile(r"[ ._~(].*|-(conflict|conflit|copie|copy)(-.*)?|-[A-Z].*")


class ModuleFile(Struct, frozen=True):
    """A Markdown file of a module folder: its id, its path, and the folder's name, a workshop's id or `options`."""

    identifier: str
    path: str
    folder: str


def walk(tree: Tree, folder: str, sink: Sink) -> Iterator[str]:
    """Yield the paths of all files below a folder, in order, without noise; a link to a folder counts as a file."""
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        names = tree.list_folder(folder)
        if isinstance(names, Trouble):
            if names is not Trouble.MISSING:
                sink.add(names.value, Span(folder), path=folder)
            continue
        kept = [f"{folder}/{name}" for name in names if not _NOISE.fullmatch(name.rstrip("/"))]
        yield from (path for path in kept if not path.endswith("/"))
        waiting.extend(path.rstrip("/") for path in reversed(kept) if path.endswith("/"))


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
    stems = {path.rpartition(".")[0] for path in paths if _is_markdown(path)}
    found = []
    for path in paths:
        if is_picture(path):
            continue
        stem = path.rpartition(".")[0]
        name = stem.rpartition("/")[2]
        original = "" if name in listed else _find_original(stem, stems)
        if is_translation(path):
            sink.add("translation-not-read", Span(path), path=path)
        elif not _is_markdown(path):
            sink.add("unused-file", Span(path), path=path)
        elif original:
            sink.add("conflict-copy", Span(path), path=path, original=f"{original}.md")
        elif not _VALID.fullmatch(name):
            sink.add("invalid-id", Span(path), id=name)
        else:
            found.append(ModuleFile(name, path, path.split("/")[1]))
    return found


def _is_markdown(path: str) -> bool:
    """Say whether a file may be a module: `modules/<folder>/<name>.md`, no deeper."""
    return path.count("/") == 2 and path.lower().endswith(".md")


def _find_original(stem: str, stems: set[str]) -> str:
    """Return the neighbour of which a file's name says that it is a copy, or the empty string."""
    starts = (stem[:length] for length in range(len(stem) - 1, 0, -1))
    return next((start for start in starts if start in stems and _ADDED.fullmatch(stem[len(start) :])), "")
