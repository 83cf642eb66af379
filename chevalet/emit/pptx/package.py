"""The package being written: its parts, their content types, and the pictures they share."""

from __future__ import annotations

from msgspec import Struct, field

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
    """Parts by name, in the order they will be stored; the list of content types is written last and stands first."""

    parts: dict[str, bytes] = field(default_factory=lambda: {_CONTENT_TYPES: b""})
    content_types: dict[str, str] = field(default_factory=dict)
    pictures: dict[bytes, str] = field(default_factory=dict)

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

    def add_picture(self, content: bytes, ending: str) -> str:
        """Return the name of the part that holds a picture, the same part for the same bytes."""
        name = self.pictures.get(content)
        if name is None:
            name = f"ppt/media/picture{len(self.pictures) + 1}.{ending}"
            self.pictures[content] = name
            self.parts[name] = content
        return name

    def close(self) -> dict[str, bytes]:
        """Return the parts, complete with their content types."""
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS.items()
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.content_types.items()
        )
        self.parts[_CONTENT_TYPES] = encode(f'<Types xmlns="{_NAMESPACE}">{defaults}{overrides}</Types>')
        return self.parts
