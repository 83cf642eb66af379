"""Relationships of one part: read from a template, gathered while a part is written."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

from msgspec import Struct, field

from chevalet.emit.pptx.markup import RELATIONSHIPS, encode, escape_line, strip_unwritable

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DIGITS = re.compile(r"\d+")
_URL_SAFE = "!#$%&'()*+,/:;=?@~"


class Relationship(Struct, frozen=True):
    """One relationship; `kind` is its whole type, `target` is as written: relative to the part, or absolute."""

    identifier: str
    kind: str
    target: str
    external: bool = False


class Relationships(Struct):
    """The relationships of a part being written, numbered in order of first use."""

    numbers: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    first: int = 1

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the identifier of a relationship, the same for the same target; `kind` is short (`slide`, `image`)."""
        return self.numbers.setdefault((kind, target, external), f"rId{self.first + len(self.numbers)}")

    def add_link(self, address: str) -> str:
        """Return the identifier of a web address, its characters made legal in a URI."""
        return self.add("hyperlink", quote(strip_unwritable(address), safe=_URL_SAFE), external=True)

    def entries(self) -> tuple[Relationship, ...]:
        return tuple(
            Relationship(identifier, f"{RELATIONSHIPS}/{kind}", target, external)
            for (kind, target, external), identifier in self.numbers.items()
        )


def write_relationships(entries: tuple[Relationship, ...]) -> bytes:
    """Return a `.rels` part."""
    return encode(f'<Relationships xmlns="{_NAMESPACE}">{"".join(map(_write_entry, entries))}</Relationships>')


def _write_entry(entry: Relationship) -> str:
    mode = ' TargetMode="External"' if entry.external else ""
    target = escape_line(entry.target)
    return f'<Relationship Id="{entry.identifier}" Type="{entry.kind}" Target="{target}"{mode}/>'


def read_relationships(content: bytes) -> tuple[Relationship, ...]:
    """Return what a `.rels` part of a template holds."""
    return tuple(
        Relationship(
            element.get("Id", ""),
            element.get("Type", ""),
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )
        for element in fromstring(content)
    )


def last_number(entries: tuple[Relationship, ...]) -> int:
    """Return the greatest number the identifiers hold, whatever word a template put around it."""
    return max((int(digits) for entry in entries for digits in _DIGITS.findall(entry.identifier)), default=0)


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def resolve_target(part: str, target: str) -> str:
    """Return the name of the part that `target` means inside `part`'s relationships."""
    if target.startswith("/"):
        return target[1:]
    steps = part.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def target_from(origin: str, part: str) -> str:
    """Return the target that means `part` in the relationships of `origin`: relative inside `ppt`, else absolute."""
    match origin.split("/"):
        case ["ppt", _] if part.startswith("ppt/"):
            return part[4:]
        case ["ppt", _, _] if part.startswith("ppt/"):
            return f"../{part[4:]}"
        case _:
            return f"/{part}"
