"""The stack: pieces one below the other in a box, all their text at one size."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.drafts import Drafts
from chevalet.layout.figures import (
    SMALLEST_CHART,
    SMALLEST_PICTURE,
    Items,
    caption_height,
    picture_size,
    place_captioned,
    place_figure,
)
from chevalet.layout.frame import GAP, Frame, place_text
from chevalet.layout.pieces import BreakPiece, Column, ColumnsPiece, Figure, FigurePiece, Piece, TextPiece
from chevalet.layout.tables import SIZES as TABLE_SIZES
from chevalet.layout.typesetter import paragraphs_of, total_height
from chevalet.model.block import ChartBlock, Picture, Table
from chevalet.model.picture import PictureData
from chevalet.units import Box

BODIES = ("body", "body2")
MOST_COLUMNS = 4
WIDE_GAP, NARROW_GAP = 3 * GAP, 2 * GAP
"""What is left free between two columns, and between more of them, in EMU."""


class Setting(Struct, frozen=True):
    """How a stack is set: the size of its text in hundredths of a point, the placeholder of its first text.

    `table_floor` is the smallest size of its tables; `is_captioned` puts each figure's source right below it; a figure
    that is not a table has `figure_height` EMU at least.
    """

    size: int
    body: str = "body"
    table_floor: int = TABLE_SIZES[-1]
    is_captioned: bool = True
    figure_height: int = 0


class Stacked(Struct, frozen=True):
    """Placed items, the height in EMU they need, and whether a word had to be cut."""

    items: Items
    height: int
    cuts_words: bool = False


NOTHING = Stacked((), 0)


def stack(frame: Frame, pieces: Sequence[Piece], box: Box, setting: Setting) -> Stacked | None:
    """Return `pieces` in `box`, from its top; None when they do not fit. Charts, pictures and drawings fill the rest.

    A piece alone has the whole box.
    """
    if len(pieces) < 2:
        return _place(frame, pieces[0], box, setting) if pieces else NOTHING
    heights = _heights(frame, pieces, box, setting)
    if heights is None:
        return None
    placed: list[Stacked] = []
    top = box.y
    for piece, height in zip(pieces, heights, strict=True):
        found = _place(frame, piece, Box(box.x, top, box.width, height), setting)
        if found is None:
            return None
        placed.append(found)
        top += height + GAP
        # The second text of a slide cannot have the same placeholder.
        setting = replace(setting, body="") if isinstance(piece, TextPiece) else setting
    return _join(placed, sum(heights) + GAP * (len(pieces) - 1))


def _join(placed: Sequence[Stacked], height: int) -> Stacked:
    items = tuple(item for each in placed for item in each.items)
    return Stacked(items, height, any(each.cuts_words for each in placed))


def _heights(frame: Frame, pieces: Sequence[Piece], box: Box, setting: Setting) -> list[int] | None:
    """Return the height of each piece: texts first, then tables and columns, the others share what is left."""
    heights = [_least_height(frame, piece, box.width, setting) for piece in pieces]
    left = box.height - sum(heights) - GAP * (len(pieces) - 1)
    for number, piece in enumerate(pieces):
        if left >= 0 and not isinstance(piece, TextPiece) and _is_rigid(piece):
            needed = _place(frame, piece, replace(box, height=left), setting)
            if needed is None:
                return None
            heights[number] = needed.height
            left -= needed.height
    loose = [number for number, piece in enumerate(pieces) if not _is_rigid(piece)]
    for number in loose:
        most = _most_height(frame, pieces[number], box.width, setting)
        heights[number] = min(heights[number] + left // len(loose), most)
    return heights if left >= 0 else None


def _is_rigid(piece: Piece) -> bool:
    """Return whether a piece takes the height of its content, and no more."""
    match piece:
        case FigurePiece(figure):
            return isinstance(figure, Table)
        case ColumnsPiece(columns):
            return all(_is_rigid(inner) for column in columns for inner in column.pieces)
        case _:
            return True


def _least_height(frame: Frame, piece: Piece, width: int, setting: Setting) -> int:
    """Return the height a piece cannot do without: all of a text's, none yet of a table's or of columns'."""
    match piece:
        case TextPiece(drafts):
            return _set_text(frame, drafts, Box(0, 0, width, 0), setting).height
        case FigurePiece(figure=Table()):
            return 0
        case FigurePiece(figure=ChartBlock()):
            return max(setting.figure_height, SMALLEST_CHART)
        case FigurePiece():
            return min(max(setting.figure_height, SMALLEST_PICTURE), _most_height(frame, piece, width, setting))
        case _:
            return 0 if _is_rigid(piece) else SMALLEST_CHART


