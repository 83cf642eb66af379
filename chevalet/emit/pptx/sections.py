"""PowerPoint sections: the list PowerPoint shows beside the slides."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from chevalet.emit.pptx.markup import escape_line
from chevalet.model.deck import DeckSection

_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def write_sections(sections: tuple[DeckSection, ...], identifiers: Sequence[int]) -> str:
    """Return the presentation's extension that shares the slides, by identifier and in order, among the sections."""
    if not sections:
        return ""
    written: list[str] = []
    first = 0
    for number, section in enumerate(sections, start=1):
        members = identifiers[first : first + section.slides]
        first += section.slides
        written.append(_write_section(section, number, members))
    listed = f'<p14:sectionLst xmlns:p14="{_NAMESPACE}">{"".join(written)}</p14:sectionLst>'
    return f'<p:ext uri="{_EXTENSION}">{listed}</p:ext>'


def _write_section(section: DeckSection, number: int, members: Sequence[int]) -> str:
    slides = "".join(f'<p14:sldId id="{identifier}"/>' for identifier in members)
    name = escape_line(section.title)
    identifier = _unique_identifier(f"{number} {name}")
    return f'<p14:section name="{name}" id="{identifier}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'


def _unique_identifier(text: str) -> str:
    digits = sha256(text.encode()).hexdigest().upper()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    return f"{{{'-'.join(parts)}}}"
