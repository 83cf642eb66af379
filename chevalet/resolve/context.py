"""What the parts of resolve share: the workshop and target in hand, and the slide."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.model.block import Container
from chevalet.model.course import Note
from chevalet.model.locale import Locale
from chevalet.model.project import Project, Written
from chevalet.resolve.citations import Citations, Facts
from chevalet.resolve.facets import Facets
from chevalet.resolve.footnotes import Footnotes
from chevalet.resolve.links import Addresses
from chevalet.resolve.typography import Preset


class Context(Struct, frozen=True):
    """What is the same for all slides of one workshop and target; `terms` holds the computed ones too."""

    project: Project
    locale: Locale
    preset: Preset
    terms: Mapping[str, str]
    facts: Facts
    facets: Facets
    addresses: Addresses
    sink: Sink


class Lifted(Struct):
    """What a slide's blocks leave for its notes: notes and solutions as written, right answers already resolved."""

    notes: list[Container] = field(default_factory=list)
    solutions: list[Container] = field(default_factory=list)
    answers: list[Note] = field(default_factory=list)


class Scope(Struct):
    """The slide in hand: its module, whose folder and ids it may name, and what it gathers on its way.

    `takeaway` is its title as plain text, once it is known. `is_reading` when its blocks are resolved for documents,
    which keep the containers that a slide opens, lifts or drops.
    """

    context: Context
    module: Written
    citations: Citations
    footnotes: Footnotes
    takeaway: str = ""
    lifted: Lifted = field(default_factory=Lifted)
    is_reading: bool = False

    def aside(self) -> Scope:
        """Return a scope for what is checked but stands on no slide: it numbers no source and leaves nothing."""
        return replace(self, citations=Citations(), footnotes=Footnotes(self.footnotes.definitions), lifted=Lifted())
