"""Each slide of the file against the slide of the deck it was made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from msgspec import Struct

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.deck import DeckSlide
from chevalet.verify.archive import Archive
from chevalet.verify.package import NOWHERE, Part, Reader
from chevalet.verify.words import clean, expect

_SLIDE = re.compile(r'<p:sldId\b[^>]*\br:id="([^"]*)"')
_TEXT = re.compile(r"<a:(?:t>([^<]*)<|br>)|</a:p>")  # one group and a fixed beginning: four times as fast as two
_ALTERNATIVE = re.compile(r'<p:cNvPr\b[^>]*?\bdescr="([^"]+)"')
_MARK = re.compile(r"<c:v>([^<]*)</c:v>")
# What belongs to one slide alone; pictures and layouts are shared.
_OWN = ("chart", "notesSlide", "package", "tags")
_MOST_WORDS = 12


class Report(Struct, frozen=True):
    """What was found while a slide was read back: its parts, where they lead, what is wrong with them."""

    parts: dict[str, Part]
    leads: dict[str, list[str]]
    found: tuple[Diagnostic, ...]


def list_slides(reader: Reader) -> list[str]:
    """Return the parts of the slides, in the order they are shown."""
    presentation = next(target.part for target in reader.related("").values() if target.kind == "officeDocument")
    targets = reader.related(presentation)
    return [targets[identifier].part for identifier in _SLIDE.findall(reader.read(presentation))]


def check_slide(archive: Archive, pair: tuple[DeckSlide, str]) -> Report:
    """Read back all that belongs to a slide; report every word that was lost or was not asked for."""
    slide, part = pair
    reader = Reader(archive, Sink())
    texts: dict[str, str] = {"": reader.read(part)}
    for kind, own in _own_parts(reader, part):
        texts[kind] = texts.get(kind, "") + reader.read(own)
    if not any(each.code == "malformed-part" for each in reader.sink.found):
        _compare_slide(slide, texts, reader.sink)
    return Report(reader.parts, reader.leads, tuple(reader.sink.found))


def _own_parts(reader: Reader, part: str) -> Iterator[tuple[str, str]]:
    """Yield the parts that are of this slide alone, with their kind, down to the workbook of a chart."""
    for target in reader.related(part).values():
        if target.kind in _OWN and target.part in reader.archive.places:
            yield target.kind, target.part
            yield from _own_parts(reader, target.part)


def _compare_slide(slide: DeckSlide, texts: Mapping[str, str], sink: Sink) -> None:
    expected, xml = expect(slide), texts[""]
    alternatives = [unescape(found) for found in _ALTERNATIVE.findall(xml)] if 'descr="' in xml else []
    marks = [clean(unescape(found)) for found in _MARK.findall(texts.get("chart", ""))]
    _compare(slide, expected.words, _words(xml), sink)
    _compare(slide, expected.notes, _words(texts.get("notesSlide", "")), sink)
    _compare(slide, expected.alternatives, alternatives, sink)
    _compare(slide, expected.marks, marks, sink)


def _words(xml: str) -> list[str]:
    """Return the words of a part's text; the end of a paragraph and a forced line part two words."""
    text = "".join([found or " " for found in _TEXT.findall(xml)])
    return clean(unescape(text) if "&" in text else text).split()


def _compare(slide: DeckSlide, expected: Sequence[str], found: Sequence[str], sink: Sink) -> None:
    """Report what is in one and not in the other; words in the same order, the common case, need no counting."""
    if list(expected) == list(found):
        return
    wanted, there = Counter(expected), Counter(found)
    for code, difference in (("lost-text", wanted - there), ("stray-text", there - wanted)):
        if difference:
            sink.add(code, NOWHERE, slide=slide.key, words=" ".join(list(difference.elements())[:_MOST_WORDS]))
