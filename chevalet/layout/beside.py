"""A figure beside its text: where the layout has places for both, else in shares of the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.layout.drafts import Drafts
from chevalet.layout.figures import Items, place_figure
from chevalet.layout.frame import GAP, Frame, place_text
from chevalet.layout.pieces import Figure
from chevalet.model.block import ChartBlock, MockupBlock, Picture
from chevalet.units import Box

TEXT_SHARES = (5, 6, 7)
"""The twelfths of the width that a text is given in turn, where the layout's own place for it is too small."""

Split = tuple[Box, Box]
"""The box of the text, then that of the figure."""


def set_beside(frame: Frame, before: Drafts, figure: Figure, after: Drafts, sizes: Sequence[int]) -> Items | None:
    """Return a figure and its text side by side, None when there is no room for both."""
    for text_box, figure_box in _splits(frame, figure):
        text = frame.fit(before + after, sizes, text_box)
        placed = place_figure(figure, figure_box, frame) if text else ()
        if text and placed:
            words = place_text(frame, text_box, text)
            return (words, *placed) if before else (*placed, words)
    return None


def _splits(frame: Frame, figure: Figure) -> Iterator[Split]:
    own = _own_split(frame, figure)
    if own:
        yield own
    area = frame.area
    is_left = own is not None and own[1].x < own[0].x
    for share in TEXT_SHARES:
        width = area.width * share // 12 - GAP
        figure_width = area.width - width - 2 * GAP
        text_left, figure_left = (area.right - width, area.x) if is_left else (area.x, area.right - figure_width)
        yield (
            Box(text_left, area.y, width, area.height),
            Box(figure_left, area.y, figure_width, area.height),
        )


def _own_split(frame: Frame, figure: Figure) -> Split | None:
    """Return the layout's own places for a text and such a figure, None when it has none side by side."""
    layout = frame.layout
    match figure:
        case ChartBlock() if "chart" in layout.placeholders:
            box = _with_heading(frame, figure, layout.placeholders["chart"].box)
        case Picture() if "picture" in layout.placeholders:
            box = layout.placeholders["picture"].box
        case MockupBlock() if layout.content is not None:
            box = layout.content
        case _:
            return None
    text, box = frame.body_box, frame.within(box)
    apart = text.right <= box.x or box.right <= text.x
    return (text, box) if apart else None


def _with_heading(frame: Frame, figure: ChartBlock, box: Box) -> Box:
    """Return a chart's box from where its heading begins, if it has one."""
    heading = frame.layout.placeholders.get("heading")
    if heading is None or not figure.chart.title:
        return box
    return Box(box.x, heading.box.y, box.width, box.bottom - heading.box.y)
