"""Paragraphs: a style, what it says beside its style, and its runs."""

from __future__ import annotations

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.runs import write_runs
from chevalet.model.inline import Inlines

# Word joins two tables, or two frames, that touch, and a cell must not end with a table.
SPACER = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def wrap(runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; `properties` are those of `w:pPr` that follow the style, in the schema's order."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>" if named or properties else f"<w:p>{runs}</w:p>"


def write_paragraph(inlines: Inlines, frame: Frame, book: Book, style: str = "", properties: str = "") -> str:
    """Return a paragraph in `style`, that of the frame when it names none."""
    return wrap(write_runs(inlines, frame, book), style or frame.style, properties)
