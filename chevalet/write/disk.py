"""The few things done to the disk: listing, hashing, linking, and writing what a power cut cannot tear."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

UNREADABLE = "unreadable"


def list_files(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, from it and with `/`; a link is a file.

    Raises `OSError` where a folder cannot be listed: what is not seen could be lost.
    """
    for parent, folders, files in _walk(folder):
        place = Path(parent)
        links = (name for name in folders if (place / name).is_symlink())
        yield from ((place / name).relative_to(folder).as_posix() for name in (*files, *links))


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    def refuse(error: OSError) -> None:
        raise error

    return os.walk(folder, onerror=refuse) if folder.exists() else iter(())


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; no hash when it cannot be read, as while it is held open."""
    try:
        # Reading a pipe would wait for ever.
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else UNREADABLE
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
    clear_beside(path)
    try:
        write_file(_beside(path), content)
        _beside(path).replace(path)
    except BaseException:
        with suppress(OSError):
            clear_beside(path)
        raise
    sync_folder(path.parent)


def clear_beside(path: Path) -> None:
    """Remove what a killed build began to write for a file's place."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.next")


def sync_folder(folder: Path) -> None:
    """Make a folder's names last, where the disk knows how; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def copy_folders(source: Path, place: Path) -> None:
    """Make at `place` the same folders as below `source`, empty."""
    for parent, _, _ in _walk(source):
        (place / Path(parent).relative_to(source)).mkdir(parents=True, exist_ok=True)


def copy_rights(source: Path, place: Path) -> None:
    """Give the folders at `place` the rights of those below `source`, the innermost first."""
    for parent, _, _ in reversed(list(_walk(source))):
        shutil.copymode(parent, place / Path(parent).relative_to(source))


def remove_folder(folder: Path) -> None:
    """Remove a folder with all in it, though some of its folders be read-only; what is held open stays."""
    for parent, _, _ in os.walk(folder):
        with suppress(OSError):
            Path(parent).chmod(stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
