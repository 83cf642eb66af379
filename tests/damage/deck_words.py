"""What a deck says, read from its file by other means than the compiler's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

_PARTS = re.compile(r"ppt/(slides|notesSlides|charts|tags)/(_rels/)?[^/]+\.(xml|rels)")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_BREAKS = (f"{_DRAWING}p", f"{_DRAWING}br", f"{_CHART}v")
_TEXTS = (f"{_DRAWING}t", f"{_CHART}v", f"{_CHART}f")
# Alternative texts, what a link says when it is pointed at, addresses, and the keys kept as tags.
_ATTRIBUTES = ("descr", "title", "tooltip", "Target", "val")


def read_text(content: bytes) -> str:
    """Return all that a deck's slides, notes, charts, links and tags hold, each paragraph on a line of its own."""
    with ZipFile(BytesIO(content)) as package:
        parts = [package.read(name) for name in package.namelist() if _PARTS.fullmatch(name)]
    return "".join(piece for part in parts for piece in _read(ElementTree.fromstring(part)))


def _read(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in _BREAKS:
            yield "\n"
        if element.tag in _TEXTS:
            yield element.text or ""
        for name in _ATTRIBUTES:
            if name in element.attrib:
                yield f"\n{element.attrib[name]}\n"
