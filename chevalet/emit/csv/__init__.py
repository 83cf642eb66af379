"""The calendar as CSV, for agendas that import nothing better."""

from chevalet.emit.csv.agenda import emit_calendar_csv

__all__ = ["emit_calendar_csv"]
