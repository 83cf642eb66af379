"""The slides of a deck as pictures: SVG drawn from the boxes that layout measured and placed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from chevalet.emit.svg.slide import Studio, open_studio
from chevalet.emit.svg.units import escape, write_length
from chevalet.emit.svg.writing import FACES, write_block, write_label
from chevalet.model.deck import Deck, DeckSlide, PlacedPicture
from chevalet.model.theme import Theme, Typeface

__all__ = ["draw_slide", "draw_slides"]


def draw_slides(deck: Deck, theme: Theme) -> Iterator[bytes]:
    """Yield each slide of a deck as an SVG of its own, in order: what they share is read once."""
    studio = open_studio(deck, theme)
    for slide in deck.slides:
        yield _write(slide, studio)


def draw_slide(deck: Deck, slide: DeckSlide, theme: Theme) -> bytes:
    """Return one slide of a deck as an SVG; its size is that of the slide in points."""
    return _write(slide, open_studio(deck, theme))


def _write(slide: DeckSlide, studio: Studio) -> bytes:
    drawing, size = studio.draw(slide), studio.theme.slide
    width, height = write_length(size.width), write_length(size.height)
    pictures = [write_picture(block) for block in drawing.blocks if isinstance(block, PlacedPicture)]
    words = [line for block in drawing.blocks for line in write_block(block, studio.palette)]
    ornaments = map(write_label, drawing.ornaments)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'xml:lang="{studio.language}" font-family="{FACES[Typeface.BODY]}" role="img">'
    )
    ground = f'<rect width="{width}" height="{height}" fill="#{drawing.background}"/>'
    title = f"<title>{escape(slide.title)}</title>"
    return "".join((root, title, ground, *drawing.marks, *pictures, *ornaments, *words, "</svg>")).encode()


def write_picture(picture: PlacedPicture) -> str:
    """Return a picture in its box, what is cut off left out of sight; its bytes are in the element."""
    box = picture.box
    left, top, right, bottom = (share / 100_000 for share in picture.crop)
    kind = "jpeg" if picture.picture.format == "jpg" else picture.picture.format
    data = b64encode(picture.picture.content).decode()
    wide, high = box.width / (1 - left - right), box.height / (1 - top - bottom)
    place = f'x="{write_length(box.x)}" y="{write_length(box.y)}"'
    size = f'width="{write_length(box.width)}" height="{write_length(box.height)}"'
    inner = (
        f'<image x="{write_length(-left * wide)}" y="{write_length(-top * high)}" width="{write_length(wide)}" '
        f'height="{write_length(high)}" preserveAspectRatio="none" href="data:image/{kind};base64,{data}"/>'
    )
    alt = "" if picture.decorative or not picture.alt else f"<title>{escape(picture.alt)}</title>"
    return f"<svg {place} {size}>{alt}{inner}</svg>"
