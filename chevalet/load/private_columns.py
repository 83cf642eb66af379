"""The columns of the files of `private/`, by the names people give them, and the words of their cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct

from chevalet.diagnostics import Sink, suggest
from chevalet.load.table import Row, Rows, read_rows, span_of
from chevalet.load.text import read_file
from chevalet.load.tree import TABLE_LIMIT, Tree
from chevalet.model.private import Verdict
from chevalet.span import Span

T = TypeVar("T")
_TICKS = str.maketrans("✓✔☑☒", "xxxx")
_YES = frozenset({"oui", "o", "x", "1", "vrai", "true", "yes", "y", "present", "presente", "presents"})
_NO = frozenset({"non", "n", "0", "faux", "false", "no", "absent", "absente"})
_PARTLY = frozenset({"en partie", "partie", "partiellement", "partly"})
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?(?: ?(?:h|heures?))?")
_CLOCK = re.compile(r"(\d{1,2}) ?(?:h|:) ?(\d{2})(?: ?min)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_DAY = 24


class Column(Struct, frozen=True):
    """A column: the name we give it, others that people do, and whether a file is of no use without it."""

    name: str
    others: tuple[str, ...] = ()
    is_needed: bool = False


class Sheet(Struct, frozen=True):
    """A file being read: its rows, and where each column stands in them, by the name we give it."""

    path: str
    table: Rows
    places: Mapping[str, int]


class Line(Struct, frozen=True):
    """A row of a sheet, and the sink that hears of what is wrong in it."""

    sheet: Sheet
    row: Row
    sink: Sink

    def text(self, name: str) -> str:
        """Return a cell as written, empty where its column is not there."""
        places = self.sheet.places
        return self.row.cells[places[name]] if name in places else ""

    def span(self, name: str) -> Span:
        """Return where a cell stands, or its row when that cannot be told."""
        written = self.text(name)
        return span_of(self.row, written) if written else self.row.span

    def value(self, name: str, read: Callable[[str], T | None], example: str) -> T | None:
        """Return what a cell means, None for an empty one, and after telling what another should hold."""
        written = self.text(name)
        value = read(written) if written else None
        if written and value is None:
            self.sink.add("wrong-value", self.span(name), key=name, value=written, expected=example)
        return value


def open_sheet(tree: Tree, path: str, columns: Sequence[Column], sink: Sink) -> Sheet | None:
    """Return a file's rows, after telling of the columns that lack and of those that nothing reads."""
    content = read_file(tree, path, sink, limit=TABLE_LIMIT)
    table = read_rows(content, path, sink) if content is not None else None
    if table is None:
        return None
    known = {simplify(name): column.name for column in columns for name in (column.name, *column.others)}
    places: dict[str, int] = {}
    for place, written in enumerate(table.columns):
        name = known.get(simplify(written))
        if name is None:
            span, names = span_of(table.header, written), "`, `".join(each.name for each in columns)
            sink.add("unread-column", span, column=written, known=names)
        else:
            places.setdefault(name, place)
    for column in columns:
        if column.is_needed and column.name not in places:
            near = suggest(column.name, table.columns)
            sink.add("missing-column", table.header.span, column=column.name, path=path, nearest=near)
    return Sheet(path, table, places)


def simplify(name: str) -> str:
    """Return a name without case, accents, or marks around its words."""
    plain = unicodedata.normalize("NFKD", name.translate(_TICKS).casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", letters))


def read_yes(text: str) -> bool | None:
    """Return what a yes or a no means, None for any other word."""
    word = simplify(text)
    return True if word in _YES else False if word in _NO else None


def read_verdict(text: str) -> Verdict | None:
    """Return what somebody says of an objective, None for any other word."""
    if simplify(text) in _PARTLY:
        return Verdict.PARTLY
    said = read_yes(text)
    return None if said is None else Verdict.YES if said else Verdict.NO


def read_hours(text: str) -> float | None:
    """Return hours written `2,25` or `2 h 15`, None for any other text or for more than a day."""
    plain = " ".join(text.casefold().split())
    if clock := _CLOCK.fullmatch(plain):
        hours = int(clock[1]) + int(clock[2]) / 60 if int(clock[2]) < 60 else 0.0
    elif decimal := _HOURS.fullmatch(plain):
        hours = float(f"{decimal[1]}.{decimal[2] or 0}")
    else:
        return None
    return hours if 0 < hours <= _LONGEST_DAY else None


def read_day(text: str) -> date | None:
    """Return a date written `2026-10-14`, None for any other text: `10/11/2026` means two days."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def read_rating(text: str) -> int | None:
    """Return a whole number from 1 to 5, `4` or `4/5`, None for any other text."""
    found = re.fullmatch(r"([1-5])(?: ?/ ?5)?", text)
    return int(found[1]) if found else None
