"""Origin marks: the key of the slide and the hash of its source, in the tags PowerPoint keeps and copies."""

from __future__ import annotations

from chevalet.emit.pptx.markup import PRESENTATION, encode, escape_line
from chevalet.emit.pptx.page import Page
from chevalet.model.deck import DeckSlide

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"


def write_tags(slide: DeckSlide, number: int, page: Page) -> str:
    """Add the tags part of a slide and return the element that points at it."""
    part = f"ppt/tags/slideTag{number}.xml"
    page.package.add(
        part,
        _TYPE,
        encode(
            f'<p:tagLst xmlns:p="{PRESENTATION}"><p:tag name="CHEVALET_KEY" val="{escape_line(slide.key)}"/>'
            f'<p:tag name="CHEVALET_HASH" val="{escape_line(slide.source_hash)}"/></p:tagLst>'
        ),
    )
    identifier = page.relate("tags", part)
    return f'<p:custDataLst><p:tags r:id="{identifier}"/></p:custDataLst>'
