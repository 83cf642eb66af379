"""Speaker notes: one notes page for each slide that has any, under the template's notes master."""

from __future__ import annotations

from chevalet.emit.pptx.markup import NAMESPACES, encode
from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.text import Inherited, write_paragraphs
from chevalet.model.deck import TextParagraph

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
)
_TEXT = Inherited()


def add_notes(notes: tuple[TextParagraph, ...], number: int, slide: Page) -> str:
    """Add the notes page of a slide, of that number, and return its part."""
    book = slide.book
    page = Page(book, slide.package, f"ppt/notesSlides/notesSlide{number}.xml")
    page.relate("notesMaster", book.template.notes_master)
    page.relate("slide", slide.part)
    paragraphs = write_paragraphs(notes, _TEXT, page)
    content = encode(
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{_TREE}<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody>"
        "</p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    page.package.add(page.part, _TYPE, content, page.relationships.entries())
    return page.part
