"""Lengths and characters as SVG writes them: points, and text in which nothing is markup."""

from __future__ import annotations

from chevalet.emit.pptx.markup import escape
from chevalet.units import EMU_PER_POINT

__all__ = ["escape", "write_length"]


def write_length(length: float) -> str:
    """Return a length in EMU as points, to a hundredth at most."""
    text = f"{length / EMU_PER_POINT:.2f}"
    return text.rstrip("0").rstrip(".") if text[-1] == "0" else text
