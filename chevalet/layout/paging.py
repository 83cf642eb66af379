"""Paging: pieces placed on as many pages as they need, in their order, as many together as stand well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.layout.arranging import arrange
from chevalet.layout.columns import begin_columns, comparison_places, place_columns, side_places
from chevalet.layout.describing import describe
from chevalet.layout.drafts import Drafts
from chevalet.layout.figures import place_figure, place_table, source_of
from chevalet.layout.frame import Frame, place_text
from chevalet.layout.page import Page
from chevalet.layout.pagination import paginate
from chevalet.layout.pieces import (
    BreakPiece,
    Column,
    ColumnsPiece,
    Figure,
    FigurePiece,
    Piece,
    TextPiece,
    join_texts,
    part_announcement,
)
from chevalet.layout.stack import MOST_COLUMNS
from chevalet.layout.table_pages import split_table
from chevalet.layout.tabulating import tabulate
from chevalet.layout.typesetter import Paragraphs, paragraphs_of
from chevalet.model.block import ChartBlock, MockupBlock, Picture, StepsBlock, Table
from chevalet.model.diagram import Chart
from chevalet.units import Size

FEWEST_COLUMNS = 2
"""The columns that go on over several pages rather than be parted."""
MOST_TOGETHER = 5
"""How many pieces are tried on one page."""
TABLE_FLOORS = (1400, 1200)
"""The smallest sizes at which a table is kept whole: every layout is tried at one before the next."""

Frames = Callable[[str, Drafts], Iterator[Frame]]
"""The frames for a kind of content, the one to try first before the others, with room kept for a line of sources."""
Pieces = Sequence[Piece]
Step = tuple[list[Page], Pieces]
"""Pages, and the pieces that come after them."""


class Paging(Struct, frozen=True):
    """Where pieces are placed, and how the author lets text fit (`strict`, `shrink`, `split` or nothing)."""

    frames: Frames
    fit: str
    sink: Sink

    def pages(self, pieces: Pieces) -> list[Page]:
        """Return pages that hold every piece, in reading order."""
        pages: list[Page] = []
        while pieces:
            placed, pieces = self._next(pieces)
            pages.extend(placed)
        return pages

    def sizes(self, frame: Frame) -> tuple[int, ...]:
        """Return the sizes a body may take: `fit=split` and `fit=strict` allow the largest alone."""
        sizes = frame.body.sizes
        return sizes[:1] if self.fit in ("split", "strict") else sizes

    def _next(self, pieces: Pieces) -> Step:
        """Place what can stand together of the next pieces."""
        if isinstance(pieces[0], BreakPiece):
            return [], pieces[1:]
        for count in range(_count_unbroken(pieces), 1, -1):
            page = self._together(pieces[:count])
            if page is not None:
                return [page], pieces[count:]
        return self._first(pieces[0], pieces[1:])

    def _first(self, piece: Piece, rest: Pieces) -> Step:
        """Place the first piece on pages of its own."""
        match piece:
            case TextPiece(drafts):
                return self._text(drafts, rest)
            case FigurePiece(figure):
                return self._alone(figure, rest)
            case ColumnsPiece():
                return self._columns(piece, rest)
        raise AssertionError("a break has been passed over")

    def _text(self, drafts: Drafts, rest: Pieces) -> Step:
        """Place a text whole in the first frame that holds it, else over pages of the last one."""
        head, tail = part_announcement(drafts)
        if head and tail and rest and self._together((TextPiece(tail), rest[0])):
            return self._text(head, ())[0], (TextPiece(tail), *rest)
        for frame in self.frames("text", ()):
            sizes = self.sizes(frame)
            # The roomier layout comes before a smaller size.
            tried = sizes[:1] if frame.layout.roomier else sizes
            text = frame.fit(drafts, tried, frame.body_box)
            if text is not None:
                return [_text_page(frame, text)], rest
        pages = paginate(frame.typesetter, drafts, sizes, frame.room(frame.body_box))
        return [_text_page(frame, paragraphs_of(page)) for page in pages], rest

    def _together(self, group: Pieces) -> Page | None:
        figures = [piece.figure for piece in group if isinstance(piece, FigurePiece)]
        is_lone = len(figures) == 1 and not any(isinstance(piece, ColumnsPiece) for piece in group)
        source = source_of(figures[0]) if is_lone else ()
        for frame in self.frames(_kind(figures[0]) if figures else "columns", source):
            items = arrange(frame, group, self.sizes(frame))
            if items is not None:
                return Page(frame.layout.role, items, source)
        return None

    def _alone(self, figure: Figure, rest: Pieces, source: Drafts = ()) -> Step:
        """Place a figure on pages of its own; `source` is that of a table drawn from a chart."""
        source = source or source_of(figure)
        frames = list(self.frames(_lone_kind(figure), source))
        if not frames:
            # Its source would leave it no room.
            return [], join_texts((FigurePiece(_without_source(figure)), TextPiece(source), *rest))
        for floor in TABLE_FLOORS if isinstance(figure, Table) else TABLE_FLOORS[-1:]:
            for frame in frames:
                placed = place_figure(figure, frame.area, frame, floor)
                if placed:
                    return [Page(frame.layout.role, placed, source)], rest
        if isinstance(figure, ChartBlock) and isinstance(figure.chart, Chart):
            chart = figure.chart
            self.sink.add("chart-as-table", figure.span, categories=len(chart.categories), series=len(chart.series))
            return self._alone(tabulate(chart, figure.span, frames[0].words), rest, source)
        pages = self._split(figure, frames) if isinstance(figure, Table) else []
        if pages:
            return [*pages[:-1], replace(pages[-1], source=source)], rest
        self.sink.add("table-cannot-fit" if isinstance(figure, Table) else "figure-cannot-fit", figure.span)
        drafts = (*describe(figure), *(source if isinstance(figure, Table) else ()))
        return [], join_texts((TextPiece(drafts), *rest)) if drafts else rest

    def _split(self, table: Table, frames: Sequence[Frame]) -> list[Page]:
        """Return a table over pages of the first frame in which no word is cut, else of the last."""
        found: list[Page] = []
        for frame in frames:
            pages = split_table(frame.typesetter, table, Size(frame.area.width, frame.area.height))
            if pages:
                role = frame.layout.role
                found = [Page(role, (place_table(page, table, frame.area, frame),)) for page in pages]
            if pages and not pages[0].cuts_words:
                return found
        if found:
            self.sink.add("word-cannot-fit", table.span)
        return found

    def _columns(self, piece: ColumnsPiece, rest: Pieces) -> Step:
        """Place columns side by side; what one of them has left when the others end takes the whole width."""
        if not any(column.all_pieces for column in piece.columns):
            return [], rest
        if len(piece.columns) > MOST_COLUMNS:
            return [], (*_part_columns(piece, MOST_COLUMNS), *rest)
        comparisons = (comparison_places(frame, piece) for frame in self.frames("comparison", ()))
        places = [each for each in comparisons if each is not None]
        places += [side_places(frame, piece) for frame in self.frames("columns", ())]
        for each in places:
            items = place_columns(each, self.sizes(each.frame))
            if items is not None:
                return [Page(each.frame.layout.role, items)], rest
        if len(piece.columns) > FEWEST_COLUMNS:
            return [], (*_part_columns(piece, len(piece.columns) - 1), *rest)
        for each in places:
            begun = begin_columns(each, piece, self.sizes(each.frame))
            if begun is not None:
                return [Page(each.frame.layout.role, begun.items)], join_texts((*_go_on(begun.rests), *rest))
        return [], join_texts((*(inner for column in piece.columns for inner in column.all_pieces), *rest))


def _text_page(frame: Frame, text: Paragraphs) -> Page:
    return Page(frame.layout.role, (place_text(frame, frame.body_box, text),))


def _count_unbroken(pieces: Pieces) -> int:
    """Return how many of the next pieces may stand on one page."""
    breaks = (number for number, piece in enumerate(pieces) if isinstance(piece, BreakPiece))
    return min(next(breaks, len(pieces)), MOST_TOGETHER)


def _part_columns(piece: ColumnsPiece, most: int) -> Iterable[ColumnsPiece]:
    """Return columns as rows of `most` at most, as few and as even as can be."""
    columns = piece.columns
    rows = -(-len(columns) // most)
    width = -(-len(columns) // rows)
    return (ColumnsPiece(columns[first : first + width]) for first in range(0, len(columns), width))


def _go_on(columns: Sequence[Column]) -> Pieces:
    """Return what columns have left: side by side again, or one alone over the whole width."""
    if len(columns) > 1:
        return (ColumnsPiece(tuple(columns)),)
    return columns[0].all_pieces if columns else ()


def _without_source(figure: Figure) -> Figure:
    match figure:
        case ChartBlock(Chart() as chart):
            return replace(figure, chart=replace(chart, source=()))
        case Picture():
            return replace(figure, caption="")
        case _:
            return figure


def _lone_kind(figure: Figure) -> str:
    return "lone-picture" if isinstance(figure, Picture) else _kind(figure)


def _kind(figure: Figure) -> str:
    match figure:
        case Table():
            return "table"
        case ChartBlock():
            return "chart"
        case Picture():
            return "picture"
        case StepsBlock():
            return "steps"
        case MockupBlock():
            return "mockup"
