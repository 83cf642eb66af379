"""Drawings made fit for typst, which refuses a document that has one character no face can draw."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.emit.pdf.glyphs import find_missing, join_marks, replace_missing
from chevalet.model.theme import Theme


def make_printable(sources: Mapping[str, str], theme: Theme) -> dict[str, str]:
    """Return typst files and SVG drawings with a sign of absence for each character that no face of the theme has."""
    missing = find_missing(sources.values(), theme)
    return {
        name: replace_missing(join_marks(source) if name.endswith(".svg") else source, missing, theme)
        for name, source in sources.items()
    }
