"""Makes `metrics.json`, the advance widths of the faces in `fonts`: `python themes/chevalet/make_metrics.py`."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent
FAMILIES = {"heading": "gelasio/Gelasio", "body": "carlito/Carlito"}
STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
WIDEST_SYMBOL = 1.75  # of the em: no symbol of the common fallback faces is wider
CODE_ADVANCE = 602  # thousandths of the em: Courier New, the widest face a machine may put in Consolas's place


def read_advances(path: Path) -> tuple[int, dict[int, int]]:
    """Return the units per em of a face and the advance of each of its characters."""
    with TTFont(path, lazy=True) as font:
        widths = font["hmtx"]
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items() if code >= 0x20}
        return font["head"].unitsPerEm, advances


def find_runs(codes: list[int]) -> list[list[int]]:
    """Return sorted code points as `[first, last]` runs."""
    breaks = [place for place, (before, after) in enumerate(pairwise(codes), start=1) if after != before + 1]
    return [[codes[start], codes[end - 1]] for start, end in zip([0, *breaks], [*breaks, len(codes)], strict=True)]


def measure_family(stem: str) -> dict[str, Any]:
    """Return the faces of one family: the runs of characters all four have, and each one's advances in that order."""
    faces = {style: read_advances(FOLDER / "fonts" / f"{stem}-{suffix}.ttf") for style, suffix in STYLES.items()}
    units = faces["regular"][0]
    codes = sorted(set.intersection(*(set(advances) for _, advances in faces.values())))
    return {
        "units_per_em": units,
        "fallback": round(WIDEST_SYMBOL * units),
        "runs": find_runs(codes),
        "advances": {style: [advances[code] for code in codes] for style, (_, advances) in faces.items()},
    }


def list_characters() -> list[list[int]]:
    """Return the runs of characters that one family at least has in every style: what a PDF can show."""
    families: dict[str, list[set[int]]] = {}
    for path in sorted((FOLDER / "fonts").glob("*/*.ttf")):
        families.setdefault(path.parent.name, []).append(set(read_advances(path)[1]))
    return find_runs(sorted(set.union(*(set.intersection(*styles) for styles in families.values()))))


def make_metrics() -> dict[str, Any]:
    """Return the metrics of the three typefaces, and the characters they have between them."""
    code = {"units_per_em": 1000, "fallback": CODE_ADVANCE, "runs": [], "advances": {style: [] for style in STYLES}}
    families = {typeface: measure_family(stem) for typeface, stem in FAMILIES.items()}
    return {**families, "code": code, "characters": list_characters()}


def write_json(metrics: dict[str, Any]) -> str:
    return json.dumps(metrics, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    (FOLDER / "metrics.json").write_text(write_json(make_metrics()), "utf-8")
