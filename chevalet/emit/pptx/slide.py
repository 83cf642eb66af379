"""One slide: its items in reading order, its tags, its notes."""

from __future__ import annotations

from typing import assert_never

from chevalet.emit.pptx.chart import write_chart
from chevalet.emit.pptx.markup import NAMESPACES, encode
from chevalet.emit.pptx.notes import add_notes
from chevalet.emit.pptx.package import Package, Share
from chevalet.emit.pptx.page import Book, Leaf, Page, slide_part
from chevalet.emit.pptx.picture import write_picture
from chevalet.emit.pptx.placeholder import write_placeholder
from chevalet.emit.pptx.shape import write_group, write_shape
from chevalet.emit.pptx.table import write_table
from chevalet.emit.pptx.tags import write_tags
from chevalet.model.deck import (
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from chevalet.model.theme import Layout

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def write_slide(book: Book, leaf: Leaf) -> Share:
    """Return the parts of a slide, with all that belongs to it alone."""
    slide, number = leaf.slide, leaf.number
    layout = book.theme.layouts[slide.layout]
    page = Page(book, Package(), slide_part(number), leaf.charts)
    page.relate("slideLayout", layout.part)
    items = "".join([_write_item(item, layout, page) for item in slide.items])
    tags = write_tags(slide, number, page)
    hidden = ' show="0"' if slide.hidden else ""
    content = encode(
        f"<p:sld {NAMESPACES}{hidden}><p:cSld><p:spTree>{_ROOT}{items}</p:spTree>{tags}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    if slide.notes:
        page.relate("notesSlide", add_notes(slide.notes, number, page))
    page.package.add(page.part, _TYPE, content, page.relationships.entries())
    return page.package.close()


def _write_item(item: Placed, layout: Layout, page: Page) -> str:
    match item:
        case PlacedText():
            return write_placeholder(item, layout, page)
        case PlacedShape():
            return write_shape(item, page)
        case PlacedGroup():
            return write_group(item, page)
        case PlacedTable():
            return write_table(item, layout, page)
        case PlacedChart():
            return write_chart(item, layout, page)
        case PlacedPicture():
            return write_picture(item, layout, page)
        case _:
            assert_never(item)
