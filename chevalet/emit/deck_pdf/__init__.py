"""A deck as PDF, drawn from the same placed boxes as the PowerPoint file: its pages, and all of it on one sheet."""

from chevalet.emit.deck_pdf.pages import emit_deck_pdf
from chevalet.emit.deck_pdf.sheet import emit_contact_sheet

__all__ = ["emit_contact_sheet", "emit_deck_pdf"]
