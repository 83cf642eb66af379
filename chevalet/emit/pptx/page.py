"""What is known while a deck is written: `Book` is shared by all its slides, `Page` belongs to one part."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.emit.pptx.package import Package
from chevalet.emit.pptx.relationships import Relationships, target_from
from chevalet.emit.pptx.template import Template, read_names
from chevalet.model.theme import Layout, Placeholder, Theme


class Book(Struct):
    """The deck being written: `slides` gives the number of the slide of each key, `charts` how many were written.

    `names` are those of the placeholders of each layout part in use.
    """

    theme: Theme
    template: Template
    language: str
    slides: Mapping[str, int]
    package: Package = field(default_factory=Package)
    charts: int = 0
    names: dict[str, dict[tuple[str, int], str]] = field(default_factory=dict)

    def name_of(self, placeholder: Placeholder, layout: Layout) -> str:
        """Return what the layout calls a placeholder in the selection pane."""
        if layout.part not in self.names:
            self.names[layout.part] = read_names(self.theme.parts[layout.part])
        return self.names[layout.part].get((placeholder.kind, placeholder.index), placeholder.name)


class Page(Struct):
    """A slide or notes page being written: its part, and the last shape identifier given (1 is its tree's)."""

    book: Book
    part: str
    relationships: Relationships = field(default_factory=Relationships)
    last_identifier: int = 1

    def relate(self, kind: str, part: str) -> str:
        """Return the identifier by which this page points at another part; `kind` is short (`slide`, `image`)."""
        return self.relationships.add(kind, target_from(self.part, part))

    def next_identifier(self) -> int:
        self.last_identifier += 1
        return self.last_identifier


def slide_part(number: int) -> str:
    """Return the name of the part of a slide, counted from 1."""
    return f"ppt/slides/slide{number}.xml"
