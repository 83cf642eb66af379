"""The cover: title, subtitle, lines, stamp; a page of its own or the head of the first."""

from __future__ import annotations

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.paragraph import wrap, write_paragraph
from chevalet.emit.docx.runs import write_runs, write_text
from chevalet.model.inline import plain_text

_SPACE_ABOVE = '<w:spacing w:before="3400"/>'
_WHOLE, _HEAD = ("Title", "Subtitle", "CoverLine"), ("HeadTitle", "HeadSubtitle", "HeadLine")
"""Styles of the title, the subtitle and the lines: of a page of its own, and of the head of the first."""
_SPACE_BELOW = '<w:spacing w:before="900"/>'


def write_cover(frame: Frame, book: Book) -> str:
    """Return the cover; what follows one that fills its page begins with a page break."""
    flow = book.flow
    whole = flow.cover.is_whole_page
    title, subtitle, below = _WHOLE if whole else _HEAD
    parts = [write_paragraph(flow.title, frame, book, title, _SPACE_ABOVE if whole else "")]
    if flow.subtitle:
        parts.append(write_paragraph(flow.subtitle, frame, book, subtitle))
    parts += [write_paragraph(line, frame, book, below) for line in flow.cover.lines]
    parts += [
        wrap(
            write_text(plain_text(name) + "\t", "DetailName") + write_runs(value, frame, book),
            "Details",
            _SPACE_BELOW if whole and not at else "",
        )
        for at, (name, value) in enumerate(flow.cover.stamp)
    ]
    return "".join(parts)
