"""The lock of a region, `<id>.lock`: the hash of each base part it overrides, as the organizer last accepted it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chevalet.load.tree import Tree, Trouble

_HEAD = "# Fait par « build.py accept » : ne pas modifier. Ce que la région remplace, tel qu'il était alors.\n"
_LINE = re.compile(r"([0-9a-f]{8,64}) +(\S+)")


def read_lock(tree: Tree, path: str) -> Mapping[str, str]:
    """Return the hashes by the id of the part: a slide's key, a module's or a text's id; other lines are none."""
    content = tree.read_bytes(path)
    if isinstance(content, Trouble):
        return {}
    lines = (_LINE.fullmatch(line.strip()) for line in content.decode(errors="replace").splitlines())
    return {line[2]: line[1] for line in lines if line}


def format_lock(hashes: Mapping[str, str]) -> str:
    """Return the text of a lock, sorted so that two builds write the same."""
    return _HEAD + "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes))
