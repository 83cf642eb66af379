"""The sheet of paper: its size, its margins, its foot."""

from __future__ import annotations

from types import MappingProxyType

from chevalet.emit.docx.book import Book
from chevalet.emit.docx.paragraph import wrap
from chevalet.emit.docx.runs import write_text
from chevalet.emit.pptx.markup import RELATIONSHIPS, encode
from chevalet.model.flow import Paper
from chevalet.model.inline import plain_text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIZES = MappingProxyType({Paper.LETTER: (12240, 15840), Paper.A4: (11906, 16838), Paper.A3: (16838, 23811)})
"""Width and height in twentieths of a point."""

_SIDE, _TOP, _BOTTOM, _FOOT = 1361, 1247, 1361, 624
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def text_width(paper: Paper) -> int:
    """Return the width of the text, in twentieths of a point."""
    return SIZES[paper][0] - 2 * _SIDE


def write_section(footer: str, book: Book) -> str:
    """Return the properties of the only section; a cover that fills its page has no foot."""
    wide, tall = SIZES[book.flow.paper]
    title = "<w:titlePg/>" if book.flow.cover.is_whole_page else ""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/><w:pgSz w:w="{wide}" w:h="{tall}"/>'
        f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_BOTTOM}" w:left="{_SIDE}" w:header="{_FOOT}" '
        f'w:footer="{_FOOT}" w:gutter="0"/>{title}</w:sectPr>'
    )


def add_footer(book: Book) -> str:
    """Add the part of the foot: the running text, and the number of the page as a field; return its relationship."""
    running = write_text(plain_text(book.flow.running))
    number = "<w:r><w:tab/></w:r>" + _write_field("PAGE") + '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    paragraph = wrap(running + number + _write_field("NUMPAGES"), "Footer")
    xml = f'<w:ftr xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}">{paragraph}</w:ftr>'
    book.package.add("word/footer1.xml", _FOOTER_TYPE, encode(xml))
    return book.relationships.add("footer", "footer1.xml")


def _write_field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
