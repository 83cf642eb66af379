"""Every file a build may read, read once: what is hashed is what is built."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from chevalet.model.noise import is_noise

# A file that could not be read as a plain one inside the root is None: load finds out what is the matter with it.
Files = Mapping[str, bytes | None]
FOLDERS = ("course", "modules")
LARGEST = 50 * 1024 * 1024


def read_files(root: str, theme: str) -> Files:
    """Return the files of the course, of its modules and of its theme, by their path from the root, in order.

    What systems and editors leave beside them is no part of it: it comes, goes and is locked as they please.
    """
    real = os.path.realpath(root)
    found = [*_list(real, FOLDERS), *(path for path in _list(real, (theme,), deep=False))]
    return {normalize("NFC", path): _read(real, path) for path in sorted(found)}


def read_folder(place: str, name: str) -> Files:
    """Return the files of a folder that may stand anywhere, by their path below it, after `name`."""
    real = os.path.realpath(place)
    above, folder = os.path.split(real)
    found = sorted(_list(above, (folder,)))
    return {normalize("NFC", f"{name}{path[len(folder) :]}"): _read(above, path) for path in found}


def _list(root: str, folders: tuple[str, ...], *, deep: bool = True) -> Iterator[str]:
    # A folder that is a link out of the root is not there: what it holds is not the course's.
    waiting = [folder for folder in folders if os.path.realpath(f"{root}/{folder}").startswith(root + os.sep)]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    if is_noise(entry.name):
                        continue
                    if not entry.is_dir(follow_symlinks=False):
                        yield f"{folder}/{entry.name}"
                    elif deep:
                        waiting.append(f"{folder}/{entry.name}")
        except OSError:
            continue


def _read(root: str, path: str) -> bytes | None:
    place = f"{root}/{path}"
    try:
        if os.path.islink(place) and not os.path.realpath(place).startswith(root + os.sep):
            return None
        if not os.path.isfile(place) or os.stat(place).st_size > LARGEST:
            return None
        with open(place, "rb") as file:
            return file.read()
    except OSError:
        return None
