"""XML as text: characters made safe, the namespaces and the beginnings every part shares."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

_SPECIAL = re.compile('[&<>"\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]')
# XML 1.0 §2.2 has no way to write these, not even as a reference; a carriage return would come back as a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Return `text` fit for an element or a quoted attribute; characters XML cannot hold are left out."""
    if not _SPECIAL.search(text):
        return text
    text = strip_unwritable(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def strip_unwritable(text: str) -> str:
    """Return `text` without the characters XML cannot hold: controls, lone surrogates, non-characters."""
    return _UNWRITABLE.sub("", text)


def escape_line(text: str) -> str:
    """Return `text` fit for an attribute: line feeds and tabs, which XML would turn to spaces, are spaces."""
    return escape(text.replace("\n", " ").replace("\t", " "))


def encode(xml: str) -> bytes:
    """Return a part's bytes, its XML declaration put before it."""
    return (DECLARATION + xml).encode()
