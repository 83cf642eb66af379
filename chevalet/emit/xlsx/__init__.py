"""Workbooks: the editorial calendar that participants keep, and documents with tables to fill in."""

from chevalet.emit.xlsx.calendar import emit_calendar_xlsx
from chevalet.emit.xlsx.paper import emit_xlsx

__all__ = ["emit_calendar_xlsx", "emit_xlsx"]
