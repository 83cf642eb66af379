"""The presentation: the template's parts, the slides, and the part that lists them."""

from __future__ import annotations

import re

from chevalet.emit.archive import pack
from chevalet.emit.pptx.markup import RELATIONSHIPS
from chevalet.emit.pptx.notes_master import add_notes_master
from chevalet.emit.pptx.package import Package
from chevalet.emit.pptx.page import Book, slide_part
from chevalet.emit.pptx.properties import APP, CORE, CUSTOM, add_properties
from chevalet.emit.pptx.relationships import Relationship, Relationships, last_number, target_from
from chevalet.emit.pptx.sections import write_sections
from chevalet.emit.pptx.slide import add_slide
from chevalet.emit.pptx.template import Template, read_template
from chevalet.model.deck import Deck
from chevalet.model.theme import Theme

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
# What a template says of its own slides: their list, custom shows, sections.
_OWN_SLIDES = re.compile(
    r"<p:(sldIdLst|custShowLst)\b[^>]*?(?:/>|>.*?</p:\1>)|<p:ext uri=\"\{521415D9[^>]*>.*?</p:ext>", re.DOTALL
)
_SIZE = re.compile(r"<p:(?:sldSz|notesSz)\b")
_FIRST_SLIDE = 256  # the least slide identifier there is: ECMA-376 part 1, 19.7.13


def write_presentation(deck: Deck, theme: Theme) -> bytes:
    """Return the PowerPoint file of a deck: same deck and theme, same bytes; the cost of a slide is constant."""
    template = read_template(theme.parts, deck.accent)
    if not template.notes_master and any(slide.notes for slide in deck.slides):
        template = add_notes_master(template)
    numbers = {slide.key: number for number, slide in enumerate(deck.slides, start=1)}
    book = Book(theme, template, deck.language, numbers)
    book.package.join("", _root_entries(template))
    add_properties(deck, book.package)
    _add_presentation(deck, template, book.package)
    for name, part in template.parts.items():
        book.package.add(name, part.content_type, part.content, part.relationships)
    for number, slide in enumerate(deck.slides, start=1):
        add_slide(slide, number, book)
    return pack(book.package.close())


def _root_entries(template: Template) -> tuple[Relationship, ...]:
    return (
        Relationship("rId1", f"{RELATIONSHIPS}/officeDocument", template.name),
        Relationship("rId2", _CORE_KIND, CORE),
        Relationship("rId3", f"{RELATIONSHIPS}/extended-properties", APP),
        Relationship("rId4", f"{RELATIONSHIPS}/custom-properties", CUSTOM),
    )


def _add_presentation(deck: Deck, template: Template, package: Package) -> None:
    """Add the presentation part: the template's own, with the deck's slides and sections put in."""
    kept = template.presentation.relationships
    slides = Relationships(first=1 + last_number(kept))
    identifiers = range(_FIRST_SLIDE, _FIRST_SLIDE + len(deck.slides))
    listed = "".join(
        f'<p:sldId id="{identifier}" r:id="{slides.add("slide", target_from(template.name, slide_part(number)))}"/>'
        for number, identifier in enumerate(identifiers, start=1)
    )
    xml = _OWN_SLIDES.sub("", template.presentation.content.decode("utf-8-sig"))
    xml = _insert_slides(xml, f"<p:sldIdLst>{listed}</p:sldIdLst>" if listed else "")
    xml = _insert_extension(xml, write_sections(deck.sections, identifiers))
    package.add(template.name, _MAIN, xml.encode(), (*kept, *slides.entries()))


def _insert_slides(xml: str, element: str) -> str:
    """Put the list of slides where the schema wants it: before the sizes."""
    size = _SIZE.search(xml)
    place = size.start() if size else xml.index("</p:presentation>")
    return xml[:place] + element + xml[place:]


def _insert_extension(xml: str, extension: str) -> str:
    if not extension:
        return xml
    end = xml.rindex("</p:presentation>")
    listed = xml.rfind("</p:extLst>", 0, end)
    if listed >= 0 and not xml[listed + len("</p:extLst>") : end].strip():
        return xml[:listed] + extension + xml[listed:]
    return f"{xml[:end]}<p:extLst>{extension}</p:extLst>{xml[end:]}"
