"""The package read back from its bytes: parts, relationships, content types, and whether they hold together."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from pyexpat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.span import Span

NOWHERE = Span("")
"""Where a fault of ours stands: in no source."""

_TYPES = "[Content_Types].xml"
_RELATIONSHIP = re.compile(r"<Relationship\b([^>]*)>")
_TYPE = re.compile(r"<(?:Override|Default)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_XML = (".xml", ".rels")
_LENGTHS = struct.Struct("<HH")


class Target(Struct, frozen=True):
    """Where a relationship leads: `kind` is the last word of its type, `part` is empty when it leads outside."""

    kind: str
    part: str
    address: str


class Package(Struct, frozen=True):
    """Parts by name, and the targets of each part that has any, by relationship identifier."""

    parts: Mapping[str, bytes]
    targets: Mapping[str, Mapping[str, Target]]

    def text(self, part: str) -> str:
        """Return an XML part as text."""
        return self.parts.get(part, b"").decode(errors="replace")

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that `part` leads to by relationships of that kind."""
        return [target.part for target in self.targets.get(part, {}).values() if target.kind == kind]


def read_package(content: bytes, sink: Sink) -> Package | None:
    """Return the package in `content`, None when it is not a zip that can be read whole."""
    try:
        parts = _unzip(content)
    except (BadZipFile, zlib.error) as error:
        sink.add("malformed-part", NOWHERE, part="", reason=error)
        return None
    sources = {source: name for name in parts if (source := _source(name)) is not None}
    return Package(parts, {source: _read_targets(source, parts[name].decode()) for source, name in sources.items()})


def _unzip(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip; `ZipFile.read` would take five times as long over thousands of small ones."""
    parts: dict[str, bytes] = {}
    for entry in ZipFile(BytesIO(content)).infolist():
        name_length, extra_length = _LENGTHS.unpack_from(content, entry.header_offset + 26)
        start = entry.header_offset + 30 + name_length + extra_length
        body = content[start : start + entry.compress_size]
        part = zlib.decompress(body, -15) if entry.compress_type else body
        if zlib.crc32(part) != entry.CRC or entry.filename in parts:
            raise BadZipFile(entry.filename)
        parts[entry.filename] = part
    return parts


def _source(name: str) -> str | None:
    """Return the part whose relationships the part `name` holds, None when it holds none."""
    folder, _, file = name.rpartition("/")
    parent, _, last = folder.rpartition("/")
    if last != "_rels" or not file.endswith(".rels"):
        return None
    return f"{parent}/{file[:-5]}" if parent else file[:-5]


def attributes(text: str) -> dict[str, str]:
    """Return the attributes written inside a tag."""
    written = dict(_ATTRIBUTE.findall(text))
    return {name: unescape(value) for name, value in written.items()} if "&" in text else written


def _read_targets(source: str, xml: str) -> dict[str, Target]:
    targets: dict[str, Target] = {}
    for tag in _RELATIONSHIP.findall(xml):
        read = attributes(tag)
        address = read.get("Target", "")
        part = "" if read.get("TargetMode") == "External" else _resolve(source, address)
        targets[read.get("Id", "")] = Target(read.get("Type", "").rpartition("/")[2], part, address)
    return targets


def _resolve(source: str, address: str) -> str:
    if address.startswith("/"):
        return address[1:]
    steps = source.split("/")[:-1]
    for step in address.split("/"):
        if step == "..":
            del steps[-1:]
        else:
            steps.append(step)
    return "/".join(steps)


def check_package(package: Package, sink: Sink) -> None:
    """Report relationships that lead nowhere, parts nothing leads to, parts without a type, XML that is none."""
    for source, targets in package.targets.items():
        for target in targets.values():
            if target.part and target.part not in package.parts:
                sink.add("dangling-relationship", NOWHERE, part=source or "/", target=target.address)
    for part in sorted(set(package.parts) - _reached(package)):
        sink.add("orphan-part", NOWHERE, part=part)
    for part in _untyped(package):
        sink.add("untyped-part", NOWHERE, part=part)
    for name, content in package.parts.items():
        if name.endswith(_XML):
            _check_xml(name, content, sink)


def _reached(package: Package) -> set[str]:
    """Return the parts found by following relationships from the package's own, and what holds those."""
    reached = {_TYPES}
    waiting = [""]
    while waiting:
        source = waiting.pop()
        found = {target.part for target in package.targets.get(source, {}).values() if target.part} - reached
        waiting += found
        reached |= found
    folders = {_relationships_part(source) for source in (*reached, "") if source in package.targets}
    return reached | folders


def _relationships_part(source: str) -> str:
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def _untyped(package: Package) -> Iterator[str]:
    written = [attributes(tag) for tag in _TYPE.findall(package.text(_TYPES))]
    names = {entry.get("PartName", "") for entry in written}
    endings = {entry.get("Extension", "").lower() for entry in written}
    for part in package.parts:
        if part != _TYPES and f"/{part}" not in names and part.rpartition(".")[2].lower() not in endings:
            yield part
    yield from sorted(name[1:] for name in names if name and name[1:] not in package.parts)


def _check_xml(name: str, content: bytes, sink: Sink) -> None:
    try:
        ParserCreate().Parse(content, True)
    except ExpatError as error:
        sink.add("malformed-part", NOWHERE, part=name, reason=error)
