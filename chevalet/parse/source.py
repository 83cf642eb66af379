"""Places: from lines and offsets of a body to spans of its file."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from chevalet.span import Span

_BLANK = " \t>"


class Prefix(Struct, frozen=True):
    """What a list item, a quote or a footnote puts before its content: `column` is where that begins on its `line`."""

    line: int
    column: int
    is_quote: bool = False


Prefixes = tuple[Prefix, ...]


class Source(Struct, frozen=True):
    """The lines of a body; lines and columns count from 0 here, `first_line` is the file's line of line 0."""

    path: str
    lines: tuple[str, ...]
    first_line: int

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        first = self.first_line
        return Span(self.path, first + line, column + 1, first + end_line, end_column + 1)

    def column(self, line: int, prefixes: Prefixes = ()) -> int:
        """Return where the content of a line begins, behind the marks of what encloses it."""
        text = self.lines[line]
        column = 0
        for prefix in prefixes:
            if prefix.line == line:
                column = prefix.column
            elif prefix.is_quote:
                column = _skip_spaces(text, column)
                column += text.startswith(">", column)
        return _skip_spaces(text, column)

    def block(self, lines: list[int] | None, prefixes: Prefixes = ()) -> Span:
        """Return the span of a block from its token's lines, without the blank lines after it."""
        if lines is None:
            return Span(self.path)
        start, end = lines
        last = min(end, len(self.lines)) - 1
        written = self.lines[max(last, start)]
        while last > start and not written.strip(_BLANK):
            last -= 1
            written = self.lines[last]
        return self.span(start, self.column(start, prefixes), max(last, start), len(written.rstrip()))

    def line_span(self, line: int, prefixes: Prefixes = ()) -> Span:
        return self.span(line, self.column(line, prefixes), line, len(self.lines[line].rstrip()))


class Passage(Protocol):
    """Characters to be read as inline content, that know where they stand."""

    @property
    def text(self) -> str: ...

    def span(self, start: int, end: int) -> Span: ...


class BodyPassage(Struct, frozen=True):
    """Text of the body from `line` on; without a `column`, it is found from the end of the line, which text keeps."""

    text: str
    source: Source
    line: int
    column: int = -1

    def span(self, start: int, end: int) -> Span:
        return self.source.span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        begin = self.text.rfind("\n", 0, offset) + 1
        if begin == 0 and self.column >= 0:
            return self.line, self.column + offset
        line = self.line + self.text.count("\n", 0, begin)
        end = self.text.find("\n", begin)
        written = self.text[begin : end if end >= 0 else len(self.text)].rstrip()
        return line, len(self.source.lines[line].rstrip()) - len(written) + offset - begin


class ShiftedPassage(Struct, frozen=True):
    """A piece of another passage: the description of a picture."""

    text: str
    outer: Passage
    shift: int

    def span(self, start: int, end: int) -> Span:
        return self.outer.span(self.shift + start, self.shift + end)


class WholePassage(Struct, frozen=True):
    """Text that stands outside the body, of which only the whole place is known: a title of the front matter."""

    text: str
    whole: Span

    def span(self, start: int, end: int) -> Span:  # noqa: ARG002 — as every passage is asked
        return self.whole


class ScalarPassage(Struct, frozen=True):
    """A text of a fence's YAML, whose quotes and folds hide its columns: what it holds is searched where it stands."""

    text: str
    source: Source
    whole: Span

    def span(self, start: int, end: int) -> Span:
        sought = self.text[start:end]
        nth = self.text.count(sought, 0, start) if sought else 0
        first = self.whole.line - self.source.first_line
        column = self.whole.column - 1
        for line in range(first, self.whole.end_line - self.source.first_line + 1):
            while (column := self.source.lines[line].find(sought, column)) >= 0:
                if nth == 0:
                    return self.source.span(line, column, line, column + len(sought))
                nth -= 1
                column += len(sought) or 1
            column = 0
        return self.whole


def _skip_spaces(text: str, column: int) -> int:
    while column < len(text) and text[column] in " \t":
        column += 1
    return column
