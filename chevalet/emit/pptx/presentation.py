"""The presentation: the template's parts, the slides, and the part that lists them."""

from __future__ import annotations

import re
from functools import partial

from chevalet.emit.pptx.markup import RELATIONSHIPS
from chevalet.emit.pptx.notes_master import add_notes_master
from chevalet.emit.pptx.package import Package, join_shares
from chevalet.emit.pptx.page import Book, Leaf, slide_part
from chevalet.emit.pptx.properties import APP, CORE, CUSTOM, add_properties
from chevalet.emit.pptx.relationships import Relationship, Relationships, last_number, target_from
from chevalet.emit.pptx.sections import write_sections
from chevalet.emit.pptx.slide import write_slide
from chevalet.emit.pptx.template import Template, read_template
from chevalet.model.deck import Deck, PlacedChart, PlacedPicture
from chevalet.model.spread import Spread
from chevalet.model.theme import Theme

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
# What a template says of its own slides: their list, custom shows, sections.
_OWN_SLIDES = re.compile(
    r"<p:(sldIdLst|custShowLst)\b[^>]*?(?:/>|>.*?</p:\1>)|<p:ext uri=\"\{521415D9[^>]*>.*?</p:ext>", re.DOTALL
)
_SIZE = re.compile(r"<p:(?:sldSz|notesSz)\b")
_FIRST_SLIDE = 256  # the least slide identifier there is: ECMA-376 part 1, 19.7.13


def write_presentation(deck: Deck, theme: Theme, spread: Spread) -> bytes:
    """Return the PowerPoint file of a deck: same deck and theme, same bytes; the cost of a slide is constant."""
    template = read_template(theme.parts, deck.accent)
    if not template.notes_master and any(slide.notes for slide in deck.slides):
        template = add_notes_master(template)
    numbers = {slide.key: number for number, slide in enumerate(deck.slides, start=1)}
    pictures = _name_pictures(deck)
    book = Book(theme, template, deck.language, numbers, pictures)
    shared = Package()
    shared.join("", _root_entries(template))
    add_properties(deck, shared)
    _add_presentation(deck, template, shared)
    for name, part in template.parts.items():
        shared.add(name, part.content_type, part.content, part.relationships)
    shared.parts.update({name: content for content, name in pictures.items()})
    return join_shares([shared.close(), *spread(partial(write_slide, book), _leaves(deck))])


def _name_pictures(deck: Deck) -> dict[bytes, str]:
    """Return the part of each picture by its bytes, the same part for the same bytes."""
    names: dict[bytes, str] = {}
    for slide in deck.slides:
        for item in slide.items:
            if isinstance(item, PlacedPicture):
                picture = item.picture
                names.setdefault(picture.content, f"ppt/media/picture{len(names) + 1}.{picture.format}")
    return names


def _leaves(deck: Deck) -> list[Leaf]:
    charts = 0
    leaves: list[Leaf] = []
    for number, slide in enumerate(deck.slides, start=1):
        leaves.append(Leaf(slide, number, charts))
        charts += sum(isinstance(item, PlacedChart) for item in slide.items)
    return leaves


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
