"""Roles: which layouts of the theme each kind of content takes, in the order they are tried."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

Roles = Mapping[str, tuple[str, ...]]

FREE: Roles = {
    "text": ("text", "text-wide"),
    "columns": ("two-columns",),
    "comparison": ("comparison",),
    "table": ("table",),
    "chart": ("chart",),
    "picture": ("picture-text",),
    "lone-picture": ("full-picture",),
    "steps": ("steps",),
    "mockup": ("mockup",),
}
"""What content takes by itself."""

OWN: Mapping[str, Roles] = {
    "two-columns": {"comparison": ()},
    "recap": {"text": ("recap",)},
    "sources": {"text": ("sources",)},
    "closing": {"text": ("closing", "text", "text-wide")},
    "agenda": {"table": ("agenda", "table")},
}
"""What a layout asked for, or inferred, changes of it."""

BESIDE = ("activity", "case")
"""The layouts whose panel stands beside any content that has room there."""


@cache
def roles_of(role: str) -> Roles:
    """Return the layouts to try for each kind of content of a slide whose own layout is `role`."""
    if role in BESIDE:
        return {kind: (role,) if kind == "text" else (role, *free) for kind, free in FREE.items()}
    return {**FREE, **OWN[role]} if role in OWN else FREE


@cache
def all_roles(role: str) -> frozenset[str]:
    """Return every layout that a slide whose own layout is `role` may take."""
    return frozenset((role, *chain.from_iterable(roles_of(role).values())))
