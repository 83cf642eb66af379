"""The package read back: what each part is, where it leads, and whether all of them hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from pyexpat import ExpatError, ParserCreate

from msgspec import Struct, field

from chevalet.diagnostics import Sink
from chevalet.span import Span
from chevalet.verify.archive import Archive, DamagedError

NOWHERE = Span("")
"""Where a fault of ours stands: in no source."""
TYPES = "[Content_Types].xml"

# As we write it, and as a template may.
_OUR_RELATIONSHIP = re.compile(
    r'<Relationship Id="([^"&]*)" Type="([^"&]*)" Target="([^"&]*)"( TargetMode="External")?/>'
)
_RELATIONSHIP = re.compile(r"<Relationship\b([^>]*)>")
_TYPED_PART = re.compile(r'<Override\b[^>]*\bPartName="([^"]*)"')
_TYPED_ENDING = re.compile(r'<Default\b[^>]*\bExtension="([^"]*)"')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_SHOWN = re.compile(rb"<(?:a:t|c:v|w:t|t)(?: [^>]*)?>([^<]*)<")
_SPEAKING = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "word/", "xl/sharedStrings", "xl/worksheets/")


class Target(Struct, frozen=True):
    """Where a relationship leads: `kind` is the last word of its type, `part` is empty when it leads outside."""

    kind: str
    part: str
    address: str


class Part(Struct, frozen=True):
    """What is remembered of a part: the hash of its content, that of the words and values it shows, if any."""

    digest: bytes
    words: bytes


class Reader(Struct):
    """Reads parts and remembers what they are.

    `targets` are those of each part read here that has any, by identifier; `leads` are the parts they lead to.
    """

    archive: Archive
    sink: Sink
    parts: dict[str, Part] = field(default_factory=dict)
    targets: dict[str, dict[str, Target]] = field(default_factory=dict)
    leads: dict[str, list[str]] = field(default_factory=dict)

    def read(self, name: str) -> str:
        """Return an XML part as text, the empty string for any other; report one that cannot be read."""
        try:
            content = self.archive.read(name)
            text = _decode(name, content)
        except (DamagedError, ExpatError, UnicodeDecodeError) as error:
            self.sink.add("malformed-part", NOWHERE, part=name, reason=error)
            self.parts[name] = Part(b"", b"")
            return ""
        self.parts[name] = Part(sha256(content).digest(), _hash_words(name, content))
        source = _source(name)
        if source is not None:
            self._follow(source, _read_targets(source, text))
        return text

    def _follow(self, source: str, targets: dict[str, Target]) -> None:
        """Remember where a part leads, and report what leads nowhere."""
        self.targets[source] = targets
        self.leads[source] = [target.part for target in targets.values() if target.part in self.archive.places]
        for target in targets.values():
            if target.part and target.part not in self.archive.places:
                self.sink.add("dangling-relationship", NOWHERE, part=source or "/", target=target.address)

    def related(self, source: str) -> dict[str, Target]:
        """Return where a part leads, its relationships read first if they are there."""
        name = relationships_part(source)
        if name not in self.parts and name in self.archive.places:
            self.read(name)
        return self.targets.get(source, {})


def _decode(name: str, content: bytes) -> str:
    """Return the text of an XML part, known to be well formed; raise `ExpatError` when it is not."""
    if not name.endswith((".xml", ".rels")):
        return ""
    ParserCreate().Parse(content, True)
    return content.decode()


def _hash_words(name: str, content: bytes) -> bytes:
    if not name.startswith(_SPEAKING) or not name.endswith(".xml"):
        return b""
    return sha256(b"\n".join(_SHOWN.findall(content))).digest()


def _source(name: str) -> str | None:
    """Return the part whose relationships the part `name` holds, None when it holds none."""
    folder, _, file = name.rpartition("/")
    parent, _, last = folder.rpartition("/")
    if last != "_rels" or not file.endswith(".rels"):
        return None
    return f"{parent}/{file[:-5]}" if parent else file[:-5]


def relationships_part(source: str) -> str:
    """Return the name of the part that holds the relationships of another."""
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def attributes(text: str) -> dict[str, str]:
    """Return the attributes written inside a tag."""
    written = dict(_ATTRIBUTE.findall(text))
    return {name: unescape(value) for name, value in written.items()} if "&" in text else written


def _read_targets(source: str, xml: str) -> dict[str, Target]:
    ours = _OUR_RELATIONSHIP.findall(xml)
    if len(ours) == xml.count("<Relationship "):
        return {name: _target(source, kind, address, is_outside=bool(mode)) for name, kind, address, mode in ours}
    read = [attributes(tag) for tag in _RELATIONSHIP.findall(xml)]
    return {
        each.get("Id", ""): _target(
            source, each.get("Type", ""), each.get("Target", ""), is_outside=each.get("TargetMode") == "External"
        )
        for each in read
    }


def _target(source: str, kind: str, address: str, *, is_outside: bool) -> Target:
    return Target(kind.rpartition("/")[2], "" if is_outside else _resolve(source, address), address)


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


def check_package(reader: Reader, types: str) -> None:
    """Report parts to which nothing leads, and those that `types` does not list."""
    for part in sorted(reader.parts.keys() - _reached(reader.leads)):
        reader.sink.add("orphan-part", NOWHERE, part=part)
    for part in _untyped(reader.parts, types):
        reader.sink.add("untyped-part", NOWHERE, part=part)


def _reached(leads: Mapping[str, list[str]]) -> set[str]:
    """Return the parts found by following relationships from the package's own, and what holds those."""
    reached = {TYPES}
    waiting = [""]
    while waiting:
        found = set(leads.get(waiting.pop(), ())) - reached
        waiting += found
        reached |= found
    folders = {relationships_part(source) for source in (*reached, "") if source in leads}
    return reached | folders


def _untyped(parts: Mapping[str, Part], types: str) -> Iterator[str]:
    names = set(map(unescape, _TYPED_PART.findall(types)))
    endings = {unescape(ending).lower() for ending in _TYPED_ENDING.findall(types)}
    for part in parts:
        if part != TYPES and f"/{part}" not in names and part.rpartition(".")[2].lower() not in endings:
            yield part
    yield from sorted(name[1:] for name in names if name[1:] not in parts)
