"""Titles of a workshop's slides: no two alike, or nobody could tell them apart by ear."""

from __future__ import annotations

from msgspec import Struct, field

from chevalet.diagnostics import Sink
from chevalet.model.inline import Inlines, Superscript, plain_text
from chevalet.span import Span


class Titles(Struct):
    """The titles met so far, each with the place of the first slide that has it."""

    sink: Sink
    places: dict[str, Span] = field(default_factory=dict)

    def check(self, title: Inlines, span: Span) -> None:
        """Report a title that a slide before has."""
        text = takeaway(title)
        if not text:
            return
        first = self.places.setdefault(" ".join(text.casefold().split()), span)
        if first is not span:
            self.sink.add("duplicate-title", span, title=text, first=f"{first.path}:{first.line}")


def takeaway(title: Inlines) -> str:
    """Return a title's characters, without the marks of its sources."""
    kept = tuple(inline for inline in title if not isinstance(inline, Superscript))
    return plain_text(kept).strip()
