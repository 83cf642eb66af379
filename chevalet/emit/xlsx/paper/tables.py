"""Tables and grids as cells: amounts add up by formula, empty cells are there to be filled."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

from chevalet.emit.xlsx.paper.columns import Kind, kind_of, money_format, read_printed
from chevalet.emit.xlsx.paper.page import Page, Total
from chevalet.model.block import Table
from chevalet.model.flow import Grid
from chevalet.model.inline import plain_text
from chevalet.model.locale import Locale

# A list that ends in an empty row goes on: as many rows as people fill before they ask for more.
_ROOM = 12
_WIDTHS: Mapping[Kind, float] = {Kind.WORDS: 27, Kind.MONEY: 16, Kind.DATE: 15, Kind.YES: 10, Kind.NUMBER: 13}
_FIRST = 40.0
_WIDEST, _WIDEST_FIRST = 45.0, 58.0
# A page on its side holds this much: narrower tables leave room beside them, for what stands under them.
_SHEET, _FILLER = 108.0, 20.0
_DAY = "yyyy\\-mm\\-dd"


class Sheetful(Struct, frozen=True):
    """A table as text: its header, what each column holds, its rows; `is_open` when it has room to write."""

    header: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[tuple[str, ...], ...]
    is_open: bool


def read_table(block: Table | Grid, locale: Locale) -> Sheetful:
    """Return a table or a grid as text; a list that ends in an empty row is made longer."""
    header = tuple(map(plain_text, block.header))
    rows = tuple(tuple(map(plain_text, row)) for row in block.rows)
    kinds = tuple(_kind(place, text, rows, locale) for place, text in enumerate(header))
    if rows and not any(rows[-1]):
        rows += (("",) * len(header),) * (_ROOM - len(rows))
    return Sheetful(header, kinds, rows, isinstance(block, Grid))


def _kind(place: int, header: str, rows: tuple[tuple[str, ...], ...], locale: Locale) -> Kind:
    found = kind_of(header, locale)
    filled = [row[place] for row in rows if place < len(row) and row[place]]
    are_numbers = place > 0 and filled and all(read_printed(text, locale) is not None for text in filled)
    return Kind.NUMBER if found is Kind.WORDS and are_numbers else found


def width_columns(tables: list[Sheetful]) -> list[float]:
    """Return the widths of a sheet's columns, from what the tables that share it hold."""
    count = max((len(table.header) for table in tables), default=2)
    widths = [max(_width(table, place) for table in tables if place < len(table.header)) for place in range(count)]
    longest = max((len(row[0]) for table in tables for row in table.rows if row), default=0)
    widths[0] = min(_WIDEST_FIRST, max(widths[0], _FIRST, longest * 0.95))
    while sum(widths) < _SHEET:
        widths.append(min(_FILLER, max(4.0, _SHEET - sum(widths))))
    return widths


def _width(table: Sheetful, place: int) -> float:
    longest = max((len(row[place]) for row in table.rows if place < len(row)), default=0)
    return min(_WIDEST, max(_WIDTHS[table.kinds[place]], longest * 0.6, len(table.header[place]) * 0.7 + 3))


def write_table(table: Sheetful, section: str, page: Page) -> None:
    """Write a table, and the total of each column of amounts under it."""
    _write_header(table, page)
    first = page.row
    for row in table.rows:
        for place, text in enumerate(row):
            _write_cell(text, place, table, page)
        page.skip(max(21.0, page.fit(row)))
    for place, kind in enumerate(table.kinds):
        if table.is_open and table.rows and kind in (Kind.MONEY, Kind.DATE, Kind.YES):
            rule = _rule(kind, page)
            page.sheet.data_validation(first, place, page.row - 1, place, rule)
    if Kind.MONEY in table.kinds and table.rows:
        _write_totals(table, first, section, page)
    page.skip()


def _write_header(table: Sheetful, page: Page) -> None:
    colors = page.cells.colors
    for place, (text, kind) in enumerate(zip(table.header, table.kinds, strict=True)):
        look = {"bold": True, "bg_color": colors.tint, "bottom": 1, "bottom_color": colors.accent, "text_wrap": True}
        align = {"align": "right", "indent": 1} if kind in (Kind.MONEY, Kind.NUMBER) else {}
        page.cells.text(page.sheet, (page.row, place), text, **look, **align)
    page.skip(page.fit(table.header, is_bold=True))


def _write_cell(text: str, place: int, table: Sheetful, page: Page) -> None:
    """Write a cell: a number where its column holds numbers, room to write where it is empty and the table has some."""
    kind = table.kinds[place]
    look = {"bottom": 1, "bottom_color": page.cells.colors.rule, "text_wrap": True}
    if table.is_open and (not text or kind in (Kind.MONEY, Kind.NUMBER)):
        look |= page.input_look()
    look |= _format(kind, page)
    number = read_printed(text, page.locale) if kind in (Kind.MONEY, Kind.NUMBER) else None
    if number is None:
        page.cells.text(page.sheet, (page.row, place), text, **look, **({"bold": True} if place == 0 else {}))
    else:
        page.sheet.write_number(page.row, place, number, page.cells.style(**look))


def _format(kind: Kind, page: Page) -> dict[str, object]:
    match kind:
        case Kind.MONEY:
            return {"num_format": money_format(page.locale), "align": "right", "indent": 1}
        case Kind.DATE:
            return {"num_format": _DAY, "align": "left"}
        case Kind.NUMBER:
            return {"align": "right", "indent": 1}
        case _:
            return {}


def _rule(kind: Kind, page: Page) -> dict[str, object]:
    """Return what a spreadsheet says of an entry that its column does not expect; it is let in all the same."""
    if kind is Kind.YES:
        return {"validate": "list", "source": [page.say("report-yes"), page.say("report-no")]}
    word = "money" if kind is Kind.MONEY else "date"
    told = {"error_title": page.say("sheet-unexpected"), "error_message": page.say(f"sheet-wrong-{word}")}
    first = 0 if kind is Kind.MONEY else 36_526  # 1 January 2000
    check = "decimal" if kind is Kind.MONEY else "date"
    return {"validate": check, "criteria": ">=", "value": first, "error_type": "warning", **told}


def _write_totals(table: Sheetful, first: int, section: str, page: Page) -> None:
    look = {"bold": True, "top": 1, "top_color": page.cells.colors.accent}
    last = page.row - 1
    for place, kind in enumerate(table.kinds):
        if kind is not Kind.MONEY:
            page.cells.text(page.sheet, (page.row, place), page.say("sheet-total") if place == 0 else "", **look)
            continue
        value = sum(read_printed(row[place], page.locale) or 0 for row in table.rows)
        cells = f"{xl_rowcol_to_cell(first, place)}:{xl_rowcol_to_cell(last, place)}"
        style = page.cells.style(**look, **_format(Kind.MONEY, page))
        page.sheet.write_formula(page.row, place, f"=SUM({cells})", style, value)
        sheet = page.name.replace("'", "''")
        cell = xl_rowcol_to_cell(page.row, place, row_abs=True, col_abs=True)
        page.totals.append(Total(section, f"{page.name} – {table.header[place]}", f"'{sheet}'!{cell}", value))
    page.skip(22)
