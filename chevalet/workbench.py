"""One target through the stages: resolve → layout → emit → verify, each when it is first needed, once for all files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic
from chevalet.emit import emit
from chevalet.layout import layout
from chevalet.model.artifact import Made, Verified
from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.document import Document
from chevalet.model.project import Project
from chevalet.model.spread import Spread
from chevalet.plan.outputs import is_deck
from chevalet.plan.sources import sources_of
from chevalet.plan.targets import Task
from chevalet.plan.verdict import has_errors
from chevalet.resolve import resolve
from chevalet.verify import verify, verify_file

Found = tuple[Diagnostic, ...]
Parsed = Mapping[str, tuple[Document, Found]]
"""What each file of Markdown became, by its path."""

_TEXTS = "course/documents/"


def make_files(project: Project, parsed: Parsed, spread: Spread, tasks: Sequence[Task]) -> list[Made]:
    """Make the files of one target; an error of its own keeps each from being made."""
    bench = Workbench(project, parsed, spread, tasks)
    return [bench.make(task) for task in tasks]


class Workbench:
    """What the files of one target share; papers make the course hold its texts too."""

    def __init__(self, project: Project, parsed: Parsed, spread: Spread, tasks: Sequence[Task]) -> None:
        self.project = project
        self.parsed = parsed
        self.spread = spread
        self.target = tasks[0].target
        self.has_papers = not all(is_deck(task.kind, task.format) for task in tasks)

    def make(self, task: Task) -> Made:
        """Return one file."""
        return self._make_deck() if is_deck(task.kind, task.format) else self._make_paper(task)

    @cached_property
    def workshop(self) -> tuple[Course | None, Found]:
        """The target's workshop, the first of all for the whole course, and what its sources are told."""
        return self._resolve(self.target.workshop or self.project.workshops[0].identifier)

    @cached_property
    def deck(self) -> tuple[Deck | None, Found]:
        course, _ = self.workshop
        return layout(course, self.project.theme, self.spread) if course else (None, ())

    def _resolve(self, workshop: str) -> tuple[Course | None, Found]:
        modules = [self.parsed[module.path] for module in sources_of(self.project, workshop).modules]
        texts = {name: self.parsed[text.path] for name, text in self.project.texts.items()} if self.has_papers else {}
        said = [diagnostic for _, found in (*modules, *texts.values()) for diagnostic in found]
        course, found = resolve(
            self.project,
            {document.module: document for document, _ in modules},
            replace(self.target, workshop=workshop),
            {name: document for name, (document, _) in texts.items()} if self.has_papers else None,
        )
        return course, (*said, *found)

    def _make_deck(self) -> Made:
        course, told = self.workshop
        deck, placed = self.deck
        # What is wrong with a text that no slide shows keeps no deck from being made.
        found = (*(each for each in told if not each.span.path.startswith(_TEXTS)), *placed)
        made = Verified(b"", "", "")
        if deck and not has_errors(found):
            content, emitted = emit(deck, self.project.theme, self.spread)
            made, checked = verify(content, deck, self.spread)
            found = (*found, *emitted, *checked)
        return _finish(made, len(deck.slides) if deck else 0, course, found)

    def _make_paper(self, task: Task) -> Made:
        from chevalet import printing  # noqa: PLC0415 — what writes papers takes longer to read than a deck to make

        course, found = self.workshop
        needs_deck = printing.needs_deck(task)
        deck, placed = self.deck if needs_deck else (None, ())
        found = (*found, *placed)
        if course is None or has_errors(found):
            return _finish(Verified(b"", "", ""), 0, course, found)
        others = self._resolve_others() if task.is_for_course else ()
        material = printing.Material(self.project, course, deck, others)
        content, said = printing.print_paper(task, material)
        made, checked = verify_file(content, task.format)
        return _finish(made, printing.count_pages(content), course, (*found, *said, *checked))

    def _resolve_others(self) -> tuple[Course, ...]:
        """Return all the workshops of the course, in order."""
        found = (self._resolve(workshop.identifier)[0] for workshop in self.project.workshops)
        return tuple(course for course in found if course)


def _finish(made: Verified, pages: int, course: Course | None, found: Found) -> Made:
    minutes = sum(segment.minutes for segment in course.segments) if course else 0
    return Made(made.content, made.content_sha256, made.text_sha256, pages, minutes, found)
