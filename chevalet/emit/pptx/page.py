"""What is known while a deck is written: `Book` by all its slides, `Leaf` by one of them, `Page` by one part."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.emit.pptx.package import Package
from chevalet.emit.pptx.relationships import Relationships, target_from
from chevalet.emit.pptx.template import Template, read_names
from chevalet.model.deck import DeckSlide
from chevalet.model.theme import Layout, Placeholder, Theme


class Book(Struct):
    """What all slides share: the number of the slide of each key, the part of each picture by its bytes.

    `names` are those of the placeholders of each layout part in use.
    """

    theme: Theme
    template: Template
    language: str
    slides: Mapping[str, int]
    pictures: Mapping[bytes, str]
    names: dict[str, dict[tuple[str, int], str]] = field(default_factory=dict)

    def name_of(self, placeholder: Placeholder, layout: Layout) -> str:
        """Return what the layout calls a placeholder in the selection pane."""
        if layout.part not in self.names:
            self.names[layout.part] = read_names(self.theme.parts[layout.part])
        return self.names[layout.part].get((placeholder.kind, placeholder.index), placeholder.name)


class Leaf(Struct, frozen=True):
    """A slide to be written: its number, counted from 1, and how many charts the slides before it have."""

    slide: DeckSlide
    number: int
    charts: int


class Page(Struct):
    """A slide or notes page being written: its part, and the last shape identifier given (1 is its tree's).

    `package` takes the parts that belong to it, `charts` counts those of the deck so far.
    """

    book: Book
    package: Package
    part: str
    charts: int = 0
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
