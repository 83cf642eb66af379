"""What the Open XML SDK lets pass and PowerPoint may not: our own assertions on any .pptx.

`check_package` returns one line a fault; each is proved able to fire in `test_package_assertions.py`.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "[Content_Types].xml"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Relationship:
    kind: str
    part: str
    external: bool


@dataclass(frozen=True)
class Opened:
    """A package: its parts, the trees of the XML ones, the relationships of each by identifier."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element]
    relationships: dict[str, dict[str, Relationship]]
    names: list[str]

    def of_kind(self, kind: str) -> dict[str, etree._Element]:
        """The parts whose root element is `kind`, as `sld`."""
        return {name: tree for name, tree in self.trees.items() if tree.tag == P + kind}

    def related(self, part: str, kind: str) -> list[str]:
        return [each.part for each in self.relationships.get(part, {}).values() if each.kind == kind]


def check_package(content: bytes) -> list[str]:
    """Return what is wrong with a .pptx, nothing when all is well."""
    package = open_package(content)
    checks = (
        check_parts, check_types, check_references, check_slide_list, check_sections, check_layout_ids,
        check_shape_ids, check_placeholders, check_bodies, check_notes_masters, check_languages, check_axes,
    )  # fmt: skip
    return [fault for check in checks for fault in check(package)]


def open_package(content: bytes) -> Opened:
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    trees = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    relationships = {
        _source(name): _read(_source(name), tree) for name, tree in trees.items() if name.endswith(".rels")
    }
    return Opened(parts, trees, relationships, names)


def _source(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _read(source: str, tree: etree._Element) -> dict[str, Relationship]:
    def resolve(entry: etree._Element) -> str:
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), entry.get("Target")))[1:]

    return {
        entry.get("Id"): Relationship(
            entry.get("Type").rpartition("/")[2], resolve(entry), entry.get("TargetMode") == "External"
        )
        for entry in tree
    }


def check_parts(package: Opened) -> Iterator[str]:
    """Relationships that lead nowhere, parts nothing leads to, names given twice."""
    yield from (f"{name}: twice in the zip" for name, count in Counter(package.names).items() if count > 1)
    waiting, reached = [""], {""}
    while waiting:
        source = waiting.pop()
        for identifier, entry in package.relationships.get(source, {}).items():
            if entry.external:
                continue
            if entry.part not in package.parts:
                yield f"{source}: {identifier} leads to {entry.part}, which is not there"
            elif entry.part not in reached:
                reached.add(entry.part)
                waiting.append(entry.part)
    for name in package.parts:
        if name != TYPES and (_source(name) if name.endswith(".rels") else name) not in reached:
            yield f"{name}: nothing leads to it"


def check_types(package: Opened) -> Iterator[str]:
    """Parts without a content type, content types without a part."""
    entries = package.trees[TYPES]
    endings = {entry.get("Extension").lower() for entry in entries if entry.get("Extension")}
    named = {entry.get("PartName")[1:] for entry in entries if entry.get("PartName")}
    yield from (f"{name}: typed but absent" for name in named - package.parts.keys())
    for name in package.parts:
        if name != TYPES and name not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name}: no content type"


def check_references(package: Opened) -> Iterator[str]:
    """`r:id`, `r:embed` and the like that no relationship answers."""
    for name, tree in package.trees.items():
        known = package.relationships.get(name, {})
        for element in tree.iter():
            for attribute, value in element.attrib.items():
                if str(attribute).startswith(R) and value and value not in known:
                    yield f"{name}: {value} is no relationship"


def check_slide_list(package: Opened) -> Iterator[str]:
    """Slide identifiers are unique and 256 or more; each slide part is listed."""
    for name, tree in package.of_kind("presentation").items():
        entries = list(tree.iter(P + "sldId"))
        identifiers = [int(entry.get("id")) for entry in entries]
        yield from (f"{name}: slide id {each} is too small" for each in identifiers if each < 256)
        yield from (f"{name}: slide id {each} given twice" for each, n in Counter(identifiers).items() if n > 1)
        listed = {package.relationships[name][entry.get(R + "id")].part for entry in entries}
        yield from (f"{slide}: not in the list of slides" for slide in package.of_kind("sld").keys() - listed)


def check_sections(package: Opened) -> Iterator[str]:
    """When there are sections each slide stands in one, in the order of the deck; names are not empty."""
    for name, tree in package.of_kind("presentation").items():
        sections = list(tree.iter(P14 + "section"))
        shared = [entry.get("id") for section in sections for entry in section.iter(P14 + "sldId")]
        if sections and shared != [entry.get("id") for entry in tree.iter(P + "sldId")]:
            yield f"{name}: the sections do not hold the slides, each once and in order"
        yield from (f"{name}: a section has no name" for section in sections if not section.get("name"))


