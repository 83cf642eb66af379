"""Arranging: several pieces on one page, a figure beside or below its text, whichever shows it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.layout.beside import set_beside
from chevalet.layout.drafts import Drafts
from chevalet.layout.figures import Items
from chevalet.layout.frame import Frame
from chevalet.layout.pieces import Figure, FigurePiece, Piece, TextPiece
from chevalet.layout.stack import Setting, Stacked, stack
from chevalet.measure.pitch import line_height
from chevalet.model.block import Picture, StepsBlock, Table
from chevalet.model.deck import PlacedPicture
from chevalet.model.diagram import StepsKind

LEAST_FIGURE_HEIGHT = 45
"""Per cent of the area that a figure below a text keeps."""
TABLE_FLOORS = (1600, 1400)
"""The smallest sizes at which a table shares its page with a text, tried in turn, in hundredths of a point."""


def arrange(frame: Frame, group: Sequence[Piece], sizes: Sequence[int]) -> Items | None:
    """Return the items of several pieces on one page, None when they need more.

    The source of a lone figure is left to the page's own line.
    """
    figures = [piece for piece in group if not isinstance(piece, TextPiece)]
    if len(figures) == 1 and isinstance(figures[0], FigurePiece):
        return _arrange_figure(frame, group, figures[0].figure, sizes)
    return _stack_all(frame, group, sizes, is_captioned=True)


def _arrange_figure(frame: Frame, group: Sequence[Piece], figure: Figure, sizes: Sequence[int]) -> Items | None:
    ways = _ways(frame, group, figure, sizes)
    if isinstance(figure, Picture):
        return max((items for items in ways if items), key=_picture_area, default=None)
    return next((items for items in ways if items), None)


def _ways(frame: Frame, group: Sequence[Piece], figure: Figure, sizes: Sequence[int]) -> Iterator[Items | None]:
    """Yield what each way of placing a figure with its text gives, the one that suits it first."""
    before, after = _texts_around(group)
    is_brief = not isinstance(figure, Picture) and _is_brief(frame, before + after, sizes[0])
    if is_brief:
        yield _stack_all(frame, group, sizes, is_captioned=False)
    if not _wants_width(figure):
        yield set_beside(frame, before, figure, after, sizes)
    if not is_brief:
        yield _stack_all(frame, group, sizes, is_captioned=False)


def _is_brief(frame: Frame, drafts: Drafts, size: int) -> bool:
    """Return whether a text is a remark: one paragraph of a line or two, which must not take a side of the page."""
    if len(drafts) != 1:
        return False
    room = frame.room(frame.area)
    (measured,) = frame.typesetter.set(drafts, size, room)
    return measured.height <= 2 * line_height(measured.paragraph)


def _texts_around(group: Sequence[Piece]) -> tuple[Drafts, Drafts]:
    drafts = [piece.drafts if isinstance(piece, TextPiece) else None for piece in group]
    place = drafts.index(None)
    before = [draft for text in drafts[:place] if text for draft in text]
    after = [draft for text in drafts[place:] if text for draft in text]
    return tuple(before), tuple(after)


def _wants_width(figure: Figure) -> bool:
    """Return whether a figure is only ever placed over the whole width, its text above or below it."""
    match figure:
        case Table():
            return True
        case StepsBlock(steps):
            return steps.kind in (StepsKind.CHAIN, StepsKind.TIMELINE)
        case _:
            return False


def _stack_all(frame: Frame, group: Sequence[Piece], sizes: Sequence[int], *, is_captioned: bool) -> Items | None:
    loose = sum(isinstance(piece, FigurePiece) and not isinstance(piece.figure, Table) for piece in group)
    if loose > 1:
        return None
    least = frame.area.height * LEAST_FIGURE_HEIGHT // 100
    settings = (
        Setting(size, table_floor=floor, is_captioned=is_captioned, figure_height=least)
        for floor in TABLE_FLOORS
        for size in sizes
    )
    return largest(stack(frame, group, frame.area, setting) for setting in settings)


def largest(stacks: Iterator[Stacked | None]) -> Items | None:
    """Return the first stack that cuts no word, else the first of all; `stacks` come from the largest size down."""
    cut: Items | None = None
    for found in stacks:
        if found is not None and not found.cuts_words:
            return found.items
        if found is not None and cut is None:
            cut = found.items
    return cut


def _picture_area(items: Items) -> int:
    return sum(item.box.width * item.box.height for item in items if isinstance(item, PlacedPicture))
