"""Figures in their boxes: charts, pictures, drawings, tables that stand whole."""

from __future__ import annotations

import sys
from typing import assert_never

from chevalet.layout.crowding import is_crowded
from chevalet.layout.diagrams import draw_steps
from chevalet.layout.drafts import Drafts, draft_paragraph
from chevalet.layout.frame import GAP, Frame, place_text, place_text_box, text_height
from chevalet.layout.lines import dress
from chevalet.layout.mockups import draw_mockup
from chevalet.layout.pieces import Figure
from chevalet.layout.sources import SIZES as CAPTION_SIZES
from chevalet.layout.tables import SIZES as TABLE_SIZES
from chevalet.layout.tables import TablePage, lay_table
from chevalet.model.block import ChartBlock, MockupBlock, Picture, StepsBlock, Table
from chevalet.model.deck import Placed, PlacedChart, PlacedPicture, PlacedShape, PlacedTable, PlacedText, TextParagraph
from chevalet.model.diagram import Chart, ChartKind
from chevalet.model.inline import Text, plain_text
from chevalet.model.picture import PictureData
from chevalet.units import Box, Size, inches

SMALLEST_CHART = inches(2.4)
SMALLEST_PICTURE = inches(1.4)
EMU_PER_PIXEL = 9525
CAPTION_GAP = GAP // 2
LARGEST_SCALE = 4
"""How many times its size on a screen a picture is enlarged at most."""
CHART_SIZES = (1600, 1400, 1200)
CROWDED = (8, 14)
"""The numbers of labels beyond which a chart's are set a step smaller."""
HEADING_SIZES = (1600, 1400)

Items = tuple[Placed, ...]


def place_figure(figure: Figure, box: Box, frame: Frame, table_floor: int = TABLE_SIZES[-1]) -> Items:
    """Return the items of `figure` in `box`, none when the box is too small for it."""
    if box.height <= 0 or box.width <= 0:
        return ()
    match figure:
        case ChartBlock(chart):
            return _place_chart(chart, box, frame) if isinstance(chart, Chart) else ()
        case Picture():
            return _some(_place_picture(figure, box, frame))
        case StepsBlock(steps):
            return _some(draw_steps(steps, box, frame))
        case MockupBlock(mockup):
            return _some(draw_mockup(mockup, box, frame))
        case Table():
            page = lay_table(frame.typesetter.ruler, figure, Size(box.width, box.height), table_floor)
            return (place_table(page, figure, box, frame),) if page else ()
    assert_never(figure)


def _some(placed: Placed | None) -> Items:
    return () if placed is None else (placed,)


def source_of(figure: Figure) -> Drafts:
    """Return the line that stands under a figure: a chart's source, a picture's caption; nothing for the others."""
    match figure:
        case ChartBlock(Chart(source=source)) if source:
            return (draft_paragraph(source),)
        case Picture(caption=caption) if caption:
            return (draft_paragraph((Text(caption),)),)
        case _:
            return ()


def place_captioned(figure: Figure, box: Box, frame: Frame, table_floor: int = TABLE_SIZES[-1]) -> Items:
    """Return `figure` with its source right below it, none when the box is too small for both."""
    caption = frame.fit(source_of(figure), CAPTION_SIZES, box)
    if not caption:
        return place_figure(figure, box, frame, table_floor) if caption == () else ()
    height = text_height(frame, caption, box.width)
    placed = place_figure(figure, Box(box.x, box.y, box.width, box.height - height - CAPTION_GAP), frame, table_floor)
    if not placed:
        return ()
    below = max(item.box.bottom for item in placed) + CAPTION_GAP
    return (*placed, place_text_box(frame, Box(box.x, below, box.width, height), caption))


def caption_height(figure: Figure, frame: Frame, width: int) -> int:
    """Return what the source below a figure takes of its height at its largest size, in EMU."""
    caption = frame.fit(source_of(figure), CAPTION_SIZES, Box(0, 0, width, frame.area.height))
    return text_height(frame, caption, width) + CAPTION_GAP if caption else 0


def place_table(page: TablePage, table: Table, box: Box, frame: Frame) -> PlacedTable:
    """Return one page of `table` at the top of `box`, as high as its rows."""
    words = frame.words
    headers = ", ".join(filter(None, map(plain_text, table.header)))
    alt = words["table-alt"].format(columns=headers, rows=len(page.rows) - 1)
    placed = Box(box.x, box.y, sum(page.widths), page.height)
    return PlacedTable("table", placed, words["table"], alt, page.widths, page.rows, page.style.insets)


def _place_chart(chart: Chart, box: Box, frame: Frame) -> Items:
    """Place what is plotted above the plot, in the layout's own line for it, and the plot below.

    Nothing is placed when its labels would meet even at their smallest size.
    """
    heading = _place_heading(chart, box, frame)
    if heading is not None:
        box = Box(box.x, heading.box.bottom, box.width, box.bottom - heading.box.bottom)
    if box.height < SMALLEST_CHART or box.width < SMALLEST_CHART:
        return ()
    labels = len(chart.categories) * (1 if chart.kind is ChartKind.STACKED_BAR else len(chart.series))
    sizes = CHART_SIZES[sum(labels > most for most in CROWDED) :]
    size = next((size for size in sizes if not is_crowded(chart, box, size, frame)), 0)
    if not size:
        return ()
    words = frame.words
    placed = PlacedChart("chart", box, words["chart"], chart.alt, chart, size, words["decimal"], words["thousands"])
    return (placed,) if heading is None else (heading, placed)


def _place_heading(chart: Chart, box: Box, frame: Frame) -> PlacedText | PlacedShape | None:
    if not chart.title:
        return None
    placeholder = frame.layout.placeholders.get("heading") if frame.layout.role == "chart" else None
    runs = draft_paragraph(chart.title).runs
    runs = dress(runs, placeholder) if placeholder else runs
    insets = (placeholder or frame.body).insets
    inner = box.width - insets.left - insets.right
    for size in placeholder.sizes if placeholder else HEADING_SIZES:
        paragraph = TextParagraph(runs, size)
        if frame.typesetter.ruler.lines(paragraph, inner) == 1:
            break
    height = text_height(frame, (paragraph,), box.width)
    at = Box(box.x, box.y, box.width, height)
    return place_text(frame, at, (paragraph,), "heading" if placeholder else "")


def _place_picture(picture: Picture, box: Box, frame: Frame) -> PlacedPicture | None:
    """Fit a picture in its box without cutting it, at the top, in the middle of its width."""
    data = picture.data
    if data is None:
        return None
    size, largest = picture_size(data, box.width, box.height), picture_size(data, sys.maxsize, sys.maxsize)
    if max(size.width, size.height) < min(SMALLEST_PICTURE, max(largest.width, largest.height)):
        return None
    placed = Box(box.x + (box.width - size.width) // 2, box.y, size.width, size.height)
    return PlacedPicture("picture", placed, frame.words["picture"], picture.alt, picture.decorative, data)


def picture_size(data: PictureData, width: int, height: int) -> Size:
    """Return the largest size of a picture in a box of such a width and height, in EMU."""
    scale = min(width / max(1, data.width), height / max(1, data.height), LARGEST_SCALE * EMU_PER_PIXEL)
    return Size(max(1, int(data.width * scale)), max(1, int(data.height * scale)))
