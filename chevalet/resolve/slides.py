"""Slides: from what a module wrote to what the target shows, with notes, footnotes and revealed solutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chevalet.model.block import Blocks, Container, Paragraph
from chevalet.model.course import Note, Slide
from chevalet.model.document import SlideSource
from chevalet.model.inline import Inlines, Superscript, Text
from chevalet.resolve.blocks import resolve_blocks
from chevalet.resolve.context import Scope
from chevalet.resolve.digest import digest
from chevalet.resolve.footnotes import flatten
from chevalet.resolve.notes import split_notes
from chevalet.resolve.titles import takeaway
from chevalet.resolve.writing import write

REVEALED = "reveal"
SOLUTION = "solution"


@dataclass(frozen=True, slots=True)
class Draft:
    """A slide whose notes and solutions are still to be resolved: sources shown on slides are numbered first.

    Thus the trainer's deck and the participants', which has no notes, give a source the same number.
    """

    slide: Slide
    scope: Scope


@dataclass(frozen=True, slots=True)
class Solution:
    """A solution with the footnotes it is the first to ask for; `is_revealed` when the next slide shows it."""

    blocks: Blocks
    is_revealed: bool
    footnotes: tuple[tuple[str, Inlines], ...]


def draft_slide(source: SlideSource, scope: Scope) -> Draft:
    """Return what a slide shows, its notes and solutions put aside."""
    title = write(source.title, source.span, scope)
    scope = replace(scope, takeaway=takeaway(title))
    layout = source.layout or ("section" if source.is_section else "")
    blocks = resolve_blocks(source.blocks, scope)
    if not blocks and not layout:
        scope.context.sink.add("empty-slide", source.span)
    slide = Slide(
        key=source.key,
        title=title,
        layout=layout,
        fit=source.fit,
        blocks=blocks,
        notes=(),
        footnotes=tuple(_footnotes(scope, 0)),
        span=source.span,
        source_hash=digest(source),
    )
    return Draft(slide, scope)


def finish_slide(draft: Draft) -> Iterator[Slide]:
    """Yield a slide with its notes, then one for each solution it reveals; only the trainer's edition has any."""
    scope = draft.scope
    if not scope.context.facets.holds_notes:
        yield draft.slide
        return
    shown = len(scope.footnotes.asked)
    notes, solutions = _resolve_lifted(scope)
    answers = [Note(scope.context.locale.words["note-solution"], 0, solution.blocks) for solution in solutions]
    below = _note_of(tuple(_footnotes(scope, shown)), draft.slide)
    yield replace(draft.slide, notes=(*notes, *scope.lifted.answers, *answers, *below))
    revealed = [solution for solution in solutions if solution.is_revealed and solution.blocks]
    for number, solution in enumerate(revealed, start=1):
        yield _reveal(draft.slide, solution, number, scope)


def _resolve_lifted(scope: Scope) -> tuple[list[Note], list[Solution]]:
    """Resolve notes and solutions until none is left: either may hold the other."""
    lifted, context = scope.lifted, scope.context
    notes: list[Note] = []
    solutions: list[Solution] = []
    while lifted.notes or lifted.solutions:
        if lifted.notes:
            blocks = resolve_blocks(lifted.notes.pop(0).blocks, scope)
            notes.extend(split_notes(blocks, context.locale.words, context.sink))
        else:
            solutions.append(_solve(lifted.solutions.pop(0), scope))
    return notes, solutions


def _solve(container: Container, scope: Scope) -> Solution:
    before = len(scope.footnotes.asked)
    blocks = resolve_blocks(container.blocks, scope)
    return Solution(blocks, REVEALED in container.attributes, tuple(_footnotes(scope, before)))


def _footnotes(scope: Scope, first: int) -> Iterator[tuple[str, Inlines]]:
    """Yield the footnotes asked for from the `first` on; the text of one may ask for another."""
    footnotes = scope.footnotes
    while first < len(footnotes.asked):
        label, letter = list(footnotes.asked.items())[first]
        blocks = footnotes.definitions[label]
        yield letter, write(flatten(blocks), blocks[0].span, scope) if blocks else ()
        first += 1


def _note_of(footnotes: tuple[tuple[str, Inlines], ...], slide: Slide) -> tuple[Note, ...]:
    """Return the footnotes that only the notes refer to, as a last note."""
    paragraphs = tuple(Paragraph((Superscript(letter), Text(" "), *text), slide.span) for letter, text in footnotes)
    return (Note("", 0, paragraphs),) if paragraphs else ()


def _reveal(slide: Slide, solution: Solution, number: int, scope: Scope) -> Slide:
    """Return the slide that shows a solution, to stand right after the one that asks."""
    words = scope.context.locale.words
    name, rank = ("reveal-title", "") if number == 1 else ("reveal-title-again", f"-{number}")
    before, _, after = words[name].partition("{title}")
    title = (Text(before.format(number=number)), *slide.title, *((Text(after),) if after else ()))
    return Slide(
        key=f"{slide.key}~{SOLUTION}{rank}",
        title=title,
        layout="",
        fit=slide.fit,
        blocks=solution.blocks,
        notes=(),
        footnotes=solution.footnotes,
        span=slide.span,
        source_hash=slide.source_hash,
        generated=SOLUTION,
    )
