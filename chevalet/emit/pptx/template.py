"""What a deck takes from its theme's template: the parts it keeps, and where slides are joined to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from xml.etree.ElementTree import fromstring

from msgspec import Struct

from chevalet.emit.pptx.relationships import Relationship, read_relationships, relationships_part, resolve_target

# A template's own slides, people and private data are not the deck's.
_LEFT_BEHIND = frozenset({"slide", "commentAuthors", "authors", "printerSettings", "customXml"})
_NAMED_PLACEHOLDER = re.compile(
    r'<p:cNvPr\b[^>]*?\bname="([^"]*)"[^>]*>(?:(?!<p:cNvPr\b).)*?<p:ph\b([^>]*)>', re.DOTALL
)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_ACCENT = re.compile(rb"(<a:accent1>).*?(</a:accent1>)", re.DOTALL)


class Part(Struct, frozen=True):
    """A part of the template that the deck keeps, with its own relationships."""

    content_type: str
    content: bytes
    relationships: tuple[Relationship, ...]


class Template(Struct, frozen=True):
    """What is kept of a template: its presentation part, and the other parts by name.

    `notes_master` is the name of that part, empty when the template has none.
    """

    name: str
    presentation: Part
    parts: Mapping[str, Part]
    notes_master: str


def read_names(layout: bytes) -> dict[tuple[str, int], str]:
    """Return the names a layout gives its placeholders, by kind (`obj` when it says none) and index."""
    names: dict[tuple[str, int], str] = {}
    for name, mark in _NAMED_PLACEHOLDER.findall(layout.decode("utf-8-sig")):
        attributes = dict(_ATTRIBUTE.findall(mark))
        names[attributes.get("type", "obj"), int(attributes.get("idx", 0))] = unescape(name)
    return names


def read_template(parts: Mapping[str, bytes], accent: str) -> Template:
    """Return what is kept of an unzipped template, its first accent replaced by `accent` (hexadecimal)."""
    name = next(_targets("", _relationships(parts, ""), "officeDocument"))
    types = _content_types(parts)
    entries = tuple(entry for entry in _relationships(parts, name) if _is_kept(parts, name, entry))
    kept: dict[str, Part] = {}
    for entry in entries:
        _keep(resolve_target(name, entry.target), parts, types, kept)
    for theme in _master_themes(name, entries, kept):
        kept[theme] = _recolor(kept[theme], accent)
    notes_master = next(_targets(name, entries, "notesMaster"), "")
    return Template(name, Part(_type(name, types), parts[name], entries), kept, notes_master)


def _relationships(parts: Mapping[str, bytes], name: str) -> tuple[Relationship, ...]:
    content = parts.get(relationships_part(name))
    return read_relationships(content) if content else ()


def _kind(entry: Relationship) -> str:
    return entry.kind.rpartition("/")[2]


def _targets(name: str, entries: tuple[Relationship, ...], kind: str) -> Iterator[str]:
    return (resolve_target(name, entry.target) for entry in entries if _kind(entry) == kind)


def _is_kept(parts: Mapping[str, bytes], name: str, entry: Relationship) -> bool:
    """Tell whether the deck keeps what an entry points at; view properties with links show the template's slides."""
    if _kind(entry) == "viewProps":
        return not _relationships(parts, resolve_target(name, entry.target))
    return _kind(entry) not in _LEFT_BEHIND


def _content_types(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the content type of each part name (`/ppt/…`) and of each ending (`.xml`)."""
    return {
        element.get("PartName") or f".{element.get('Extension', '').lower()}": element.get("ContentType", "")
        for element in fromstring(parts["[Content_Types].xml"])
    }


def _type(name: str, types: Mapping[str, str]) -> str:
    return types.get(f"/{name}") or types.get(f".{name.rpartition('.')[2].lower()}", "")


def _keep(name: str, parts: Mapping[str, bytes], types: Mapping[str, str], kept: dict[str, Part]) -> None:
    """Keep a part and all it leads to, each once."""
    if name in kept:
        return
    entries = _relationships(parts, name)
    kept[name] = Part(_type(name, types), parts[name], entries)
    for entry in entries:
        if not entry.external:
            _keep(resolve_target(name, entry.target), parts, types, kept)


def _master_themes(name: str, entries: tuple[Relationship, ...], kept: Mapping[str, Part]) -> Iterator[str]:
    for master in _targets(name, entries, "slideMaster"):
        yield from _targets(master, kept[master].relationships, "theme")


def _recolor(theme: Part, accent: str) -> Part:
    color = rb'\1<a:srgbClr val="%s"/>\2' % accent.upper().encode()
    return Part(theme.content_type, _ACCENT.sub(color, theme.content), theme.relationships)
