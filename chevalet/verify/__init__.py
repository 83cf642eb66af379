"""The last look at a file before it is written: every word of the deck is there, and nothing dangles."""

from __future__ import annotations

from functools import partial

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.artifact import Verified
from chevalet.model.deck import Deck
from chevalet.model.spread import Spread
from chevalet.verify.archive import Archive, DamagedError, open_archive
from chevalet.verify.file import verify_file
from chevalet.verify.hashes import hash_parts
from chevalet.verify.package import NOWHERE, TYPES, Reader, check_package
from chevalet.verify.slides import check_slide, list_slides

__all__ = ["verify", "verify_file"]


def verify(content: bytes, deck: Deck, spread: Spread = map) -> tuple[Verified, tuple[Diagnostic, ...]]:
    """Return the PowerPoint file as it came, hashed, and what is wrong with it: always a fault of ours.

    `spread` reads the slides back, each alone.
    """
    sink = Sink()
    try:
        archive = open_archive(content)
        reader = _read_package(archive, deck, sink, spread)
    except DamagedError as error:
        sink.add("malformed-part", NOWHERE, part="", reason=error)
        return Verified(content, "", ""), tuple(sink.found)
    return Verified(content, *hash_parts(reader.parts)), tuple(sink.found)


def _read_package(archive: Archive, deck: Deck, sink: Sink, spread: Spread) -> Reader:
    """Read every part once, those of the slides where `spread` likes."""
    reader = Reader(archive, sink)
    slides = list_slides(reader)
    if len(slides) != len(deck.slides):
        sink.add("lost-slide", NOWHERE, expected=len(deck.slides), found=len(slides))
    for report in spread(partial(check_slide, archive), tuple(zip(deck.slides, slides, strict=False))):
        reader.parts.update(report.parts)
        reader.leads.update(report.leads)
        sink.found.extend(report.found)
    types = reader.read(TYPES)
    for name in archive.places:
        if name not in reader.parts:
            reader.read(name)
    check_package(reader, types)
    return reader
