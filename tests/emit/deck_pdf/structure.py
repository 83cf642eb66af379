"""Reads back what a PDF says of itself: its language, its tags, where its links go."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as raw

Element = tuple[str, str]
"""The type of a tag and its alternative text."""


def language(document: pypdfium2.PdfDocument) -> str:
    return _read(lambda buffer, length: _language(document, buffer, length))


def _language(document: pypdfium2.PdfDocument, buffer: object, length: int) -> int:
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
    return int(raw.FPDFCatalog_GetLanguage(document.raw, wide, length))


def is_tagged(document: pypdfium2.PdfDocument) -> bool:
    return bool(raw.FPDFCatalog_IsTagged(document.raw))


def tags(page: pypdfium2.PdfPage) -> list[Element]:
    """The tags of a page, in reading order."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    roots = (raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree)))
    found = [each for root in roots for each in _walk(root)]
    raw.FPDF_StructTree_Close(tree)
    return found


def _walk(element: object) -> Iterator[Element]:
    yield (
        _read(lambda buffer, length: raw.FPDF_StructElement_GetType(element, buffer, length)),
        _read(lambda buffer, length: raw.FPDF_StructElement_GetAltText(element, buffer, length)),
    )
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _walk(child)


def _read(fill: Callable[[object, int], int]) -> str:
    length = fill(None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    fill(buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def targets(page: pypdfium2.PdfPage, document: pypdfium2.PdfDocument) -> list[str]:
    """What the links of a page open: a web address, or `page` and a number from 1."""
    place, link, found = ctypes.c_int(0), raw.FPDF_LINK(), []
    while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
        destination = raw.FPDFLink_GetDest(document.raw, link)
        if destination:
            found.append(f"page {raw.FPDFDest_GetDestPageIndex(document.raw, destination) + 1}")
            continue
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        found.append(buffer.value.decode())
    return found
