"""Describing: a figure in words, for the notes, which hold text only, and for a slide that has no room to draw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chevalet.layout.drafts import Draft, draft_paragraph
from chevalet.layout.pieces import Figure
from chevalet.model.block import ChartBlock, MockupBlock, Picture, StepsBlock, Table
from chevalet.model.diagram import Chart, Step
from chevalet.model.inline import Emphasis, Inlines, Strong, Text

BETWEEN_CELLS = (Text(" | "),)
BETWEEN_PARTS = (Text(" – "),)


def describe(figure: Figure) -> Iterator[Draft]:
    """Yield a figure as paragraphs: each row of a table, each step of a drawing, the alternative text of the others."""
    for inlines in _lines(figure):
        draft = draft_paragraph(inlines)
        if any(run.text.strip() for run in draft.runs):
            yield draft


def _lines(figure: Figure) -> Iterator[Inlines]:
    match figure:
        case Table(header, rows):
            yield (Strong(_join(header, BETWEEN_CELLS)),)
            for row in rows:
                yield _join(row, BETWEEN_CELLS)
        case Picture(alt=alt, caption=caption):
            yield (Text(alt),)
            yield (Emphasis((Text(caption),)),)
        case ChartBlock(chart):
            yield chart.title
            yield (Text(chart.alt),) if isinstance(chart, Chart) else chart.alt
            yield chart.source or ()
        case StepsBlock(steps):
            yield from map(_step, steps.steps)
        case MockupBlock(mockup):
            yield from mockup.fields.values()


def _step(step: Step) -> Inlines:
    return _join((step.when, (Strong(step.title),), step.text), BETWEEN_PARTS)


def _join(texts: Iterable[Inlines], between: Inlines) -> Inlines:
    """Return texts one after the other, those that say nothing left out."""
    joined: Inlines = ()
    for text in texts:
        if text:
            joined = (*joined, *between, *text) if joined else text
    return joined
