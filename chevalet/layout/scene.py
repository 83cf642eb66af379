"""A scene: one slide being composed, with the frames its content may take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.layout.containers import open_containers
from chevalet.layout.drafts import Drafts
from chevalet.layout.frame import Frame, content_area, lower
from chevalet.layout.lines import title_growth
from chevalet.layout.page import Page
from chevalet.layout.paging import Paging
from chevalet.layout.pieces import Piece
from chevalet.layout.roles import Roles
from chevalet.layout.runs import Runs
from chevalet.layout.sources import reserve_source
from chevalet.layout.splitting import split_pieces
from chevalet.layout.typesetter import Typesetter
from chevalet.model.block import Blocks
from chevalet.model.course import Slide
from chevalet.model.theme import Theme

LEAST_AREA = 45
"""Per cent of its area that a layout must keep below a title that grew, to be preferred to another."""


class Stage(Struct, frozen=True):
    """What all slides of a deck share; the frame of each layout is made once."""

    theme: Theme
    typesetter: Typesetter
    words: Mapping[str, str]
    sink: Sink
    _frames: dict[str, Frame] = field(default_factory=dict)

    def frame(self, role: str) -> Frame:
        """Return the frame of a layout under a title that fits."""
        frame = self._frames.get(role)
        if frame is None:
            layout = self.theme.layouts[role]
            frame = self._frames[role] = Frame(layout, content_area(layout), self.typesetter, self.words)
        return frame


class Scene(Struct, frozen=True):
    """One slide being composed under `title`.

    `footnotes` are those that stand at the bottom of its last page, `numeral` what an opening slide shows large.
    """

    stage: Stage
    slide: Slide
    role: str
    roles: Roles
    title: Runs
    footnotes: Drafts = ()
    numeral: str = ""

    @property
    def blocks(self) -> Blocks:
        return open_containers(self.slide.blocks, self.stage.words)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return split_pieces(self.blocks)

    def frame(self, role: str) -> Frame:
        """Return the frame of a layout, lowered where the title needs more than its own room."""
        frame = self.stage.frame(role)
        growth = title_growth(self.stage.typesetter.ruler, self.title, frame.layout)
        if not growth:
            return frame
        return replace(frame, area=lower(frame.area, frame.layout, growth), growth=growth)

    def reserved(self, role: str, source: Drafts = ()) -> Frame | None:
        """Return the frame of a layout with room for a source and the footnotes, None when they leave too little."""
        return reserve_source(self.frame(role), (*source, *self.footnotes))

    def frames(self, kind: str, source: Drafts) -> Iterator[Frame]:
        """Yield the frames for a kind of content, those whose title leaves enough room; the last one in any case."""
        roles = self.roles[kind]
        for role in roles:
            frame = self.reserved(role, source)
            if frame is not None and (role == roles[-1] or self._has_room(frame)):
                yield frame

    def _has_room(self, frame: Frame) -> bool:
        """Return whether a title that grew leaves its layout enough of its area."""
        if not frame.growth:
            return True
        usual = self.stage.frame(frame.layout.role).body_box.height
        return frame.body_box.height * 100 >= usual * LEAST_AREA

    def flow(self, pieces: tuple[Piece, ...]) -> list[Page]:
        """Return pages that hold `pieces`."""
        return Paging(self.frames, self.slide.fit, self.stage.sink).pages(pieces)
