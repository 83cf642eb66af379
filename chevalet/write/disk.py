"""The few things done to the disk: listing, hashing, linking, and writing what a power cut cannot tear."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

UNREADABLE = "unreadable"


def list_files(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, from it and with `/`; a link is a file."""
    for parent, folders, files in os.walk(folder):
        place = Path(parent)
        links = (name for name in folders if (place / name).is_symlink())
        yield from ((place / name).relative_to(folder).as_posix() for name in (*files, *links))


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; no hash when it cannot be read, as while it is held open."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return UNREADABLE


def sign_file(path: Path) -> tuple[int, int]:
    """Return a file's size and the time of its last change, in nanoseconds."""
    status = path.lstat()
    return status.st_size, status.st_mtime_ns


def link_file(source: Path, place: Path) -> None:
    """Make `place` the same file as `source`, or its copy where the disk knows no hard links."""
    if not source.is_symlink():
        try:
            os.link(source, place)
        except OSError:
            shutil.copy2(source, place)
    else:
        shutil.copy2(source, place, follow_symlinks=False)


def write_file(path: Path, content: bytes) -> None:
    """Write a new file down to the disk itself."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that another may stand in place of: a reader finds the old one or the new one."""
    beside = path.with_name(f".{path.name}.next")
    beside.unlink(missing_ok=True)
    write_file(beside, content)
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a folder's names last; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_folders(source: Path, place: Path) -> None:
    """Make at `place` the same folders as below `source`, empty, with the same rights."""
    for parent, _, _ in os.walk(source):
        folder = place / Path(parent).relative_to(source)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copymode(parent, folder)
