"""Which addresses a document links to: those a reader can open, never those that run."""

from __future__ import annotations

_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def is_address(target: str) -> bool:
    """Tell whether `target` is an address on the web, of a mailbox or of a telephone."""
    return target.strip().lower().startswith(_SCHEMES)
