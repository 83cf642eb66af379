"""Reads a template: its parts, whether they are what their names say, and whether they hold together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from io import BytesIO
from pyexpat import ExpatError, ParserCreate
from types import MappingProxyType
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

Parts = Mapping[str, bytes]
Links = Mapping[str, Sequence[tuple[str, str]]]
"""The relationships of each part: the last word of their type, and the part they lead to."""

MOST_PARTS = 2_000
MOST_BYTES = 200 * 1024 * 1024
"""What a template may hold once unpacked: a small file can be packed to fill any memory."""
LAYOUTS = ("officeDocument", "slideMaster", "slideLayout")
_TYPES = "[Content_Types].xml"
_XML = (".xml", ".rels")
# What is followed from the package down to make a deck, and the element that each such part begins with.
_CHAINS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        LAYOUTS[:1]: "presentation",
        LAYOUTS[:2]: "sldMaster",
        (*LAYOUTS[:2], "theme"): "theme",
        LAYOUTS: "sldLayout",
    }
)


def read_template(content: bytes) -> Parts:
    """Return the parts of a template; raises ValueError, naming the part, where one is missing or is not what it says.

    What is not a zip raises as `zipfile` does.
    """
    parts = _unzip(content)
    roots = {name: _read_root(name, part) for name, part in parts.items() if name.endswith(_XML)}
    if roots.get(_TYPES) != "Types":
        raise ValueError(_TYPES)
    links = _read_links(parts)
    for start in _follow(links, LAYOUTS[:1]):
        _check_reached(start, parts, links)
    for kinds, root in _CHAINS.items():
        found = _follow(links, kinds)
        wrong = next((name for name in found if roots.get(name) != root), "" if found else kinds[-1])
        if wrong:
            raise ValueError(wrong)
    return parts


def find_layouts(parts: Parts) -> frozenset[str]:
    """Return the parts of the slide layouts that a slide master leads to, and that lead back to one."""
    links = _read_links(parts)
    found = _follow(links, LAYOUTS)
    return frozenset(name for name in found if any(kind == LAYOUTS[1] for kind, _ in links.get(name, ())))


def _unzip(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise ValueError(entries[0].filename)
        return {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}


def _read_root(name: str, content: bytes) -> str:
    """Return the local name of an XML part's root; one that declares entities could unfold to anything: refused."""
    roots: list[str] = []
    parser = ParserCreate("utf-8", " ")

    def begin(tag: str, _: object) -> None:
        roots.append(tag.rpartition(" ")[2])
        parser.StartElementHandler = None

    def refuse(*_: object) -> None:
        raise ValueError(name)

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begin, refuse
    try:
        # Emit writes into some parts as text.
        content.decode()
        parser.Parse(content, True)
    except (ExpatError, UnicodeDecodeError) as error:
        raise ValueError(name) from error
    return roots[0]


def _read_links(parts: Parts) -> Links:
    """Return the relationships of each part that do not lead outside, the package's own under the empty name."""
    links: dict[str, list[tuple[str, str]]] = {}
    for name, content in parts.items():
        folder, _, file = name.rpartition("/")
        if not file.endswith(".rels") or posixpath.basename(folder) != "_rels":
            continue
        folder = posixpath.dirname(folder)
        entries = [each for each in fromstring(content) if each.get("TargetMode") != "External"]
        links[posixpath.join(folder, file.removesuffix(".rels"))] = [_read_link(folder, entry) for entry in entries]
    return links


def _read_link(folder: str, entry: Element) -> tuple[str, str]:
    target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))
    return entry.get("Type", "").rpartition("/")[2], target.lstrip("/")


def _check_reached(start: str, parts: Parts, links: Links) -> None:
    """Raise ValueError for a part that `start` leads to, from one to the next, and that is not there."""
    waiting, reached = [start], {start}
    while waiting:
        found = {target for _, target in links.get(waiting.pop(), ())} - reached
        for target in sorted(found - parts.keys()):
            raise ValueError(target)
        waiting += found
        reached |= found


def _follow(links: Links, kinds: tuple[str, ...]) -> list[str]:
    """Return the parts found from the package down by relationships of those kinds, one after the other."""
    names = [""]
    for kind in kinds:
        names = [target for name in names for found, target in links.get(name, ()) if found == kind]
    return names
