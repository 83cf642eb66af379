"""A whole Word document: its parts, in a zip that depends on nothing but the flow and the theme."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic
from chevalet.emit.docx.blocks import write_blocks
from chevalet.emit.docx.book import Book, Frame
from chevalet.emit.docx.contents import name_bookmarks
from chevalet.emit.docx.cover import write_cover
from chevalet.emit.docx.numbering import write_numbering
from chevalet.emit.docx.raster import measure_drawings, rasterize
from chevalet.emit.docx.settings import write_app, write_core, write_settings, write_theme
from chevalet.emit.docx.sheet import WORD, add_footer, text_width, write_section
from chevalet.emit.docx.styles import write_styles
from chevalet.emit.palette import color_document
from chevalet.emit.pptx.markup import DRAWING, RELATIONSHIPS, encode
from chevalet.emit.pptx.package import join_shares
from chevalet.emit.pptx.relationships import Relationship
from chevalet.emit.words import document_words
from chevalet.model.flow import Flow, FlowBlocks, PageBreak
from chevalet.model.theme import Theme

_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = f"{_OFFICE}.wordprocessingml.document.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" xmlns:a="{DRAWING}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)


def emit_docx(flow: Flow, theme: Theme) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the Word file of a flow; there is nothing left to complain of at this stage."""
    book = _open_book(flow, theme)
    frame = Frame(text_width(flow.paper))
    body = write_cover(frame, book) + write_blocks(_after_cover(flow), frame, book)
    _add_parts(f"{body}{write_section(add_footer(book), book)}", frame.width, book)
    return join_shares([book.package.close()]), ()


def _after_cover(flow: Flow) -> FlowBlocks:
    begins_page = not flow.blocks or isinstance(flow.blocks[0], PageBreak)
    return flow.blocks if begins_page or not flow.cover.is_whole_page else (PageBreak(), *flow.blocks)


def _open_book(flow: Flow, theme: Theme) -> Book:
    return Book(
        flow,
        theme,
        color_document(flow, theme),
        document_words(flow.language),
        name_bookmarks(flow.blocks),
        rasterize(measure_drawings(flow.blocks, text_width(flow.paper)), theme.font_folder),
    )


def _add_parts(body: str, width: int, book: Book) -> None:
    package = book.package
    package.join(
        "",
        (
            Relationship("rId1", f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
            Relationship("rId2", _CORE_KIND, "docProps/core.xml"),
            Relationship("rId3", f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
        ),
    )
    package.add("docProps/core.xml", _CORE_TYPE, write_core(book))
    package.add("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", write_app())
    for kind, content_type, content in _shared_parts(width, book):
        package.add(f"word/{kind}.xml", content_type, content)
        book.relationships.add(kind, f"{kind}.xml")
    xml = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    package.add("word/document.xml", _MAIN, encode(xml), book.relationships.entries())


def _shared_parts(width: int, book: Book) -> tuple[tuple[str, str, bytes], ...]:
    """Return the parts the document leans on: the kind of their relationship, their type, their content."""
    words = f"{_OFFICE}.wordprocessingml"
    return (
        ("styles", f"{words}.styles+xml", write_styles(width, book)),
        ("numbering", f"{words}.numbering+xml", write_numbering(book)),
        ("settings", f"{words}.settings+xml", write_settings(book)),
        ("theme", f"{_OFFICE}.theme+xml", write_theme(book)),
    )
