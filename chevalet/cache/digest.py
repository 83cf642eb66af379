"""Hashes of what a build receives: its sources, its options, the compiler itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import sha256

from chevalet.cache.files import Files


def hash_files(files: Files, *more: str) -> str:
    """Return the hash of files, by path, and of whatever else is to count."""
    total = sha256("\0".join(more).encode())
    for path, content in files.items():
        total.update(f"\0{path}\0{-1 if content is None else len(content)}\0".encode(errors="surrogatepass"))
        total.update(content or b"")
    return total.hexdigest()


def hash_compiler(fonts: str = "") -> str:
    """Return a hash that changes with the compiler, its Python, the libraries beside it and the files of `fonts`.

    Code is known by its size and date: reading it all would take a third of the time of a build with nothing to do.
    """
    package = os.path.dirname(os.path.dirname(__file__))
    parts = [sys.version, *_sign_code(package), *_list_libraries(), *_sign_fonts(fonts)]
    return sha256("\0".join(parts).encode()).hexdigest()


def _sign_code(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    return [line for entry in found for line in _sign_entry(entry)]


def _sign_entry(entry: os.DirEntry[str]) -> Iterator[str]:
    if entry.name.endswith(".py"):
        status = entry.stat()
        yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
    elif entry.is_dir() and entry.name != "__pycache__":
        yield from _sign_code(entry.path)


def _sign_fonts(folder: str) -> list[str]:
    """Return the names and sizes of the files of a folder; nothing where there is none."""
    files = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)
    return sorted(f"{file[len(folder) :]} {os.path.getsize(file)}" for file in files)


def _list_libraries() -> list[str]:
    """Return the names and versions of what is installed, as its folders tell them: `click-8.5.1.dist-info`."""
    found = []
    for place in sys.path:
        try:
            with os.scandir(place) as entries:
                found += [entry.name for entry in entries if entry.name.endswith(".dist-info")]
        except OSError:
            continue
    return sorted(found)
