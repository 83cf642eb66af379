"""Pipe tables: rows cut into cells that keep their columns."""

from __future__ import annotations

from msgspec import Struct

from chevalet.model.block import Alignment, Table
from chevalet.model.inline import Code, Emphasis, Inline, InlinePicture, Inlines, Link, Strike, Strong
from chevalet.parse.context import Context
from chevalet.parse.inlines import read_inlines
from chevalet.parse.source import BodyPassage, Prefixes

_ALIGNMENTS = {
    (False, False): Alignment.DEFAULT,
    (True, False): Alignment.LEFT,
    (True, True): Alignment.CENTER,
    (False, True): Alignment.RIGHT,
}


class Cell(Struct, frozen=True):
    """The text of a cell and the column, from 0, where it begins."""

    text: str
    column: int


def read_table(lines: list[int], prefixes: Prefixes, context: Context) -> Table:
    """Read the table of those lines; a short row is filled with empty cells, a cell too many is an error."""
    first, end = lines
    rows = [cut_row(context.source.lines[line], context.source.column(line, prefixes)) for line in range(first, end)]
    alignments = tuple(_ALIGNMENTS[cell.text.startswith(":"), cell.text.endswith(":")] for cell in rows[1])
    contents = [_read_row(row, first + index, len(alignments), context) for index, row in enumerate(rows) if index != 1]
    return Table(contents[0], tuple(contents[1:]), alignments, context.source.block(lines, prefixes))


def cut_row(line: str, column: int) -> list[Cell]:
    """Cut a row at its bars, but for those written `\\|`; bars at both ends are optional."""
    line = line.rstrip()
    bars = [index for index in range(column, len(line)) if line[index] == "|" and not _is_escaped(line, index)]
    starts, stops = [column, *[bar + 1 for bar in bars]], [*bars, len(line)]
    if bars and bars[0] == column:
        starts, stops = starts[1:], stops[1:]
    if bars and bars[-1] == len(line) - 1 and len(starts) > 1:
        starts, stops = starts[:-1], stops[:-1]
    return [_cell(line, start, stop) for start, stop in zip(starts, stops, strict=True)]


def _cell(line: str, start: int, stop: int) -> Cell:
    text = line[start:stop]
    return Cell(text.strip(), start + len(text) - len(text.lstrip()))


def _is_escaped(line: str, index: int) -> bool:
    return index > 0 and line[index - 1] == "\\"


def _read_row(cells: list[Cell], line: int, count: int, context: Context) -> tuple[Inlines, ...]:
    for cell in cells[count:]:
        place = BodyPassage(cell.text, context.source, line, cell.column)
        context.sink.add("extra-cell", place.span(0, len(cell.text)), expected=count, text=cell.text)
    read = [_read_cell(cell, line, context) for cell in cells[:count]]
    return (*read, *[()] * (count - len(read)))


def _read_cell(cell: Cell, line: int, context: Context) -> Inlines:
    inlines = read_inlines(BodyPassage(cell.text, context.source, line, cell.column), context)
    report_pictures(inlines, context)
    return _unescape_bars(inlines) if "\\|" in cell.text else inlines


def report_pictures(inlines: Inlines, context: Context) -> None:
    """Report the pictures of a place that holds text only: a cell, a title."""
    for inline in inlines:
        match inline:
            case InlinePicture(target, _, span):
                context.sink.add("misplaced-picture", span, picture=target)
            case Strong(children) | Emphasis(children) | Strike(children) | Link(children):
                report_pictures(children, context)
            case _:
                pass


def _unescape_bars(inlines: Inlines) -> Inlines:
    """Take the backslash off the bars of code: Markdown's escapes do not reach into it, a table's do."""
    return tuple(_unescape_bar(inline) for inline in inlines)


def _unescape_bar(inline: Inline) -> Inline:
    match inline:
        case Code(text):
            return Code(text.replace("\\|", "|"))
        case Strong(children):
            return Strong(_unescape_bars(children))
        case Emphasis(children):
            return Emphasis(_unescape_bars(children))
        case Strike(children):
            return Strike(_unescape_bars(children))
        case Link(children, target, span, title):
            return Link(_unescape_bars(children), target, span, title)
        case _:
            return inline
