"""Each slide of the file against the slide of the deck it was made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import unescape

from chevalet.diagnostics import Sink
from chevalet.model.deck import Deck, DeckSlide
from chevalet.verify.package import NOWHERE, Package, attributes
from chevalet.verify.words import clean, expect

_SLIDE = re.compile(r"<p:sldId\b([^>]*)>")
_TEXT = re.compile(r"<a:(?:t>([^<]*)<|br>)|</a:p>")  # one group and a fixed beginning: four times as fast as two
_ALTERNATIVE = re.compile(r'<p:cNvPr\b[^>]*?\bdescr="([^"]+)"')
_MARK = re.compile(r"<c:v>([^<]*)</c:v>")
_MOST_WORDS = 12


def check_slides(package: Package, deck: Deck, sink: Sink) -> None:
    """Report slides that are missing or too many, and every word that was lost or was not asked for."""
    parts = _slide_parts(package)
    if len(parts) != len(deck.slides):
        sink.add("lost-slide", NOWHERE, expected=len(deck.slides), found=len(parts))
    for slide, part in zip(deck.slides, parts, strict=False):
        _check_slide(package, slide, part, sink)


def _slide_parts(package: Package) -> list[str]:
    """Return the slides in the order they are shown."""
    presentation = package.related("", "officeDocument")[0]
    targets = package.targets[presentation]
    listed = (attributes(tag)["r:id"] for tag in _SLIDE.findall(package.text(presentation)))
    return [targets[identifier].part for identifier in listed]


def _check_slide(package: Package, slide: DeckSlide, part: str, sink: Sink) -> None:
    expected = expect(slide)
    xml = package.text(part)
    charts = "".join(package.text(chart) for chart in package.related(part, "chart"))
    notes = "".join(package.text(page) for page in package.related(part, "notesSlide"))
    alternatives = [unescape(found) for found in _ALTERNATIVE.findall(xml)] if 'descr="' in xml else []
    marks = [clean(unescape(found)) for found in _MARK.findall(charts)]
    _compare(slide, expected.words, _words(xml), sink)
    _compare(slide, expected.notes, _words(notes), sink)
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
