"""A theme whose every character is one em wide, so that lines can be counted by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from chevalet.layout.drafts import Draft, Drafts, draft_blocks
from chevalet.layout.ruler import Ruler
from chevalet.layout.typesetter import Room, Typesetter
from chevalet.measure.line import FILL
from chevalet.model.block import Block
from chevalet.model.deck import Run, TextParagraph
from chevalet.model.theme import Face
from chevalet.units import points
from tests.layout.layout_samples import theme

SIZE = 1000
"""Ten points: the size at which the bricks of these tests are set, unless told otherwise."""
LINE = 153_886
"""The height of a line of ten points: 10 × 12,700 × 1.2117, rounded up."""


@cache
def bricks() -> Ruler:
    face = Face(1000, dict.fromkeys((*range(0x20, 0x250), 0x2013, 0x2019, 0x2026), 1000), 1000)
    return Ruler(replace(theme(), faces=dict.fromkeys(theme().faces, face)))


def ems(count: float, size: int = SIZE) -> int:
    """A width that just holds so many bricks, the half per cent that is never filled added."""
    return int(points(count * size / 100) * 1000 / FILL) + 1


def brick(text: str, size: int = SIZE, **settings: object) -> TextParagraph:
    return TextParagraph((Run(text),), size, **settings)  # type: ignore[arg-type]


def lines(text: str, width: float) -> int:
    """How many lines a text takes over so many bricks."""
    return bricks().lines(brick(text), ems(width))


def room(width: float, height_in_lines: float, floor: int = SIZE) -> Room:
    return Room(ems(width), int(height_in_lines * LINE) + 1, floor)


def setter() -> Typesetter:
    return Typesetter(bricks())


def drafts(*blocks: Block) -> Drafts:
    return tuple(draft_blocks(blocks))


def words(found: Sequence[Draft]) -> list[str]:
    return ["".join(run.text for run in draft.runs) for draft in found]
