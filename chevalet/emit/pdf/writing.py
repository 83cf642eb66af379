"""What is known while a document is written: its colours, its files, its links, the level of its last heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from chevalet.emit.headings import listed_headings
from chevalet.emit.pdf.embedding import wrap_picture
from chevalet.emit.pdf.glyphs import join_marks
from chevalet.emit.pdf.heights import Gauge
from chevalet.model.flow import Flow, Heading
from chevalet.model.picture import PictureData
from chevalet.model.theme import Color, Theme

DRAWING = "drawing"
TYPE_SIZE, LARGE_TYPE_SIZE, POSTER_TYPE_SIZE = 11.0, 18.0, 20.0
_LOW, _LARGE_LOW = 0.28, 0.24
"""Height that is not cut, of the text's width: a fifth of a page and less, as headings stay with it."""


class Writing(Struct):
    """A document being written; `files` are those its markup names, by path.

    `targets` are the identifiers that may be linked to, `listed` the headings of the contents by identity; `size` is
    the type's and `width` the text's, in points.
    """

    flow: Flow
    theme: Theme
    colors: Mapping[Color, str]
    targets: frozenset[str]
    listed: frozenset[int]
    size: float
    width: float
    files: dict[str, bytes] = field(default_factory=dict)
    paths: dict[bytes, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    level: int = 0

    @property
    def gauge(self) -> Gauge:
        """Return what heights are estimated by."""
        return Gauge(self.size, self.width, self.flow.is_large)

    def is_low(self, height: float, ease: float = 1) -> bool:
        """Tell whether what is that high, in points, is not cut: the hole it may leave is small.

        `ease` is how many times as high it may be for being worse to cut than others.
        """
        return height <= ease * (_LARGE_LOW if self.flow.is_large else _LOW) * self.width

    def add_picture(self, picture: PictureData) -> str:
        """Return the path of a picture among the files, the same for the same content."""
        return self._add(picture.content, "picture", lambda: wrap_picture(picture))

    def add_drawing(self, svg: bytes) -> str:
        """Return the path of a drawing among the files."""
        return self._add(svg, DRAWING, lambda: join_marks(svg.decode("utf-8", "replace")).encode())

    def _add(self, content: bytes, stem: str, make: Callable[[], bytes]) -> str:
        if content not in self.paths:
            self.paths[content] = f"/{stem}-{len(self.files) + 1}.svg"
            self.files[self.paths[content]] = make()
        return self.paths[content]

    def open_heading(self, heading: Heading) -> int:
        """Return the level of a heading as readers go down, never skipping one."""
        self.level = min(heading.level, self.level + 1)
        return self.level


def list_targets(flow: Flow) -> tuple[frozenset[str], frozenset[int]]:
    """Return the identifiers that links may name, and the identity of each heading that the contents list."""
    headings = listed_headings(flow.blocks)
    return frozenset(heading.identifier for heading in headings if heading.identifier), frozenset(map(id, headings))
