"""A document as a workbook: its tables to fill in, with their totals, a sheet each; the rest on the first sheet."""

from chevalet.emit.xlsx.paper.document import emit_xlsx

__all__ = ["emit_xlsx"]
