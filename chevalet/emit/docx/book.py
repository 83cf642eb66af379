"""What the parts of one Word document share while they are written, and where a block stands on its page."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.emit.pptx.package import Package
from chevalet.emit.pptx.relationships import Relationships
from chevalet.model.flow import Flow
from chevalet.model.theme import Color, Theme

EMU_PER_TWIP = 635
TWIPS_PER_INCH = 1440
LARGE = 18 / 11
LINE = 460  # a line of handwriting, in twentieths of a point
INDENT = 360  # of each level of a list, in twentieths of a point
BULLETS, NUMBERS, STEPS = 1, 2, 3
"""The kinds of lists; the first is also the numbering that all bulleted lists share."""


class Frame(Struct, frozen=True):
    """Where a block stands: the width it has, in twentieths of a point, and how deep in lists it is.

    `style` is that of its paragraphs, and `is_kept` tells that they stay on the page of what follows. `is_beside`
    where something else stands beside it.
    """

    width: int
    style: str = ""
    depth: int = 0
    is_kept: bool = False
    is_beside: bool = False


class Book(Struct):
    """One document being written; `numberings` are the lists numbered so far, by kind, level and first number."""

    flow: Flow
    theme: Theme
    colors: Mapping[Color, str]
    words: Mapping[str, str]
    bookmarks: Mapping[str, str]
    pictures: Mapping[bytes, bytes]
    package: Package = field(default_factory=Package)
    relationships: Relationships = field(default_factory=Relationships)
    media: dict[bytes, str] = field(default_factory=dict)
    numberings: list[tuple[int, int, int]] = field(default_factory=list)
    drawings: int = 0
    controls: int = 0
    headings: int = 0
    charts: int = 0

    @property
    def scale(self) -> float:
        """Return how much larger than usual all is set."""
        return LARGE if self.flow.is_large else 1.0

    def color(self, color: Color) -> str:
        return self.colors[color]

    def add_media(self, content: bytes, ending: str, content_type: str) -> str:
        """Return the relationship of a picture part, the same part for the same bytes."""
        name = self.media.get(content)
        if name is None:
            name = self.media[content] = f"media/picture{len(self.media) + 1}.{ending}"
            self.package.add(f"word/{name}", content_type, content)
        return self.relationships.add("image", name)

    def number_drawing(self) -> int:
        """Return the identifier of the next drawing."""
        self.drawings += 1
        return self.drawings

    def number_control(self) -> int:
        """Return the identifier of the next content control."""
        self.controls += 1
        return self.controls

    def number_list(self, kind: int, start: int, level: int = 0) -> int:
        """Return the numbering of a new list of `NUMBERS` or `STEPS`, which begins at `start` whatever came before."""
        self.numberings.append((kind, level, start))
        return BULLETS + len(self.numberings)
