"""The package being written, or a share of it: its parts and their content types."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from chevalet.emit.archive import Entry, join, make_entry
from chevalet.emit.pptx.markup import encode
from chevalet.emit.pptx.relationships import Relationship, relationships_part, write_relationships

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES = "[Content_Types].xml"
_DEFAULTS = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


class Package(Struct):
    """Parts by name, in the order they will be stored, and the types of those whose ending does not tell it."""

    parts: dict[str, bytes] = field(default_factory=dict)
    content_types: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, content_type: str, content: bytes, entries: tuple[Relationship, ...] = ()) -> None:
        """Add a part and, when it has any, its relationships."""
        self.parts[name] = content
        if _DEFAULTS.get(name.rpartition(".")[2]) != content_type:
            self.content_types[name] = content_type
        if entries:
            self.join(name, entries)

    def join(self, name: str, entries: tuple[Relationship, ...]) -> None:
        """Add the relationships of a part; those of the empty name are the package's own."""
        self.parts[relationships_part(name)] = write_relationships(entries)

    def close(self) -> Share:
        """Return what was gathered, compressed."""
        entries = tuple(make_entry(name, content) for name, content in self.parts.items())
        return Share(entries, tuple(self.content_types.items()))


class Share(Struct, frozen=True):
    """Finished parts of a package and the types that are to be listed."""

    entries: tuple[Entry, ...]
    content_types: tuple[tuple[str, str], ...]


def join_shares(shares: Sequence[Share]) -> bytes:
    """Return the package that `shares` make together; its list of content types stands first."""
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS.items())
    listed = [pair for share in shares for pair in share.content_types]
    overrides = "".join([f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in listed])
    types = make_entry(_CONTENT_TYPES, encode(f'<Types xmlns="{_NAMESPACE}">{defaults}{overrides}</Types>'))
    return join([types, *(entry for share in shares for entry in share.entries)])
