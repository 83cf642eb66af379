"""The styles of a document: `styles.xml`, its colours, language and sizes filled in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from chevalet.emit.docx.book import Book
from chevalet.emit.pptx.markup import encode, escape_line
from chevalet.model.theme import Typeface

_SIZE = re.compile(r'(<w:sz(?:Cs)? w:val=")(\d+)"')
_LINE = re.compile(r'w:line="(?:2[7-9]|3)\d+" w:lineRule="auto"')  # of running text, not of headings
_PLACE_OF_TEXT = re.compile(r'(w:(?:left|hanging|pos)=")(\d{3,4})"')
_PLACE = re.compile(r"@([\w-]+)@")
_LARGE_LINE = 'w:line="360" w:lineRule="auto"'  # one line and a half
_SMALLEST_LARGE = 32  # half points: nothing in large print is under 16 points
_FAR_RIGHT = 4000  # twentieths of a point
_FONTS = {"Georgia": Typeface.HEADING, "Calibri": Typeface.BODY, "Consolas": Typeface.CODE}


@cache
def _read_styles() -> str:
    return (Path(__file__).parent / "styles.xml").read_text(encoding="utf-8")


def write_styles(width: int, book: Book) -> bytes:
    """Return the styles part; `width` is that of the text, for the tab stops at its right."""
    values = {color.value: value for color, value in book.colors.items()}
    values |= {"width": str(width), "language": escape_line(book.flow.language)}
    xml = _PLACE.sub(lambda place: values[place[1]], _read_styles())
    for font, typeface in _FONTS.items():
        chosen = Typeface.BODY if book.flow.is_large and typeface is Typeface.HEADING else typeface
        xml = xml.replace(f'"{font}"', f'"{escape_line(book.theme.fonts[chosen])}"')
    return encode(_enlarge(xml, book.scale) if book.flow.is_large else xml)


def _enlarge(xml: str, scale: float) -> str:
    """Return the styles in large print: all sizes grow, the largest least, and lines are set wide apart."""
    xml = _SIZE.sub(lambda size: f'{size[1]}{_large_size(int(size[2]), scale)}"', xml)
    xml = _PLACE_OF_TEXT.sub(lambda place: f'{place[1]}{_large_place(int(place[2]), scale)}"', xml)
    return _LINE.sub(_LARGE_LINE, xml)


def _large_place(place: int, scale: float) -> int:
    """Return an indent grown with the text; a stop at the right edge stays there."""
    return round(place * scale) if place < _FAR_RIGHT else place


def _large_size(size: int, scale: float) -> int:
    if size < 10:  # what holds no text
        return size
    grown = size * scale if size <= 26 else 26 * scale + (size - 26) * 0.9
    return max(_SMALLEST_LARGE, round(grown))
