"""Hashes of a package that do not depend on the zip library that packed it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from chevalet.verify.package import Part


def hash_parts(parts: Mapping[str, Part]) -> tuple[str, str]:
    """Return two hashes: of the contents of its parts, and of the words and values shown in it."""
    contents, words = sha256(), sha256()
    for name, part in sorted(parts.items()):
        contents.update(b"%s\0%s" % (name.encode(), part.digest))
        words.update(part.words)
    return contents.hexdigest(), words.hexdigest()
