"""Text of an event: what iCalendar cannot hold is left out."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` with line feeds alone between its lines, and no other control character."""
    return _UNWRITABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
