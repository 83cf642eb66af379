"""The dashboard's charts: native ones, that say in words what they show."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.chart import Chart  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from chevalet.emit.xlsx.calendar.book import Book
from chevalet.emit.xlsx.calendar.places import DASHBOARD

_TOP, _STEP = 8, 18
_WIDTHS, _HEIGHT = (640, 676), 340


class _Drawing(Struct, frozen=True):
    """A chart: `kind` of XlsxWriter, its title, the table's column and count of lines, and where it stands."""

    kind: str
    title: str
    column: int
    lines: int
    place: tuple[int, int]
    fills: tuple[str, ...] = ()


def add_charts(book: Book, sheet: Worksheet, table_row: int) -> None:
    """Add the four charts above the tables they show."""
    choices = book.calendar.choices
    drawings = (
        _Drawing("column", "Où en sont les publications", 0, len(choices.statuses), (_TOP, 0), book.fills),
        _Drawing("column", "Publications par mois", 3, 12, (_TOP, 7)),
        _Drawing("bar", "Publications par canal", 6, len(choices.channels), (_TOP + _STEP, 0)),
        _Drawing("bar", "Publications par intention", 13, len(choices.intents), (_TOP + _STEP, 7)),
    )
    for drawing in drawings:
        if drawing.lines:
            chart = _make_chart(book, drawing, table_row)
            sheet.insert_chart(*drawing.place, chart, _describe(drawing))


def _describe(drawing: _Drawing) -> dict[str, object]:
    words = f"Graphique : {drawing.title.lower()}. Les mêmes nombres sont dans le tableau au bas de la feuille."
    return {"description": words, "object_position": 2}


def _make_chart(book: Book, drawing: _Drawing, table_row: int) -> Chart:
    chart = book.workbook.add_chart({"type": drawing.kind})
    last = table_row + drawing.lines - 1
    line = {"color": book.colors.accent, "width": 0.75}
    chart.add_series(
        {
            "name": "Publications",
            "categories": [DASHBOARD, table_row, drawing.column, last, drawing.column],
            "values": [DASHBOARD, table_row, drawing.column + 1, last, drawing.column + 1],
            "fill": {"color": book.colors.accent},
            "points": [{"fill": {"color": fill}, "border": line} for fill in drawing.fills] or None,
            "gap": 50,
            "data_labels": {"value": True, "num_format": "0;;", "font": _font(book, 10)},
        }
    )
    title = {"name": drawing.title, "name_font": _font(book, 13, bold=True), "overlay": False, "align": "left"}
    chart.set_title(title)
    chart.set_legend({"none": True})
    hidden = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    labels = {"num_font": _font(book, 10), "line": {"color": book.colors.rule}, "major_tick_mark": "none"}
    if drawing.kind == "bar":  # its axes are named as they are seen: values run along x
        chart.set_y_axis(labels | {"reverse": True})
        chart.set_x_axis(hidden)
    else:
        chart.set_x_axis(labels)
        chart.set_y_axis(hidden)
    chart.set_chartarea({"border": {"color": book.colors.rule}, "fill": {"color": book.colors.white}})
    chart.set_size({"width": _WIDTHS[drawing.place[1] > 0], "height": _HEIGHT})
    return chart


def _font(book: Book, size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": "Calibri", "size": size, "bold": bold, "color": book.colors.ink}
