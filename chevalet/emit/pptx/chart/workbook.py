"""The workbook behind a chart: what PowerPoint opens at « Edit data »."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from chevalet.emit.archive import pack
from chevalet.emit.pptx.chart.series import SHEET
from chevalet.emit.pptx.markup import strip_unwritable
from chevalet.model.diagram import Chart

_CREATED = datetime(1980, 1, 1)  # a fixed mark, not a moment
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def write_workbook(chart: Chart, format_code: str) -> bytes:
    """Return an .xlsx: categories in the first column, one column a series, a missing value an empty cell.

    Its parts are stored, not deflated: the deck's own zip does that, and the part is then the same on every platform.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 — 50 ms that a deck without charts does not pay

    buffer = BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    workbook.set_properties({"created": _CREATED})
    sheet = workbook.add_worksheet(SHEET)
    numbers = workbook.add_format({"num_format": format_code})
    sheet.set_column(0, 0, 30)
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, strip_unwritable(category))
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, strip_unwritable(series.label))
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, numbers)
    workbook.close()
    with ZipFile(buffer) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()}, compress=False)
