"""One sheet being written from top to bottom: titles, paragraphs, and room to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from msgspec import Struct, field
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.cells import Cells, clean, mark
from chevalet.model.locale import Locale

LINE = 16  # points
_FIELD_LINE = 21
_TITLE_SIZE = 20
# Letters that one unit of a column's width holds, at the size of the text; bold ones are wider.
_LETTERS = 1.08
_WIDEST_LETTERS = 0.92
# What a field of several lines, or of one, leaves to its label.
_LABEL_COLUMNS = 1


class Total(Struct, frozen=True):
    """The total of a column: what it adds up, its cell, its value now."""

    section: str
    label: str
    reference: str
    value: float


class Page(Struct):
    """A sheet, its columns' widths, the next row to write, and the totals that its tables made."""

    cells: Cells
    sheet: Worksheet
    locale: Locale
    name: str
    widths: Sequence[float]
    row: int = 0
    totals: list[Total] = field(default_factory=list)

    def set_widths(self) -> None:
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width, self.cells.style())

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.widths) - 1

    def say(self, word: str, **places: object) -> str:
        return self.locale.words.get(word, word).format(**places)

    def title(self, text: str) -> None:
        """Write the title of the sheet."""
        look = {"font_name": self.cells.heading, "font_size": _TITLE_SIZE, "font_color": self.cells.colors.accent}
        self._line(text, look, 34)

    def heading(self, text: str) -> None:
        """Write the title of a part, a rule under it."""
        self.skip()
        colors = self.cells.colors
        rule = {"bottom": 2, "bottom_color": colors.accent}
        look = {"font_name": self.cells.heading, "font_size": 14, "font_color": colors.accent}
        for place in range(1, len(self.widths)):
            self.cells.text(self.sheet, (self.row, place), "", **rule)
        self._line(text, look | rule, 24)
        self.skip(5)

    def write(self, text: str, **look: object) -> None:
        """Write a paragraph over all columns, as many lines high as it needs."""
        if not text.strip():
            return
        height = self._height(text, self.widths, is_bold=bool(look.get("bold")))
        self._merge(0, self.last, text, {"text_wrap": True, "valign": "top"} | look)
        self._end(height)

    def note(self, text: str) -> None:
        """Write small text."""
        self.write(text, font_color=self.cells.colors.muted, font_size=10)

    def field(self, label: str, lines: int, choices: Sequence[str] = ()) -> None:
        """Write a label, and a pale cell beside it to fill in, with the words it may take if there are any."""
        style = {"text_wrap": True, "valign": "top", "bold": True}
        self.cells.text(self.sheet, (self.row, 0), label, **style)
        # A choice takes one column: a word of a list is short.
        last = 1 if choices and self.last > 1 else self.last
        self._merge(_LABEL_COLUMNS, max(last, 1), "", self.input_look() | {"valign": "top"})
        if choices:
            self.sheet.data_validation(self.row, 1, self.row, 1, {"validate": "list", "source": list(choices)})
        height = max(self._height(label, self.widths[:1], is_bold=True), lines * _FIELD_LINE)
        self._end(height)
        self.skip(5)

    def link(self, target: str, text: str) -> None:
        """Write a link to the top of another sheet."""
        text = clean(text)
        made = self.cells.style(font_color=self.cells.colors.accent, underline=1, **mark(text))
        place = target.replace("'", "''")
        self.sheet.write_url(self.row, 0, f"internal:'{place}'!A1", made, text, self.say("sheet-go", name=target)[:255])
        self._end(20)

    def skip(self, height: float = 9) -> None:
        """Leave a row empty."""
        self._end(height)

    def input_look(self) -> dict[str, object]:
        """Return the look of a cell to fill in: pale, a hairline around it."""
        colors = self.cells.colors
        return {"bg_color": colors.pale, "border": 1, "border_color": colors.rule, "text_wrap": True}

    def fit(self, texts: Sequence[str], *, is_bold: bool = False) -> float:
        """Return the height of a row whose cells say these, one a column."""
        pairs = zip(texts, self.widths, strict=False)
        return max((self._height(text, (width,), is_bold=is_bold) for text, width in pairs), default=LINE) + 4

    def _line(self, text: str, look: Mapping[str, object], height: float) -> None:
        self.cells.text(self.sheet, (self.row, 0), text, **look)
        self._end(height)

    def _merge(self, first: int, last: int, text: str, look: Mapping[str, object]) -> None:
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, None, self.cells.style(**look))
        self.cells.text(self.sheet, (self.row, first), text, **look)

    def _height(self, text: str, widths: Sequence[float], *, is_bold: bool) -> float:
        room = sum(widths) * (_WIDEST_LETTERS if is_bold else _LETTERS)
        return LINE * sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))

    def _end(self, height: float) -> None:
        self.sheet.set_row(self.row, height)
        self.row += 1
