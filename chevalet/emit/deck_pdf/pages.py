"""The deck as a document of one page a slide: marks behind as a drawing, words in front as tagged text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.emit.deck_pdf.literal import color, length, text
from chevalet.emit.deck_pdf.printable import make_printable
from chevalet.emit.deck_pdf.style import write_style
from chevalet.emit.deck_pdf.words import COUNTED, Wording, write_figure, write_flow, write_table, write_title
from chevalet.emit.pdf.compiling import compile_pdf
from chevalet.emit.pdf.embedding import wrap_picture
from chevalet.emit.svg.drawing import Block, Drawing, FigureBlock, Label, TableBlock, TextBlock
from chevalet.emit.svg.slide import Studio, open_studio
from chevalet.emit.svg.units import write_length
from chevalet.emit.svg.writing import FACES, write_label
from chevalet.model.deck import Deck, DeckSlide, PlacedPicture
from chevalet.model.theme import Theme, Typeface


def emit_deck_pdf(deck: Deck, theme: Theme) -> bytes:
    """Return the deck as PDF/UA-1: a page a slide, its title a heading, links that work, no notes."""
    return compile_pdf(write_files(deck, theme), theme.font_folder)


def write_files(deck: Deck, theme: Theme) -> dict[str, str | bytes]:
    """Return the files typst is given: `main.typ`, a drawing a page, each picture once."""
    numbers = {slide.key: number for number, slide in enumerate(deck.slides, start=1)}
    studio = open_studio(deck, theme)
    binder = _Binder(studio, Wording(studio.palette, numbers))
    pages = [binder.page(slide, level) for slide, level in zip(deck.slides, _levels(deck), strict=True)]
    sources = {
        "main.typ": write_style(deck, theme, deck.title or deck.subject or "·") + "".join(pages),
        **binder.drawings,
    }
    return {**make_printable(sources, theme), **binder.pictures}


def _levels(deck: Deck) -> Iterator[int]:
    """Yield the level of each slide's title: the first of a section, and the first of all, stand above the others."""
    begins, place = {0}, 0
    for section in deck.sections:
        begins.add(place)
        place += section.slides
    is_first = True
    for number, slide in enumerate(deck.slides):
        yield 1 if number in begins or is_first else 2
        is_first = is_first and not slide.title.strip()


class _Binder(Struct):
    """The pages being written, and the files they name."""

    studio: Studio
    wording: Wording
    drawings: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str | bytes] = field(default_factory=dict)
    names: dict[bytes, str] = field(default_factory=dict)

    def page(self, slide: DeckSlide, level: int) -> str:
        """Return one page; `level` is that of its title."""
        number = len(self.drawings) + 1
        drawing = self.studio.draw(slide)
        name = f"slide{number}.svg"
        self.drawings[name] = _draw_behind(drawing, self.studio.theme)
        title = next((block for block in drawing.blocks if _is_title(block)), None)
        words = "".join(
            write_title(block, level, number, self.wording)
            if block is title and isinstance(block, TextBlock)
            else self._write(block)
            for block in drawing.blocks
        )
        behind = f"background: image({text(name)}, width: 100%, height: 100%)"
        return f"#page(fill: {color(drawing.background)}, {behind}, {{{words}}})\n"

    def _write(self, block: Block) -> str:
        match block:
            case TextBlock(role="margin"):
                return f"pdf.artifact({{{write_flow(block.paragraphs, self.wording)}}});"
            case TextBlock():
                return write_flow(block.paragraphs, self.wording)
            case TableBlock():
                return write_table(block, self.wording)
            case FigureBlock():
                return write_figure(block, self.wording)
            case PlacedPicture():
                return self._place_picture(block)
            case _:
                assert_never(block)

    def _place_picture(self, picture: PlacedPicture) -> str:
        """Return a picture in its box, what is cut off left out of sight; a decorative one is not read."""
        content = picture.picture.content
        if content not in self.names:
            self.names[content] = f"picture{len(self.names) + 1}.svg"
            # As in the deck, whose pictures PowerPoint shows as they are stored.
            self.pictures[self.names[content]] = wrap_picture(replace(picture.picture, orientation=1))
        name = self.names[content]
        box = picture.box
        left, top, right, bottom = (share / 100_000 for share in picture.crop)
        wide, high = box.width / (1 - left - right), box.height / (1 - top - bottom)
        alt = "" if picture.decorative else f", alt: {text(picture.alt or picture.name)}"
        shown = f'image({text(name)}, width: {length(wide)}, height: {length(high)}, fit: "stretch"{alt})'
        if any(picture.crop):
            moved = f"place(dx: {length(-left * wide)}, dy: {length(-top * high)}, {shown})"
            shown = f"block(width: {length(box.width)}, height: {length(box.height)}, clip: true, {moved})"
        placed = f"place(dx: {length(box.x)}, dy: {length(box.y)}, {shown})"
        return f"pdf.artifact({placed});" if picture.decorative else f"{placed};"


def _is_title(block: Block) -> bool:
    """Return whether a block is a title that says something."""
    return (
        isinstance(block, TextBlock)
        and block.role == "title"
        and any(each.lines[0].pieces for each in block.paragraphs[:1])
    )


def _draw_behind(drawing: Drawing, theme: Theme) -> str:
    """Return all that is drawn and not read: marks, ornaments, bullets."""
    width, height = write_length(theme.slide.width), write_length(theme.slide.height)
    labels = "".join(map(write_label, (*drawing.ornaments, *_bullets(drawing))))
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FACES[Typeface.BODY]}">'
    )
    return f"{root}{''.join(drawing.marks)}{labels}</svg>"


def _bullets(drawing: Drawing) -> Iterator[Label]:
    """Yield the bullets; numbers are read, so they stand with the words."""
    for block in drawing.blocks:
        for each in block.paragraphs if isinstance(block, TextBlock | FigureBlock) else ():
            if each.marker and each.paragraph.bullet not in COUNTED:
                yield each.marker
