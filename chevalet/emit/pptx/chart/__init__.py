"""Native charts: written as XML in the deck's own look, their data in an embedded workbook."""

from __future__ import annotations

from chevalet.emit.pptx.chart.numbers import format_code
from chevalet.emit.pptx.chart.part import CHART, write_part
from chevalet.emit.pptx.chart.plot import Plot
from chevalet.emit.pptx.chart.workbook import write_workbook
from chevalet.emit.pptx.frame import write_frame
from chevalet.emit.pptx.markup import RELATIONSHIPS
from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.relationships import Relationship
from chevalet.model.deck import PlacedChart
from chevalet.model.theme import Layout, Typeface

__all__ = ["write_chart"]

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write_chart(placed: PlacedChart, layout: Layout, page: Page) -> str:
    """Add the parts of a chart to the package and return the frame that shows it."""
    identifier = page.relate("chart", _add_parts(placed, page))
    graphic = f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{identifier}"/></a:graphicData>'
    return write_frame(placed, placed.box, graphic, layout, page)


def _add_parts(placed: PlacedChart, page: Page) -> str:
    book = page.book
    page.charts += 1
    code = format_code(placed, book.language)
    plot = Plot(placed, book.language, code, book.theme.faces[Typeface.BODY, False, False])
    workbook = f"slideChart{page.charts}.xlsx"
    page.package.add(f"ppt/embeddings/{workbook}", _WORKBOOK_TYPE, write_workbook(placed.chart, code))
    data = Relationship("rId1", f"{RELATIONSHIPS}/package", f"../embeddings/{workbook}")
    part = f"ppt/charts/slideChart{page.charts}.xml"
    page.package.add(part, _TYPE, write_part(plot), (data,))
    return part
