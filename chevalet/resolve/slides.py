"""Slides: from what a module wrote to what the target shows, with notes, footnotes and revealed solutions."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from chevalet.model.block import Blocks, Container, Paragraph
from chevalet.model.course import Note, Slide
from chevalet.model.document import SlideSource
from chevalet.model.inline import Inlines, Superscript, Text
from chevalet.resolve.blocks import resolve_blocks
from chevalet.resolve.context import Scope
from chevalet.resolve.footnotes import flatten
from chevalet.resolve.notes import split_notes
from chevalet.resolve.titles import takeaway
from chevalet.resolve.writing import write
from chevalet.span import Span

REVEALED = "reveal"
SOLUTION = "solution"
REVEALED_NOTES = ("note-answer", "note-debrief", "note-transition", "note-describe")
"""The notes of a slide that its trainer needs again when the solution is shown."""


class Draft(Struct, frozen=True):
    """What a slide shows; its notes and solutions are still to be resolved, so that sources on slides come first.

    Thus the trainer's deck and the participants', which has no notes, give a source the same number.
    """

    source: SlideSource
    scope: Scope
    title: Inlines
    blocks: Blocks
    footnotes: tuple[tuple[str, Inlines], ...]


class Solution(Struct, frozen=True):
    """A solution with the footnotes it is the first to ask for; `is_revealed` when the next slide shows it."""

    blocks: Blocks
    is_revealed: bool
    footnotes: tuple[tuple[str, Inlines], ...]


def draft_slide(source: SlideSource, scope: Scope) -> Draft:
    """Return what a slide shows, its notes and solutions put aside."""
    title = write(source.title, source.span, scope)
    scope.takeaway = takeaway(title)
    told = len(scope.context.sink.found)
    blocks = resolve_blocks(source.blocks, scope)
    # A chart that cannot be drawn has been told: its slide is not empty for want of content.
    if not blocks and not _layout(source) and len(scope.context.sink.found) == told:
        scope.context.sink.add("empty-slide", source.span)
    return Draft(source, scope, title, blocks, tuple(list_footnotes(scope, 0)))


def finish_slide(draft: Draft) -> Iterator[Slide]:
    """Yield a slide with its notes, then one for each solution it reveals; only the trainer's edition has any."""
    scope = draft.scope
    if not scope.context.facets.holds_notes:
        yield _make_slide(draft, ())
        return
    shown = len(scope.footnotes.asked)
    notes, solutions = _resolve_lifted(scope)
    label = scope.context.locale.words["note-solution"]
    answers = [Note(label, 0, solution.blocks, kind="note-solution") for solution in solutions]
    below = _note_of(tuple(list_footnotes(scope, shown)), draft.source.span)
    slide = _make_slide(draft, (*notes, *scope.lifted.answers, *answers, *below))
    yield slide
    revealed = [solution for solution in solutions if solution.is_revealed and solution.blocks]
    for number, solution in enumerate(revealed, start=1):
        yield _reveal(slide, solution, number, scope)


def _make_slide(draft: Draft, notes: tuple[Note, ...]) -> Slide:
    source = draft.source
    return Slide(
        key=source.key,
        title=draft.title,
        layout=_layout(source),
        fit=source.fit,
        blocks=draft.blocks,
        notes=notes,
        footnotes=draft.footnotes,
        span=source.span,
        source_hash=source.digest,
        is_confidential=any(condition.name == "confidential" for condition in source.conditions),
    )


def _layout(source: SlideSource) -> str:
    return source.layout or ("section" if source.is_section else "")


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
    return Solution(blocks, REVEALED in container.attributes, tuple(list_footnotes(scope, before)))


def list_footnotes(scope: Scope, first: int) -> Iterator[tuple[str, Inlines]]:
    """Yield the footnotes asked for from the `first` on; the text of one may ask for another."""
    footnotes = scope.footnotes
    while first < len(footnotes.asked):
        label, letter = list(footnotes.asked.items())[first]
        blocks = footnotes.definitions[label]
        yield letter, write(flatten(blocks), blocks[0].span, scope) if blocks else ()
        first += 1


def _note_of(footnotes: tuple[tuple[str, Inlines], ...], span: Span) -> tuple[Note, ...]:
    """Return the footnotes that only the notes refer to, as a last note."""
    paragraphs = tuple(Paragraph((Superscript(letter), Text(" "), *text), span) for letter, text in footnotes)
    return (Note("", 0, paragraphs),) if paragraphs else ()


def _reveal(slide: Slide, solution: Solution, number: int, scope: Scope) -> Slide:
    """Return the slide that shows a solution, to stand right after the one that asks."""
    words = scope.context.locale.words
    name, rank = ("reveal-title", "") if number == 1 else ("reveal-title-again", f"-{number}")
    before, _, after = words[name].partition("{title}")
    ends = [(Text(text.format(number=number)),) if text else () for text in (before, after)]
    title = (*ends[0], *slide.title, *ends[1])
    labels = {words[name] for name in REVEALED_NOTES}
    return Slide(
        key=f"{slide.key}~{SOLUTION}{rank}",
        title=title,
        layout="",
        fit=slide.fit,
        blocks=solution.blocks,
        notes=tuple(note for note in slide.notes if note.label in labels),
        footnotes=solution.footnotes,
        span=slide.span,
        source_hash=slide.source_hash,
        generated=SOLUTION,
    )