def _most_height(frame: Frame, piece: Piece, width: int, setting: Setting) -> int:
    """Return the height beyond which a piece would leave room empty: that of a picture as wide as the box."""
    match piece:
        case FigurePiece(figure=Picture(data=PictureData() as data) as picture):
            caption = caption_height(picture, frame, width) if setting.is_captioned else 0
            return picture_size(data, width, sys.maxsize).height + caption
        case _:
            return sys.maxsize


def _place(frame: Frame, piece: Piece, box: Box, setting: Setting) -> Stacked | None:
    match piece:
        case TextPiece(drafts):
            placed = _set_text(frame, drafts, box, setting)
            return placed if placed.height <= box.height else None
        case FigurePiece(figure):
            return _place_figure(frame, figure, box, setting)
        case ColumnsPiece(columns):
            return _place_columns(frame, columns, box, setting)
        case BreakPiece():
            return NOTHING
    assert_never(piece)


def _set_text(frame: Frame, drafts: Drafts, box: Box, setting: Setting) -> Stacked:
    """Return a text in `box`, and the height it needs, which may be more than the box has."""
    room = frame.room(box)
    measured = frame.typesetter.set(drafts, setting.size, room)
    height = total_height(measured) + box.height - room.height
    text = place_text(frame, box, paragraphs_of(measured), setting.body)
    return Stacked((text,), height, frame.typesetter.cuts_words(measured, room.width))


def _place_figure(frame: Frame, figure: Figure, box: Box, setting: Setting) -> Stacked | None:
    place = place_captioned if setting.is_captioned else place_figure
    items = place(figure, box, frame, setting.table_floor)
    if not items:
        return None
    is_table = isinstance(figure, Table)
    return Stacked(items, max(item.box.bottom for item in items) - box.y if is_table else box.height)


def _place_columns(frame: Frame, columns: Sequence[Column], box: Box, setting: Setting) -> Stacked | None:
    if len(columns) > MOST_COLUMNS:
        return None
    bodies = body_names(columns)
    placed: list[Stacked] = []
    for column, at, body in zip(columns, column_boxes(frame, columns, box), bodies, strict=True):
        found = stack(frame, column.all_pieces, at, replace(setting, body=body, is_captioned=True))
        if found is None:
            return None
        placed.append(found)
    return _join(placed, max(each.height for each in placed))


def body_names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return the placeholder of each column's text; none for three and more, so that all of them look alike."""
    return BODIES[: len(columns)] if len(columns) <= len(BODIES) else ("",) * len(columns)


def column_boxes(frame: Frame, columns: Sequence[Column], box: Box) -> list[Box]:
    """Return the box of each column: those of the layout's two bodies where they are as wide as asked."""
    places = [frame.layout.placeholders[name].box for name in BODIES if name in frame.layout.placeholders]
    shares = [column.share for column in columns]
    if len(places) == len(shares) and len(set(shares)) == 1 and (box.x, box.right) == (places[0].x, places[-1].right):
        return [Box(place.x, box.y, place.width, box.height) for place in places]
    gap = WIDE_GAP if len(columns) == 2 else NARROW_GAP
    width = box.width - gap * (len(columns) - 1)
    boxes: list[Box] = []
    left = box.x
    for share in shares:
        boxes.append(Box(left, box.y, width * share // sum(shares), box.height))
        left = boxes[-1].right + gap
    return boxes
