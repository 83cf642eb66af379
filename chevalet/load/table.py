"""A CSV file as spreadsheets save them: separator, encoding and decimal sign are found out, every doubt is told."""

from __future__ import annotations

import csv
import re

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.load.text import clean_text, find_fault, place_of
from chevalet.span import Span

Cell = str | float | None

# Tried in this order when the header suits several: a semicolon is what Excel writes where the comma is decimal.
SEPARATORS = "\t;,"
SAMPLE = 20
_SPACES_OF_THOUSANDS = re.compile("(?<=[0-9])[ \u00a0\u202f\u2007\u2009](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(r"[-+−]?[0-9]{1,15}([.,][0-9]{1,15})?")
# What a spreadsheet prints behind the numbers of a column that it shows as percentages or as amounts.
_WITH_UNIT = re.compile(r"(.*[0-9])\s*([%$€])")
# A first line that is for Excel alone.
_DECLARED = re.compile(r'"?sep=(.)"?', re.I)
# By which letters the code pages of Windows, of old Macs and of MS-DOS are told apart, the most frequent first.
_LETTERS = "éèàêçâîôûùëïœ\u00a0’«»ÉÀÈÊÇÔ"
_CODE_PAGES = {"Windows-1252": "cp1252", "Mac OS Roman": "mac_roman", "MS-DOS 850": "cp850"}
_PERHAPS_THOUSANDS = re.compile(r"[-+−]?[0-9]{1,3},[0-9]{3}")


class Table(Struct, frozen=True):
    """The columns' names, and rows of as many cells: the first is text, the others numbers if their column's are."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Row(Struct, frozen=True):
    """The cells of a row, without the spaces around them, its first line as written, and where that stands."""

    cells: tuple[str, ...]
    line: str
    span: Span


class Rows(Struct, frozen=True):
    """A header's names and the rows under it, each with as many cells as they are."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str
    header: Row


def read_table(content: bytes, path: str, sink: Sink) -> Table:
    """Return the table that a CSV file holds, empty after saying why it cannot be read; a missing cell is None."""
    written = read_rows(content, path, sink)
    if written is None:
        return Table((), ())
    columns, body = written.columns, written.rows
    first, *others = zip(*(row.cells for row in body), strict=True)
    values = [
        _read_column(name, list(zip(cells, body, strict=True)), written.separator, sink)
        for name, cells in zip(columns[1:], others, strict=True)
    ]
    return Table(columns, tuple(zip([cell or None for cell in first], *values, strict=True)))


def read_rows(content: bytes, path: str, sink: Sink) -> Rows | None:
    """Return the rows that a CSV file holds, every cell as written; None after saying why it cannot be read."""
    text = _decode(content, path, sink)
    if text is None:
        return None
    lines = text.split("\n")
    skipped = _count_comments(lines, path, sink)
    declared = _DECLARED.fullmatch(lines[skipped]) if skipped < len(lines) else None
    skipped += bool(declared)
    separator = declared[1] if declared else _find_separator(lines[skipped : skipped + SAMPLE])
    rows = _split(lines, skipped, separator, path, sink)
    if len(rows) < 2:
        sink.add("empty-table", rows[0].span if rows else Span(path), path=path)
        return None
    columns = _name_columns(rows[0], sink)
    fitted = (replace(row, cells=_fit(row, len(columns), separator, sink)) for row in rows[1:])
    return Rows(columns, tuple(fitted), separator, rows[0])


def _decode(content: bytes, path: str, sink: Sink) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "UTF-16"
        sink.add("table-not-utf8", Span(path, 1, 1, 1, 1), path=path, encoding=encoding)
        return clean_text(content.decode("utf-16", "replace"))
    fault = find_fault(content)
    if fault is None:
        return clean_text(content.decode())
    line, column = place_of(content, fault)
    span = Span(path, line, column, line, column + 1)
    if content[fault] == 0:
        sink.add("not-utf8", span, path=path, byte="00")
        return None
    encoding = max(_CODE_PAGES, key=lambda name: _likeness(content.decode(_CODE_PAGES[name], "replace")))
    sink.add("table-not-utf8", span, path=path, encoding=encoding)
    return clean_text(content.decode(_CODE_PAGES[encoding], "replace"))


def _likeness(text: str) -> int:
    """Return how much the letters of a text look like French, of which most are an `é`."""
    return sum(text.count(letter) * (len(_LETTERS) - rank) for rank, letter in enumerate(_LETTERS))


def _count_comments(lines: list[str], path: str, sink: Sink) -> int:
    """Count the lines before the header that hold nothing, or a remark: further down, `#` may begin a category."""
    count = 0
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            break
        if line.strip():
            sink.add("comment-dropped", Span(path, number, 1, number, len(line) + 1))
        count = number
    return count


def _find_separator(lines: list[str]) -> str:
    """Return the separator that parts the header, and the most of the first rows, into the same number of cells."""

    def suits(separator: str) -> int:
        try:
            widths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if cells]
        except csv.Error:
            return 0
        return sum(width == widths[0] for width in widths) if widths and widths[0] > 1 else 0

    return max(SEPARATORS, key=suits) if any(map(suits, SEPARATORS)) else ","


