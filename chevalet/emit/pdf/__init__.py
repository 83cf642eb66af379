"""A document as PDF: typst markup in which no text of the course can be markup, and its compiling in memory."""

from chevalet.emit.pdf.document import emit_pdf

__all__ = ["emit_pdf"]
