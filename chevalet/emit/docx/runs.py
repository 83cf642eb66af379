"""Inline content as runs: marks as character properties, links, rooms to write in."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.controls import write_room
from chevalet.emit.docx.drawing import write_inline_picture
from chevalet.emit.links import is_address
from chevalet.emit.pptx.markup import escape, escape_line
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Term,
    Text,
    plain_text,
)


class _Marks(Struct, frozen=True):
    """What a run has more than its paragraph; `style` is a character style."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    raised: bool = False


def write_runs(inlines: Inlines, frame: Frame, book: Book) -> str:
    """Return the runs of `inlines`; a room without a label of its own takes the words before it."""
    return _Writer(frame, book, plain_text(inlines)).write(inlines, _Marks())


def write_text(text: str, style: str = "") -> str:
    """Return one run of plain characters in a character style."""
    return _write_run(text, _Marks(style))


class _Writer(Struct):
    frame: Frame
    book: Book
    label: str

    def write(self, inlines: Inlines, marks: _Marks) -> str:
        return "".join([self._write_one(inline, marks) for inline in inlines])

    def _write_one(self, inline: Inline, marks: _Marks) -> str:
        match inline:
            case Text(text):
                return _write_run(text, marks)
            case Code(text):
                return _write_run(text, replace(marks, style="CodeCharacters"))
            case Superscript(text):
                return _write_run(text, replace(marks, raised=True))
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case Strong(children):
                return self.write(children, replace(marks, bold=True))
            case Emphasis(children):
                return self.write(children, replace(marks, italic=not marks.italic))
            case Strike(children):
                return self.write(children, replace(marks, strike=True))
            case Link():
                return self._write_link(inline, marks)
            case Room(lines, field):
                return write_room(field, self.label or self.book.words["room"], lines, self.book)
            case InlinePicture():
                return write_inline_picture(inline, self.frame, self.book)
            case Term() | Fact() | Citation() | FootnoteReference():
                return ""  # resolve leaves none
            case _:
                assert_never(inline)

    def _write_link(self, link: Link, marks: _Marks) -> str:
        """Return a link; one to a part that this document lacks is its words only."""
        if link.target.startswith("#"):
            bookmark = self.book.bookmarks.get(link.target[1:])
            place = f'w:anchor="{bookmark}"' if bookmark else ""
        else:
            place = f'r:id="{self.book.relationships.add_link(link.target)}"' if is_address(link.target) else ""
        if not place:
            return self.write(link.children, marks)
        tip = f' w:tooltip="{escape_line(link.title)}"' if link.title else ""
        children = self.write(link.children, replace(marks, style="Hyperlink"))
        return f'<w:hyperlink {place}{tip} w:history="1">{children}</w:hyperlink>'


def _write_run(text: str, marks: _Marks) -> str:
    properties = (f'<w:rStyle w:val="{marks.style}"/>' if marks.style else "") + "".join(
        element
        for is_on, element in (
            (marks.bold, "<w:b/>"),
            (marks.italic, "<w:i/>"),
            (marks.strike, "<w:strike/>"),
            (marks.raised, '<w:vertAlign w:val="superscript"/>'),
        )
        if is_on
    )
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return f"{opening}{write_characters(text)}</w:r>"


def write_characters(text: str) -> str:
    """Return `text` as the content of a run: its line feeds as breaks, its tabs as tabs."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    lines = ["<w:tab/>".join(map(_write_piece, line.split("\t"))) for line in text.split("\n")]
    return "<w:br/>".join(lines)


def _write_piece(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