def _split(lines: list[str], skipped: int, separator: str, path: str, sink: Sink) -> list[Row]:
    reader = csv.reader(
        (line + "\n" for line in lines[skipped:]), delimiter=separator, skipinitialspace=True, strict=True
    )
    rows: list[Row] = []
    first = skipped + 1
    try:
        for written in reader:
            cells = tuple(cell.strip() for cell in written)
            if any(cells):
                rows.append(Row(cells, lines[first - 1], _line_span(path, lines, first)))
            first = skipped + reader.line_num + 1
    except csv.Error:
        sink.add("invalid-table", _line_span(path, lines, first), path=path)
    return rows


def _line_span(path: str, lines: list[str], number: int) -> Span:
    return Span(path, number, 1, number, len(lines[number - 1]) + 1)


def _name_columns(header: Row, sink: Sink) -> tuple[str, ...]:
    names = list(header.cells)
    while not names[-1]:
        names.pop()
    known = set[str]()
    for number, name in enumerate(names, start=1):
        if not name:
            sink.add("unnamed-column", header.span, number=number)
        elif name in known:
            sink.add("duplicate-key", header.span, key=name, first_line=header.span.line)
        known.add(name)
    return tuple(names)


def _fit(row: Row, width: int, separator: str, sink: Sink) -> tuple[str, ...]:
    cells = row.cells
    if len(cells) < width or any(cells[width:]):
        shown = "tab" if separator == "\t" else separator
        sink.add("ragged-row", row.span, expected=width, found=len(cells), separator=shown)
    return (*cells, *[""] * width)[:width]


def _read_column(name: str, written: list[tuple[str, Row]], separator: str, sink: Sink) -> list[Cell]:
    """Return a column's values: numbers when at least half of its filled cells are, and the others are then told."""
    written = _without_unit(written)
    numbers = [_read_number(text) for text, _ in written]
    known = len(numbers) - numbers.count(None)
    if known == 0 or known * 2 < sum(bool(text) for text, _ in written):
        return [text or None for text, _ in written]
    for (text, row), number in zip(written, numbers, strict=True):
        if text and number is None:
            sink.add("wrong-type", span_of(row, text), key=name, expected="number", found="text")
        elif separator == "," and _PERHAPS_THOUSANDS.fullmatch(text):
            whole, decimal = text.replace(",", ""), text.replace(",", ".")
            sink.add("ambiguous-number", span_of(row, text), value=text, whole=whole, decimal=decimal)
    return [text or None if number is None else number for (text, _), number in zip(written, numbers, strict=True)]


def _without_unit(written: list[tuple[str, Row]]) -> list[tuple[str, Row]]:
    """Return a column without the `%` or the `$` behind its numbers, when the same stands behind each of them."""
    found = [_WITH_UNIT.fullmatch(text) for text, _ in written]
    units = {match[2] for match in found if match}
    if len(units) != 1 or any(_read_number(text) is not None for text, _ in written):
        return written
    return [(match[1] if match else text, row) for match, (text, row) in zip(found, written, strict=True)]


def _read_number(text: str) -> float | None:
    text = _SPACES_OF_THOUSANDS.sub("", text)
    return float(text.replace(",", ".").replace("−", "-")) if _NUMBER.fullmatch(text) else None


def span_of(row: Row, cell: str) -> Span:
    """Return where a cell stands in its row's first line, or that line when the same text stands there twice."""
    if row.line.count(cell) != 1:
        return row.span
    column = row.line.index(cell) + 1
    return Span(row.span.path, row.span.line, column, row.span.line, column + len(cell))
