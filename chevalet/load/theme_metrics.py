"""Reads the advance widths of `metrics.json`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from chevalet.model.theme import Face, Typeface

STYLES = {"regular": (False, False), "bold": (True, False), "italic": (False, True), "bold_italic": (True, True)}


def read_faces(metrics: Mapping[str, Any]) -> dict[tuple[Typeface, bool, bool], Face]:
    """Return each face by typeface, bold, italic; raises KeyError, TypeError or ValueError for what is not metrics."""
    return {
        (typeface, *STYLES[style]): face
        for typeface in Typeface
        for style, face in _read_family(metrics[typeface.value]).items()
    }


def read_characters(metrics: Mapping[str, Any]) -> frozenset[int]:
    """Return every character that the theme's faces have between them; raises as `read_faces` does."""
    return frozenset(chain.from_iterable(range(first, last + 1) for first, last in metrics["characters"]))


def _read_family(family: Mapping[str, Any]) -> dict[str, Face]:
    codes = list(chain.from_iterable(range(first, last + 1) for first, last in family["runs"]))
    return {
        style: Face(
            family["units_per_em"], dict(zip(codes, family["advances"][style], strict=True)), family["fallback"]
        )
        for style in STYLES
    }
