"""The words of placed items, in the order a reader must meet them, and PDF made of drawings to look at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chevalet.emit.deck_pdf.printable import make_printable
from chevalet.emit.pdf.compiling import compile_pdf
from chevalet.model.deck import (
    Bullet,
    Deck,
    Placed,
    PlacedGroup,
    PlacedShape,
    PlacedTable,
    PlacedText,
    TextParagraph,
)
from chevalet.model.theme import Theme


def words_of(items: Sequence[Placed]) -> list[str]:
    """The words of texts, shapes and tables; charts choose their own labels, pictures have none."""
    return [word for item in items for paragraph in paragraphs_of(item) for word in _words(paragraph)]


def paragraphs_of(item: Placed) -> Iterator[TextParagraph]:
    match item:
        case PlacedText(body=body) | PlacedShape(body=body):
            yield from body.paragraphs if body else ()
        case PlacedGroup(shapes=shapes):
            for shape in shapes:
                yield from paragraphs_of(shape)
        case PlacedTable(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def squeeze(text: str) -> str:
    """The characters of a text without its spaces: a word may be cut over two lines."""
    return "".join(text.replace("\u200b", "").split())


def print_drawings(drawings: Sequence[bytes], deck: Deck, theme: Theme) -> bytes:
    """A PDF of one drawing a page, as big as the slide."""
    width, height = theme.slide.width / 12_700, theme.slide.height / 12_700
    files = {f"{number}.svg": drawing.decode() for number, drawing in enumerate(drawings)}
    pages = "".join(f'#page(image("{name}", width: 100%, height: 100%, alt: "-"))' for name in files)
    head = f'#set document(title: "{deck.language}")\n#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n'
    return compile_pdf(make_printable({"main.typ": head + pages, **files}, theme), theme.font_folder)


def _words(paragraph: TextParagraph) -> Iterator[str]:
    match paragraph.bullet:
        case Bullet.NUMBER:
            yield f"{paragraph.start}."
        case Bullet.LETTER:
            yield f"{chr(ord('A') + paragraph.start - 1)}."
        case _:
            pass
    yield from "".join(run.text for run in paragraph.runs).split()
