"""The editorial calendar as a workbook: one module a sheet, formulas with the value that each has at first."""

from chevalet.emit.xlsx.calendar.workbook import emit_calendar_xlsx

__all__ = ["emit_calendar_xlsx"]
