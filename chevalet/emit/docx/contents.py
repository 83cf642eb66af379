"""Headings with their bookmarks, and the table of contents as Word's own field, its entries already there."""

from __future__ import annotations

from collections.abc import Iterable

from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.paragraph import wrap
from chevalet.emit.docx.runs import write_runs, write_text
from chevalet.emit.headings import listed_headings, walk
from chevalet.model.flow import FlowBlocks, Heading
from chevalet.model.inline import plain_text

_KEEP = "<w:keepNext/>"
_OPENS_PAGE = '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0"/>'


def name_bookmarks(blocks: FlowBlocks) -> dict[str, str]:
    """Return the bookmark of each heading's identifier: Word's names hold letters, digits and 40 characters only."""
    headings: Iterable[Heading] = (block for block in walk(blocks) if isinstance(block, Heading))
    numbered = enumerate(headings, start=1)
    return {heading.identifier: _name(number) for number, heading in numbered if heading.identifier}


def _name(number: int) -> str:
    return f"_Toc{number:08}"


def write_heading(
    heading: Heading, frame: Frame, book: Book, *, is_listed: bool = True, opens_page: bool = False
) -> str:
    """Return a heading, the small text above it in a paragraph of its own."""
    book.headings += 1
    level = min(4, max(1, heading.level))
    number = book.headings
    runs = write_runs(heading.inlines, frame, book)
    marked = f'<w:bookmarkStart w:id="{number}" w:name="{_name(number)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    style = f"Heading{level}" if is_listed else "TOCHeading"
    opening = _OPENS_PAGE if opens_page else ""
    if not heading.before:
        return wrap(marked, style, opening)
    before = wrap(write_runs(heading.before, frame, book), "Kicker" if level > 1 else "KickerOpening", opening or _KEEP)
    return before + wrap(marked, style, _UNDER_KICKER)


# The kicker has the rule and the space that the heading would have.
_UNDER_KICKER = '<w:pBdr><w:top w:val="nil"/></w:pBdr><w:spacing w:before="0"/>'


def write_contents(depth: int, book: Book) -> str:
    """Return the contents. Pages are Word's to count: an entry shows none until the field is updated (F9)."""
    entries = listed_headings(book.flow.blocks, depth)
    if not entries:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-'
        f'{depth}" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    places = _number_headings(book.flow.blocks)
    lines = [_write_entry(heading, places[id(heading)]) for heading in entries]
    written = [
        wrap((begin if at == 0 else "") + line + (end if at == len(lines) - 1 else ""), f"TOC{entry.level}")
        for at, (entry, line) in enumerate(zip(entries, lines, strict=True))
    ]
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{''.join(written)}</w:sdtContent></w:sdt>"


def _number_headings(blocks: FlowBlocks) -> dict[int, int]:
    headings = (block for block in walk(blocks) if isinstance(block, Heading))
    return {id(heading): number for number, heading in enumerate(headings, start=1)}


def _write_entry(heading: Heading, number: int) -> str:
    words = write_text(plain_text(heading.inlines))
    return f'<w:hyperlink w:anchor="{_name(number)}" w:history="1">{words}</w:hyperlink>'
