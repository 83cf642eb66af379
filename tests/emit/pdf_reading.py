"""A PDF read back by pypdfium2: its words, its pages, its properties, and its structure as a screen reader gets it."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2 as pdfium
from msgspec import Struct

raw: Any = pdfium.raw
_LONGEST = 4096


class Element(Struct, frozen=True):
    """An element of the structure: its type, the text that stands for it, its language, its page from 0."""

    kind: str
    alt: str
    page: int


def read_text(content: bytes) -> str:
    """Return the text of all pages; a word divided at a line's end is whole."""
    document = pdfium.PdfDocument(content)
    pages = (document[number].get_textpage().get_text_range() for number in range(len(document)))
    return re.sub(r"(\ufffe|\u00ad|\x02|-)\r?\n", "", "\n".join(pages)).replace("\u200b", "")


def read_words(content: bytes) -> Counter[str]:
    """Return how many times each word (letters and digits) stands in a document."""
    return Counter(re.findall(r"\w+", read_text(content)))


def read_elements(content: bytes) -> list[Element]:
    """Return the structure's elements in reading order, page after page."""
    document = pdfium.PdfDocument(content)
    return [element for number in range(len(document)) for element in _read_page(document[number], number)]


def _read_page(page: Any, number: int) -> Iterator[Element]:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _descend(raw.FPDF_StructTree_GetChildAtIndex(tree, place), number)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _descend(element: Any, number: int) -> Iterator[Element]:
    if not element:
        return
    kind = _string(raw.FPDF_StructElement_GetType, element)
    yield Element(kind, _string(raw.FPDF_StructElement_GetAltText, element), number)
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _descend(raw.FPDF_StructElement_GetChildAtIndex(element, place), number)


def _string(read: Callable[..., int], element: Any) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST)
    length = read(element, buffer, _LONGEST)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le")
