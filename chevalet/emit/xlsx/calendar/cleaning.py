"""Every text of a calendar made such that XML and a cell can hold it, before any of it is written or computed with."""

from __future__ import annotations

import re
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

V = TypeVar("V")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# A cell may hold more, but not a formula's value that is made of several texts.
_LONGEST = 8_000


def clean(value: V) -> V:
    """Return a value of the model with all its texts cleaned: lines ended by a line feed, no blank before the first."""
    if isinstance(value, str):
        return cast(V, _clean_text(value))
    if isinstance(value, tuple):
        return cast(V, tuple(clean(item) for item in value))
    if isinstance(value, Struct):
        return cast(V, replace(value, **{name: clean(getattr(value, name)) for name in value.__struct_fields__}))
    return value


def _clean_text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", lines).lstrip("\t\n ")[:_LONGEST]
