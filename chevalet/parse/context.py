"""What the parts of one parse share: the source, the sink, and what is settled only at the end of the body."""

from __future__ import annotations

from markdown_it.utils import EnvType
from msgspec import Struct, field

from chevalet.diagnostics import Sink
from chevalet.model.block import Blocks
from chevalet.parse.markdown import new_environment
from chevalet.parse.source import Source
from chevalet.span import Span


class Footnote(Struct):
    """A footnote's definition; the span is that of its first line, `references` are those it makes itself."""

    blocks: Blocks
    span: Span
    references: list[tuple[str, Span]] = field(default_factory=list)


class Context(Struct):
    """The state of one parse.

    `rooms` gathers the places to write of the block at hand, until its container is known. `opened_tags` are the HTML
    tags already reported, whose closing needs no second warning. A text of `course/documents`, which is on no slide,
    `has_room_everywhere`.
    """

    source: Source
    sink: Sink = field(default_factory=Sink)
    environment: EnvType = field(default_factory=new_environment)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    references: list[tuple[str, Span]] = field(default_factory=list)
    rooms: list[Span] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    opened_tags: set[str] = field(default_factory=set)
    has_room_everywhere: bool = False

    def report_once(self, code: str, span: Span, **arguments: object) -> None:
        """Report the first problem of a kind that comes by thousands when it comes."""
        if code not in self.told:
            self.told.add(code)
            self.sink.add(code, span, **arguments)
