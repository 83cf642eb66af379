"""The sheet « Tableau de bord »: six figures, four charts and the measures, of one's calendar once it has begun."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import COUNT, Book
from chevalet.emit.xlsx.calendar.charts import add_charts
from chevalet.emit.xlsx.calendar.figures import (
    Counted,
    any_of,
    count_example,
    count_formula,
    equal,
    late_formula,
    status_formula,
    sum_formula,
)
from chevalet.emit.xlsx.calendar.flags import names_of, quoted
from chevalet.emit.xlsx.calendar.heading import row_style, write_header, write_heading
from chevalet.emit.xlsx.calendar.lists import month_label, month_starts
from chevalet.emit.xlsx.calendar.places import DASHBOARD, list_cell
from chevalet.model.calendar import Stage

_PURPOSE = "Le tableau montre l’exemple rempli tant que votre calendrier n’a aucun sujet; ensuite, il montre le vôtre."
_TILE_ROW = 5
TABLE_ROW = 45
_MEASURES = (("vues", "Vues", "views"), ("reactions", "Réactions", "reactions"), ("clics", "Clics", "clicks"))
_ACTIONS = ("gestes", "Gestes faits", "actions")
STATUS_COLUMN, MONTH_COLUMN, CHANNEL_COLUMN, INTENT_COLUMN = 0, 3, 6, 13
_WIDTHS = (19, 11, 3, 19, 13, 3, 21, 13, 10, 11, 10, 13, 3, 19, 13)
_TILES = ((0, 1), (3, 4), (6, 7), (8, 9), (10, 11), (13, 14))


class Line(Struct, frozen=True):
    """A line of a table: its label by formula and by value, then its figures likewise."""

    label: tuple[str, str]
    figures: tuple[tuple[str, int], ...]


def write_dashboard(book: Book) -> None:
    """Add the sheet, locked without password: all of it is computed."""
    sheet = book.add_sheet(DASHBOARD, book.colors.rule)
    write_heading(book, sheet, DASHBOARD, _PURPOSE)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, book.style())
    counted = count_example(book.calendar)
    _write_source(book, sheet)
    _write_tiles(book, sheet, counted)
    _write_tables(book, sheet, counted)
    add_charts(book, sheet, TABLE_ROW)
    sheet.print_area(0, 0, TABLE_ROW + 13, len(_WIDTHS) - 1)
    sheet.fit_to_pages(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "objects": True})


def _write_source(book: Book, sheet: Worksheet) -> None:
    """Write which calendar is shown, decided by whether people have begun theirs."""
    book.workbook.define_name("tb_source", f"='{DASHBOARD}'!$Q$1")
    sheet.set_column(16, 16, 9, None, {"hidden": True})
    sheet.write_formula(0, 16, '=IF(SUMPRODUCT(--(cal_sujet<>""))=0,"ex","cal")', None, "ex")
    firm = book.calendar.example.firm if book.calendar.example else ""
    style = book.style(bold=True, font_size=12)
    shown = f"Vous regardez l’exemple\u00a0: {firm}"
    formula = f'=IF(tb_source="ex",{quoted(shown)},"Vous regardez votre calendrier")'
    sheet.write_formula(3, 0, formula, style, shown)


def _write_tiles(book: Book, sheet: Worksheet, counted: Counted) -> None:
    calendar = book.calendar
    published = names_of(calendar.choices.statuses, Stage.PUBLISHED)
    sells = [intent.name for intent in calendar.choices.intents if intent.sells]
    offline = [channel.name for channel in calendar.choices.channels if channel.is_offline]
    live = count_formula(calendar, "1")
    selling = count_formula(calendar, any_of("intention", sells))
    away = count_formula(calendar, any_of("canal", offline))
    number = counted.number
    known = len(counted.entries)
    tiles: list[tuple[str, str, float, str]] = [
        ("Publications", live, known, "0"),
        (
            "Publiées",
            count_formula(calendar, any_of("statut", published)),
            number(lambda e: e.status in published),
            "0",
        ),
        ("En retard", late_formula(), counted.late(), "0"),
        ("Sans responsable", count_formula(calendar, '({prefix}_responsable="")'), number(lambda e: not e.owner), "0"),
        (
            "Ne vendent rien",
            _share(f"{live}-{selling}", live),
            _part(known - number(lambda e: e.intent in sells), known),
            "0 %",
        ),
        ("Sans internet", _share(away, live), _part(number(lambda e: e.channel in offline), known), "0 %"),
    ]
    for columns, tile in zip(_TILES, tiles, strict=True):
        _write_tile(book, sheet, columns, tile)


def _share(part: str, whole: str) -> str:
    return f"IF({whole}=0,0,({part})/{whole})"


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0


def _write_tile(book: Book, sheet: Worksheet, columns: tuple[int, int], tile: tuple[str, str, float, str]) -> None:
    title, formula, value, shape = tile
    first, last = columns
    fill = {"bg_color": book.colors.tint, "align": "center", "right": 5, "right_color": book.colors.white}
    label = {**fill, "font_color": book.colors.muted}
    large = {**fill, "bold": True, "font_size": 24, "font_color": book.colors.accent, "num_format": shape}
    sheet.set_row(_TILE_ROW, 22)
    sheet.set_row(_TILE_ROW + 1, 36)
    for row, look in ((_TILE_ROW, label), (_TILE_ROW + 1, large)):
        sheet.merge_range(row, first, row, last, None, book.style(**look))
    book.text(sheet, (_TILE_ROW, first), title, **label)
    sheet.write_formula(_TILE_ROW + 1, first, f"={formula}", book.style(**large), value)


def _write_tables(book: Book, sheet: Worksheet, counted: Counted) -> None:
    tables = (
        (STATUS_COLUMN, ["Statut", "Lignes"], _statuses(book)),
        (MONTH_COLUMN, ["Mois", "Publications"], _months(book, counted)),
        (
            CHANNEL_COLUMN,
            ["Canal", "Publications", *(title for _, title, _ in (*_MEASURES, _ACTIONS))],
            _channels(book, counted),
        ),
        (INTENT_COLUMN, ["Intention", "Publications"], _intents(book, counted)),
    )
    for column, headers, lines in tables:
        write_header(book, sheet, (TABLE_ROW - 1, column), headers[:1])
        write_header(book, sheet, (TABLE_ROW - 1, column + 1), headers[1:], align="right")
        for row, line in enumerate(lines, start=TABLE_ROW):
            style = book.style(**row_style(book))
            formula, label = line.label
            sheet.write_formula(row, column, formula, style, label)
            for place, (figure, value) in enumerate(line.figures, start=column + 1):
                sheet.write_formula(row, place, f"={figure}", book.style(**row_style(book), num_format=COUNT), value)


def _label(key: str, rank: int, word: str) -> tuple[str, str]:
    cell = list_cell(key, rank)
    return f'=IF({cell}="","",{cell})', word


def _statuses(book: Book) -> list[Line]:
    example = book.calendar.example
    entries = [entry for entry in (example.entries if example else ()) if entry.subject]
    return [
        Line(
            _label("statuts", rank, status.name),
            ((status_formula(list_cell("statuts", rank)), sum(entry.status == status.name for entry in entries)),),
        )
        for rank, status in enumerate(book.calendar.choices.statuses)
    ]


def _months(book: Book, counted: Counted) -> list[Line]:
    lines = []
    for rank, start in enumerate(month_starts(book.calendar.start)):
        cell = list_cell("debuts", rank)
        condition = f"({{prefix}}_date>={cell})*({{prefix}}_date<DATE(YEAR({cell}),MONTH({cell})+1,1))"
        days = [entry.day for entry in counted.entries if entry.day]
        value = sum((day.year, day.month) == (start.year, start.month) for day in days)
        label = _label("mois", rank, month_label(start))
        lines.append(Line(label, ((count_formula(book.calendar, condition), value),)))
    return lines


def _channels(book: Book, counted: Counted) -> list[Line]:
    lines = []
    for rank, channel in enumerate(book.calendar.choices.channels):
        cell = list_cell("canaux", rank)
        known = counted.number(lambda entry, name=channel.name: entry.channel == name)  # type: ignore[misc]
        sums = [
            (sum_formula(key, cell), counted.total(field, channel.name)) for key, _, field in (*_MEASURES, _ACTIONS)
        ]
        first = (count_formula(book.calendar, equal("canal", cell)), known)
        lines.append(Line(_label("canaux", rank, channel.name), (first, *sums)))
    return lines


def _intents(book: Book, counted: Counted) -> list[Line]:
    return [
        Line(
            _label("intentions", rank, intent.name),
            (
                (
                    count_formula(book.calendar, equal("intention", list_cell("intentions", rank))),
                    counted.number(lambda entry, name=intent.name: entry.intent == name),  # type: ignore[misc]
                ),
            ),
        )
        for rank, intent in enumerate(book.calendar.choices.intents)
    ]