def check_layout_ids(package: Opened) -> Iterator[str]:
    """Masters and layouts share one set of identifiers; a slide's layout is in its master's list."""
    identifiers: list[str] = []
    for tag in ("sldMasterId", "sldLayoutId"):
        identifiers += [entry.get("id") for tree in package.trees.values() for entry in tree.iter(P + tag)]
    yield from (f"layout or master id {each} given twice" for each, n in Counter(identifiers).items() if n > 1)
    for slide in package.of_kind("sld"):
        for layout in package.related(slide, "slideLayout"):
            for master in package.related(layout, "slideMaster"):
                entries = package.trees[master].iter(P + "sldLayoutId")
                listed = {package.relationships[master][entry.get(R + "id")].part for entry in entries}
                if layout not in listed:
                    yield f"{slide}: its layout {layout} is not in the master's list"


def check_shape_ids(package: Opened) -> Iterator[str]:
    for kind in ("sld", "notes", "sldLayout", "sldMaster", "notesMaster"):
        for name, tree in package.of_kind(kind).items():
            counts = Counter(element.get("id") for element in tree.iter(P + "cNvPr"))
            yield from (f"{name}: shape id {each} given twice" for each, n in counts.items() if n > 1)


def _marks(tree: etree._Element) -> list[tuple[str, str]]:
    """The type and index of each placeholder."""
    return [(mark.get("type", "obj"), mark.get("idx", "0")) for mark in tree.iter(P + "ph")]


def check_placeholders(package: Opened) -> Iterator[str]:
    """No index twice; on a slide, each has the type and index of one of its layout."""
    for kind in ("sld", "sldLayout", "sldMaster", "notes"):
        for name, tree in package.of_kind(kind).items():
            counts = Counter(index for _, index in _marks(tree) if kind != "sldMaster")
            yield from (f"{name}: placeholder idx {each} given twice" for each, n in counts.items() if n > 1)
    for name, tree in package.of_kind("sld").items():
        offered = {mark for layout in package.related(name, "slideLayout") for mark in _marks(package.trees[layout])}
        yield from (f"{name}: placeholder {mark} is not in its layout" for mark in _marks(tree) if mark not in offered)
    for name, tree in package.of_kind("notes").items():
        masters = package.related(name, "notesMaster")
        offered = {mark[0] for master in masters for mark in _marks(package.trees[master])}
        yield from (
            f"{name}: placeholder {kind} is not in its master" for kind, _ in _marks(tree) if kind not in offered
        )


def check_bodies(package: Opened) -> Iterator[str]:
    """A placeholder shape has a text body, unless it is the picture of the slide on a notes page."""
    for kind in ("sld", "notes"):
        for name, tree in package.of_kind(kind).items():
            for shape in tree.iter(P + "sp"):
                mark = shape.find(f".//{P}ph")
                if mark is not None and mark.get("type") != "sldImg" and shape.find(P + "txBody") is None:
                    yield f"{name}: placeholder {shape.find(f'.//{P}cNvPr').get('name')} has no text body"


def check_notes_masters(package: Opened) -> Iterator[str]:
    for name in package.of_kind("notesMaster"):
        if not package.related(name, "theme"):
            yield f"{name}: no theme"
    for name in package.of_kind("notes"):
        if not package.related(name, "notesMaster") or not package.related(name, "slide"):
            yield f"{name}: its master or its slide is missing"


def check_languages(package: Opened) -> Iterator[str]:
    """Languages are BCP 47 tags, and every run of a slide or note has one."""
    for name, tree in package.trees.items():
        for element in tree.iter():
            value = element.get("val") if element.tag == C + "lang" else element.get("lang")
            if value is not None and not LANGUAGE.fullmatch(value):
                yield f"{name}: {value!r} is no language"
        if tree.tag in (P + "sld", P + "notes"):
            for element in tree.iter(A + "rPr", A + "endParaRPr"):
                if not element.get("lang"):
                    yield f"{name}: text without a language"


def check_axes(package: Opened) -> Iterator[str]:
    """Axis identifiers are positive, which python-pptx's are not, and each is an axis that is there."""
    for name, tree in package.trees.items():
        if tree.tag == C + "chartSpace":
            axes = [axis.find(C + "axId").get("val") for axis in tree.iter(C + "catAx", C + "valAx", C + "dateAx")]
            used = [element.get("val") for element in tree.iter(C + "axId")]
            yield from (f"{name}: axis id {each} is negative" for each in axes if int(each) < 0)
            yield from (f"{name}: axis id {each} is no axis" for each in used if each not in axes)
