"""The last look at a file before it is written: every word of the deck is there, and nothing dangles."""

from __future__ import annotations

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.deck import Deck
from chevalet.verify.package import check_package, read_package
from chevalet.verify.slides import check_slides

__all__ = ["verify"]


def verify(content: bytes, deck: Deck) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the PowerPoint file as it came, and what is wrong with it: always a fault of ours, never of the source."""
    sink = Sink()
    package = read_package(content, sink)
    if package is not None:
        check_package(package, sink)
        check_slides(package, deck, sink)
    return content, tuple(sink.found)
