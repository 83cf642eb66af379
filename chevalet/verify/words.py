"""The words a slide of the deck is to hold, as layout placed them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from chevalet.model.deck import (
    DeckSlide,
    Placed,
    PlacedChart,
    PlacedGroup,
    PlacedPicture,
    PlacedShape,
    PlacedTable,
    PlacedText,
    TextParagraph,
)
from chevalet.model.diagram import Chart

# XML 1.0 §2.2: characters no XML file can hold, so none is to be looked for.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class Expected(Struct, frozen=True):
    """What a slide is to hold: words of its text, alt texts, what its charts name and count, words of its notes."""

    words: tuple[str, ...]
    alternatives: tuple[str, ...]
    marks: tuple[str, ...]
    notes: tuple[str, ...]


def expect(slide: DeckSlide) -> Expected:
    """Return what a file made of `slide` is to hold."""
    text: list[str] = []
    alternatives: list[str] = []
    marks: list[str] = []
    for item in slide.items:
        text.extend(_paragraphs(item))
        alternatives.extend(alt for alt in map(clean, _alternatives(item)) if alt)
        if isinstance(item, PlacedChart):
            marks.extend(_marks(item.chart))
    notes = clean(" ".join(map(_line, slide.notes)))
    return Expected(tuple(clean(" ".join(text)).split()), tuple(alternatives), tuple(marks), tuple(notes.split()))


def clean(text: str) -> str:
    """Return `text` without the characters XML cannot hold, line feeds and tabs as spaces."""
    return _UNWRITABLE.sub("", text).replace("\n", " ").replace("\t", " ")


def _line(paragraph: TextParagraph) -> str:
    return "".join([run.text for run in paragraph.runs])


def _paragraphs(item: Placed) -> Iterator[str]:
    match item:
        case PlacedText(body=body):
            yield from map(_line, body.paragraphs)
        case PlacedShape(body=body):
            yield from map(_line, body.paragraphs if body else ())
        case PlacedGroup(shapes=shapes):
            for shape in shapes:
                yield from _paragraphs(shape)
        case PlacedTable(rows=rows):
            yield from (_line(paragraph) for row in rows for cell in row.cells for paragraph in cell.paragraphs)
        case PlacedChart() | PlacedPicture():
            return
        case _:
            assert_never(item)


def _alternatives(item: Placed) -> Iterable[str]:
    match item:
        case PlacedText():
            return ()
        case PlacedShape() | PlacedPicture():
            return () if item.decorative else (item.alt,)
        case PlacedGroup():
            return (item.alt, *(alt for shape in item.shapes for alt in _alternatives(shape)))
        case PlacedTable() | PlacedChart():
            return (item.alt,)
        case _:
            assert_never(item)


def _marks(chart: Chart) -> Iterator[str]:
    """Yield every name and value of a chart, as its cells hold them."""
    for series in chart.series:
        yield clean(series.label)
        yield from map(clean, chart.categories)
        yield from (f"{value:.15g}" for value in series.values if value is not None)
