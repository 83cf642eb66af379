"""Charts as native ones, on the cells of their data."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.emit.tabulation import tabulate
from chevalet.emit.words import document_words
from chevalet.emit.xlsx.palette import mix
from chevalet.emit.xlsx.paper.page import LINE, Page
from chevalet.emit.xlsx.paper.tables import Sheetful, read_table, write_table
from chevalet.model.diagram import Chart, ChartKind
from chevalet.model.inline import plain_text
from chevalet.model.locale import Locale

_KINDS: Mapping[ChartKind, dict[str, str]] = {
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED_BAR: {"type": "bar", "subtype": "stacked"},
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.LINE: {"type": "line"},
    ChartKind.PIE: {"type": "pie"},
    ChartKind.DOUGHNUT: {"type": "doughnut"},
}
_WIDTH = 720  # pixels
_ROW = 20
_SHARES = (1.0, 0.45, 0.2, 0.7, 0.1)


def tabulate_chart(chart: Chart, locale: Locale) -> Sheetful:
    """Return the data of a chart as a table."""
    return read_table(tabulate(chart, locale, document_words(locale.tag)["category"]), locale)


def write_chart(chart: Chart, page: Page) -> None:
    """Write the data of a chart, then the chart that shows them."""
    title = plain_text(chart.title)
    page.write(title, bold=True)
    first = page.row + 1
    write_table(tabulate_chart(chart, page.locale), "", page)
    drawn = page.cells.workbook.add_chart(_KINDS[chart.kind])
    for place in range(1, len(chart.series) + 1):
        drawn.add_series(_tell_series(place, first, chart, page))
    drawn.set_title({"name": title, "name_font": _font(page, 12, bold=True), "overlay": False})
    drawn.set_legend({"position": "bottom", "font": _font(page, 10)} if len(chart.series) > 1 else {"none": True})
    _set_axes(drawn, chart, page)
    rows = max(9, len(chart.categories) + 5)
    drawn.set_size({"width": _WIDTH, "height": rows * _ROW})
    about = {"description": chart.alt, "object_position": 2}
    page.sheet.insert_chart(page.row, 0, drawn, about)
    for _ in range(rows):
        page.skip(LINE)
    if chart.source:
        page.note(plain_text(chart.source))
    page.skip()


def _tell_series(place: int, first: int, chart: Chart, page: Page) -> dict[str, object]:
    last = first + len(chart.categories) - 1
    fill = mix(page.cells.colors.accent.removeprefix("#"), _SHARES[(place - 1) % len(_SHARES)])
    line = {"color": page.cells.colors.accent, "width": 0.75}
    return {
        "name": [page.name, first - 1, place],
        "categories": [page.name, first, 0, last, 0],
        "values": [page.name, first, place, last, place],
        "fill": {"color": fill},
        "border": line,
        "gap": 60,
        "data_labels": {"value": True, "font": _font(page, 10), "num_format": "0;;"},
    }


def _set_axes(drawn: object, chart: Chart, page: Page) -> None:
    hidden = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    named = {"num_font": _font(page, 10), "line": {"color": page.cells.colors.rule}, "major_tick_mark": "none"}
    is_lying = chart.kind in (ChartKind.BAR, ChartKind.STACKED_BAR)
    across, upright = (hidden, named | {"reverse": True}) if is_lying else (named, hidden)
    drawn.set_x_axis(across)  # type: ignore[attr-defined]
    drawn.set_y_axis(upright)  # type: ignore[attr-defined]


def _font(page: Page, size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": "Calibri", "size": size, "bold": bold, "color": page.cells.colors.ink}
