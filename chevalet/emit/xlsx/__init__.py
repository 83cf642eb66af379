"""Workbooks: the editorial calendar that participants keep."""

from chevalet.emit.xlsx.calendar import emit_calendar_xlsx

__all__ = ["emit_calendar_xlsx"]
