"""Renders a deck by LibreOffice and reads back, box by box, what stands on its pages."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2

from chevalet.model.deck import (
    Bullet,
    Deck,
    DeckSlide,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
    TextParagraph,
)
from chevalet.units import EMU_PER_POINT, Box

SIZE_TOLERANCE = 0.1
"""Points by which LibreOffice rounds a size."""
RAISED = 0.58
"""The part of its size that a raised letter is shown at."""
TOLERANCE = 2.0
"""Points a glyph may leave its box by, as the tail of an italic or a capital's accent does: never a line."""


@dataclass(frozen=True)
class Area:
    """A box, in points from the page's top left, with the characters that belong in it (None: any may).

    `sizes` are those, in points, that its text was written at.
    """

    name: str
    left: float
    top: float
    right: float
    bottom: float
    expected: Counter[str] | None
    sizes: frozenset[float] = frozenset()

    def shows(self, size: float) -> bool:
        """Whether a letter of that size is shown as written, not shrunk to make room."""
        return self.expected is None or any(abs(size - own) <= SIZE_TOLERANCE for own in self.sizes)

    def holds(self, glyph: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = glyph
        return (
            left >= self.left - TOLERANCE
            and right <= self.right + TOLERANCE
            and top >= self.top - TOLERANCE
            and bottom <= self.bottom + TOLERANCE
        )


def overflows(deck: Deck, pdf: bytes) -> list[str]:
    """Return a line for each text outside its box, off the page, twice, shown smaller than written, or not there."""
    document = pypdfium2.PdfDocument(pdf)
    faults = [] if len(document) == len(deck.slides) else [f"{len(document)} pages for {len(deck.slides)} slides"]
    for number, (page, slide) in enumerate(zip(document, deck.slides, strict=False), start=1):
        faults.extend(f"slide {number} ({slide.key}): {fault}" for fault in _page_faults(page, slide))
    return faults


def _page_faults(page: pypdfium2.PdfPage, slide: DeckSlide) -> Iterator[str]:
    areas = [area for item in slide.items for area in _areas(item)]
    found: dict[int, Counter[str]] = {number: Counter() for number in range(len(areas))}
    stray: Counter[str] = Counter()
    shrunk: dict[int, set[float]] = {}
    for character, size, glyph in _glyphs(page):
        holders = [number for number, area in enumerate(areas) if area.holds(glyph)]
        if not holders:
            stray[character] += 1
        wanted = [number for number in holders if _still_wants(areas[number], found[number], character)]
        if wanted or holders:
            number = (wanted or holders)[0]
            found[number][character] += 1
            if not areas[number].shows(size):
                shrunk.setdefault(number, set()).add(size)
    if stray:
        yield f"outside every box: {''.join(stray.elements())[:60]!r}"
    for number, sizes in shrunk.items():
        yield f"{areas[number].name}: shown at {sorted(sizes)}, written at {sorted(areas[number].sizes)}"
    for number, area in enumerate(areas):
        if area.expected is not None and found[number] != area.expected:
            missing = "".join((area.expected - found[number]).elements())
            extra = "".join((found[number] - area.expected).elements())
            yield f"{area.name}: missing {missing[:60]!r}, extra {extra[:60]!r}"


def _still_wants(area: Area, found: Counter[str], character: str) -> bool:
    return area.expected is not None and found[character] < area.expected[character]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, tuple[float, float, float, float]]]:
    text_page = page.get_textpage()
    height = page.get_height()
    text = text_page.get_text_range()
    if len(text) != text_page.count_chars():
        text = "".join(text_page.get_text_range(index, 1) or " " for index in range(text_page.count_chars()))
    for index, character in enumerate(text):
        for letter in _letters(character):
            left, bottom, right, top = text_page.get_charbox(index)
            if right > left:
                size = pypdfium2.raw.FPDFText_GetFontSize(text_page.raw, index)
                yield letter, round(size, 2), (left, height - top, right, height - bottom)


def _letters(text: str) -> Iterator[str]:
    """Yield what is compared: letters and digits without their marks, whatever ligature or form they are shown in."""
    for character in unicodedata.normalize("NFKD", text):
        if character.isalnum() and ord(character) < 0x0590:
            yield character


def _areas(item: Placed) -> Iterator[Area]:
    match item:
        case PlacedText(placeholder, box, body):
            yield _area(placeholder, box, body.paragraphs)
        case PlacedShape(name=name, box=box, body=body):
            yield _area(name, box, body.paragraphs if body else ())
        case PlacedGroup(shapes=shapes):
            for shape in shapes:
                if shape.body:
                    yield from _areas(shape)
        case PlacedTable():
            yield from _cells(item)
        case PlacedChart(name=name, box=box) | PlacedPicture(name=name, box=box):
            yield _area(name, box, None)


def _cells(table: PlacedTable) -> Iterator[Area]:
    top = table.box.y
    for row_number, row in enumerate(table.rows):
        left = table.box.x
        for column, (width, cell) in enumerate(zip(table.column_widths, row.cells, strict=True)):
            yield _area(f"cell {row_number},{column}", Box(left, top, width, row.height), cell.paragraphs)
            left += width
        top += row.height


def _area(name: str, box: Box, paragraphs: Iterable[TextParagraph] | None) -> Area:
    sides = (edge / EMU_PER_POINT for edge in (box.x, box.y, box.right, box.bottom))
    if paragraphs is None:
        return Area(name, *sides, expected=None)
    written = tuple(paragraphs)
    text = "".join(_marker(paragraph) + "".join(run.text for run in paragraph.runs) for paragraph in written)
    return Area(name, *sides, expected=Counter(_letters(text)), sizes=frozenset(_sizes(written)))


def _sizes(paragraphs: Iterable[TextParagraph]) -> Iterator[float]:
    """Yield the sizes in points of paragraphs, and of their raised letters."""
    for paragraph in paragraphs:
        yield paragraph.size / 100
        if any(run.superscript for run in paragraph.runs):
            yield paragraph.size / 100 * RAISED


def _marker(paragraph: TextParagraph) -> str:
    """Return the number or letter that stands before a counted paragraph."""
    match paragraph.bullet:
        case Bullet.NUMBER:
            return str(paragraph.start)
        case Bullet.LETTER:
            return chr(ord("A") + paragraph.start - 1)
        case _:
            return ""
