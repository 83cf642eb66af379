"""The look of one document as `look.typ`, which its style imports: colours, faces, sizes, paper."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.emit.pdf.literal import array, boolean, string
from chevalet.emit.pdf.writing import LARGE_TYPE_SIZE, POSTER_TYPE_SIZE, TYPE_SIZE
from chevalet.model.flow import Flow, Paper
from chevalet.model.theme import Color

# The open faces that stand for the theme's; each goes on with the others, which have some characters it lacks.
HEADING_FACES = ("Gelasio", "Carlito", "Inconsolata")
BODY_FACES = ("Carlito", "Gelasio", "Inconsolata")
CODE_FACES = ("Inconsolata", "Carlito", "Gelasio")
_COLORS = {
    "ink": Color.INK,
    "muted": Color.MUTED,
    "rule": Color.RULE,
    "shade": Color.PANEL,
    "accent": Color.ACCENT,
    "accent-dark": Color.ACCENT_DARK,
    "accent-tint": Color.ACCENT_TINT,
    "tint": Color.ACCENT_TINT,
    "pale": Color.ACCENT_PALE,
}
_WIDTHS = {Paper.LETTER: 612.0, Paper.A4: 595.3, Paper.A3: 841.9}
_MARGIN_SHARE = 0.1
_POSTER_SHARE = 0.028
"""Size of a poster's text, of its sheet's width: 17 points on A4, 24 on A3."""


def margin_of(flow: Flow) -> float:
    """Return the width of the side margins, in points: a tenth of the sheet's, less in large print."""
    return _WIDTHS[flow.paper] * (_MARGIN_SHARE - 0.02 * flow.is_large)


def size_of(flow: Flow) -> float:
    """Return the size of the text, in points."""
    if flow.is_poster:
        return _WIDTHS[flow.paper] * _POSTER_SHARE
    if flow.is_large:
        return LARGE_TYPE_SIZE
    return POSTER_TYPE_SIZE if flow.paper is Paper.A3 else TYPE_SIZE


def width_of(flow: Flow) -> float:
    """Return the width of the text, in points."""
    return _WIDTHS[flow.paper] - 2 * margin_of(flow)


def write_look(flow: Flow, colors: Mapping[Color, str]) -> str:
    """Return the content of `look.typ`."""
    values = {
        **{name: f'rgb("#{colors[color]}")' for name, color in _COLORS.items()},
        "link-color": 'rgb("#1D4E89")',
        "heading-fonts": array(map(string, HEADING_FACES)),
        "body-fonts": array(map(string, BODY_FACES)),
        "code-fonts": array(map(string, CODE_FACES)),
        "size": f"{size_of(flow):g}pt",
        "margin": f"{margin_of(flow):.1f}pt",
        "paper-name": string(flow.paper.value),
        "is-large": boolean(flow.is_large),
        "is-poster": boolean(flow.is_poster),
    }
    return "".join(f"#let {name} = {value}\n" for name, value in values.items())
