"""Suggesting a name for a mistaken one."""

from __future__ import annotations

from collections.abc import Iterable

from chevalet.diagnostics import nearest

SHOWN = 12


def suggest(name: str, known: Iterable[str]) -> str:
    """Return the known name nearest to a mistaken one or, when none is near, the first known ones; « … » for none.

    Messages put it between backticks: several names are parted by "`, `".
    """
    names = list(known)
    return nearest(name, names) or "`, `".join(names[:SHOWN]) or "…"
