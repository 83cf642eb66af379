"""Columns side by side on a page of their own: one type size for all, the rest on the pages that follow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.arranging import largest
from chevalet.layout.figures import Items
from chevalet.layout.frame import Frame, place_text, text_height
from chevalet.layout.lines import dress
from chevalet.layout.pagination import begin
from chevalet.layout.pieces import Column, ColumnsPiece, Piece, TextPiece, announces
from chevalet.layout.stack import BODIES, Setting, Stacked, body_names, column_boxes, stack
from chevalet.layout.typesetter import paragraphs_of
from chevalet.model.deck import Placed, TextParagraph
from chevalet.units import Box

HEADINGS = ("heading", "heading2")

Pieces = tuple[Piece, ...]


class Places(Struct, frozen=True):
    """Where columns stand: what each holds, its box, its text's placeholder; the headings that stand apart."""

    frame: Frame
    contents: tuple[Pieces, ...]
    boxes: tuple[Box, ...]
    bodies: tuple[str, ...]
    headings: Items = ()


class Begun(Struct, frozen=True):
    """The items of the first page of columns, and the columns that go on, each under its heading again."""

    items: Items
    rests: tuple[Column, ...]


def comparison_places(frame: Frame, piece: ColumnsPiece) -> Places | None:
    """Return the places of a comparison: below headings, under the layout's rules. None for columns not made for it.

    Two headed columns of one width are; the rules are drawn on the layout, so a title that grew rules it out.
    """
    columns = piece.columns
    is_pair = len(columns) == len(HEADINGS) and len({column.share for column in columns}) == 1
    if not is_pair or frame.growth or any(name not in frame.layout.placeholders for name in HEADINGS):
        return None
    headings = _place_headings(frame, columns)
    if not headings:
        return None
    boxes = tuple(frame.within(frame.layout.placeholders[name].box) for name in BODIES)
    return Places(frame, tuple(column.pieces for column in columns), boxes, BODIES, headings)


def side_places(frame: Frame, piece: ColumnsPiece) -> Places:
    """Return places side by side, each heading the first line of its column."""
    columns = piece.columns
    contents = tuple(column.all_pieces for column in columns)
    return Places(frame, contents, tuple(column_boxes(frame, columns, frame.area)), body_names(columns))


def _place_headings(frame: Frame, columns: Sequence[Column]) -> Items:
    """Return the headings in their placeholders at the largest size that fits them all, nothing when none does."""
    places = [frame.layout.placeholders[name] for name in HEADINGS]
    texts = [dress(column.heading.runs, place) for column, place in zip(columns, places, strict=True) if column.heading]
    if len(texts) != len(places):
        return ()
    for size in places[0].sizes:
        headings = [(TextParagraph(text, size),) for text in texts]
        pairs = list(zip(headings, places, strict=True))
        if all(text_height(frame, heading, place.box.width) <= place.box.height for heading, place in pairs):
            return tuple(place_text(frame, place.box, heading, place.name) for heading, place in pairs)
    return ()


def place_columns(places: Places, sizes: Sequence[int]) -> Items | None:
    """Return every column whole, at the largest size that allows it; None when none does."""
    return largest(_stack_columns(places, size) for size in sizes)


def _stack_columns(places: Places, size: int) -> Stacked | None:
    placed: list[Stacked] = []
    for content, box, body in zip(places.contents, places.boxes, places.bodies, strict=True):
        found = stack(places.frame, content, box, Setting(size, body))
        if found is None:
            return None
        placed.append(found)
    items = _in_order(places.headings, [each.items for each in placed])
    return Stacked(items, 0, any(each.cuts_words for each in placed))


def begin_columns(places: Places, piece: ColumnsPiece, sizes: Sequence[int]) -> Begun | None:
    """Return a page with the beginning of each column, at the largest size that holds as much as the smallest.

    None when no column has anything but its heading that stands in its width.
    """
    rests = [rest for _, rest in _begin(places, sizes[-1])]
    if all(map(_is_whole, rests, places.contents, piece.columns)):
        return None
    begins = (_begin(places, size) for size in sizes)
    begun = next(begin for begin in begins if [rest for _, rest in begin] == rests)
    columns = (
        replace(column, heading=column.heading if items or places.headings else None, pieces=rest)
        for column, (items, rest) in zip(piece.columns, begun, strict=True)
    )
    items = _in_order(places.headings, [items for items, _ in begun])
    return Begun(items, tuple(column for column in columns if column.pieces))


def _is_whole(rest: Pieces, content: Pieces, column: Column) -> bool:
    """Return whether nothing of a column but its heading has been placed."""
    return rest in (content, column.pieces)


def _begin(places: Places, size: int) -> list[tuple[Items, Pieces]]:
    """Return, for each column, the items that stand in its box at one size, and the pieces left."""
    return [
        _begin_column(places.frame, content, box, Setting(size, body))
        for content, box, body in zip(places.contents, places.boxes, places.bodies, strict=True)
    ]


def _begin_column(frame: Frame, content: Pieces, box: Box, setting: Setting) -> tuple[Items, Pieces]:
    for count in range(len(content), 0, -1):
        found = stack(frame, content[:count], box, setting)
        if found is not None and (count == len(content) or not announces(content[count - 1])):
            return found.items, content[count:]
    if not content or not isinstance(content[0], TextPiece):
        return (), content
    first, left = begin(frame.typesetter, content[0].drafts, setting.size, frame.room(box))
    if not left:
        return (), content
    return (place_text(frame, box, paragraphs_of(first), setting.body),), (TextPiece(left), *content[1:])


def _in_order(headings: Items, columns: Sequence[Items]) -> Items:
    """Return items in reading order: each column's heading, then its content."""
    items: list[Placed] = []
    for heading, column in zip_longest(headings, columns):
        items.extend((heading, *column) if heading else column)
    return tuple(items)
