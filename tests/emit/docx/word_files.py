"""A Word file taken apart for a test."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def body(content: bytes) -> etree._Element:
    return part(content, "word/document.xml")


_PARTED = (W + "p", W + "br", W + "tab", W + "vertAlign")


def text_of(tree: etree._Element) -> str:
    """The words of a part, raised numbers parted from them; a chart's are in a part of its own."""
    elements = tree.iter(W + "t", *_PARTED)
    return "".join(" " if element.tag in _PARTED else element.text or "" for element in elements)


def values(tree: etree._Element, path: str) -> list[str]:
    """The `w:val` of each element of a path."""
    return [element.get(W + "val") for element in tree.iterfind(path)]
