"""Pictures, cropped to their box, one part for the same bytes."""

from __future__ import annotations

from chevalet.emit.pptx.page import Page
from chevalet.emit.pptx.placeholder import write_placeholder_mark
from chevalet.emit.pptx.shape import write_extent, write_identity
from chevalet.model.deck import PlacedPicture
from chevalet.model.theme import Layout


def write_picture(picture: PlacedPicture, layout: Layout, page: Page) -> str:
    """Return a picture, placed by itself even in a placeholder: there LibreOffice would stretch it."""
    part = page.book.pictures[picture.picture.content]
    identifier = page.relate("image", part)
    identity = write_identity(page, picture.name, picture.alt, decorative=picture.decorative)
    placeholder = layout.placeholders.get(picture.placeholder)
    locks = '<a:picLocks noGrp="1" noChangeAspect="1"/>' if placeholder else '<a:picLocks noChangeAspect="1"/>'
    return (
        f"<p:pic><p:nvPicPr>{identity}<p:cNvPicPr>{locks}</p:cNvPicPr>{write_placeholder_mark(placeholder)}</p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{identifier}"/>{_write_crop(picture)}'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>{write_extent(picture.box)}</a:xfrm>"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _write_crop(picture: PlacedPicture) -> str:
    left, top, right, bottom = picture.crop
    return f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(picture.crop) else ""
