"""Document properties: core, app and custom; without a date, so that the same deck gives the same bytes."""

from __future__ import annotations

from hashlib import sha256

from chevalet.emit.pptx.markup import encode, escape, escape_line
from chevalet.emit.pptx.package import Package
from chevalet.model.deck import Deck

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"

_OFFICE = "application/vnd.openxmlformats-officedocument"
_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006"
# [MS-OSHARED] 2.3.3.2.1: the one format identifier of user-defined properties.
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def add_properties(deck: Deck, package: Package) -> None:
    """Add the three property parts."""
    package.add(CORE, "application/vnd.openxmlformats-package.core-properties+xml", _write_core(deck))
    package.add(APP, f"{_OFFICE}.extended-properties+xml", _write_app(deck))
    package.add(CUSTOM, f"{_OFFICE}.custom-properties+xml", _write_custom(deck))


def _write_core(deck: Deck) -> bytes:
    return encode(
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(deck.title)}</dc:title><dc:subject>{escape(deck.subject)}</dc:subject>"
        f"<dc:creator>{escape(deck.author)}</dc:creator><cp:keywords>{escape(deck.keywords)}</cp:keywords>"
        f"<dc:language>{escape(deck.language)}</dc:language></cp:coreProperties>"
    )


def _write_app(deck: Deck) -> bytes:
    notes = sum(1 for slide in deck.slides if slide.notes)
    hidden = sum(slide.hidden for slide in deck.slides)
    return encode(
        f'<Properties xmlns="{_SCHEMA}/extended-properties"><Application>Chevalet</Application>'
        f"<Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides></Properties>"
    )


def _write_custom(deck: Deck) -> bytes:
    return encode(
        f'<Properties xmlns="{_SCHEMA}/custom-properties" xmlns:vt="{_SCHEMA}/docPropsVTypes">'
        f'<property fmtid="{_USER_DEFINED}" pid="2" name="chevalet.source">'
        f"<vt:lpwstr>{escape_line(source_hash(deck))}</vt:lpwstr></property></Properties>"
    )


def source_hash(deck: Deck) -> str:
    """Return one hash for the sources of all the slides, in their order."""
    marks = "".join(f"{slide.key} {slide.source_hash}\n" for slide in deck.slides)
    return sha256(marks.encode(errors="replace")).hexdigest()
