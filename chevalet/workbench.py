"""A target through the stages: resolve → layout → emit → verify, each taken when it is first needed, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from types import ModuleType

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic
from chevalet.emit import emit
from chevalet.layout import layout
from chevalet.load import Tree, load_private
from chevalet.model.artifact import Made, Verified
from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.document import Document
from chevalet.model.private import folder_of
from chevalet.model.project import Project
from chevalet.model.session import Session
from chevalet.model.spread import Spread
from chevalet.model.target import Target
from chevalet.plan.outputs import CALENDAR, OUTPUTS, PRINT_SET, TRAINER, is_deck
from chevalet.plan.sources import sources_of
from chevalet.plan.targets import Task
from chevalet.plan.verdict import has_errors
from chevalet.resolve import resolve
from chevalet.resolve.overlay import overlay_documents
from chevalet.verify import verify, verify_file

Found = tuple[Diagnostic, ...]
Parsed = Mapping[str, tuple[Document, Found]]
"""What each file of Markdown became, by its path."""

_TEXTS = "course/documents/"


def make_files(
    project: Project, parsed: Parsed, spread: Spread, tasks: Sequence[Task], private: Tree | None = None
) -> list[Made]:
    """Make files that may share much, as those of a workshop do; an error of its own keeps each from being made.

    `private` reads what private files are made of.
    """
    shelf: Shelf = []
    benches: dict[Target, Workbench] = {}
    has_papers = not all(is_deck(task.kind, task.format) for task in tasks)
    made: list[Made] = []
    for task in tasks:
        if task.target not in benches:
            benches[task.target] = Workbench(project, parsed, spread, task.target, shelf, has_papers=has_papers)
        bench = benches[task.target]
        made.append(bench.make_private(task, private) if task.is_private and private else bench.make(task))
    return made


Draft = object
Emitted = tuple[Verified, Found]
Shelf = list[tuple[tuple[str, str], Draft, Verified, Found]]
"""What was emitted before: kind and format, what of, the file, what there was to say."""


class Workbench:
    """What the files of one target share; papers make the course hold its texts too."""

    def __init__(
        self, project: Project, parsed: Parsed, spread: Spread, target: Target, shelf: Shelf, *, has_papers: bool
    ) -> None:
        self.project = project
        self.parsed = parsed
        self.spread = spread
        self.target = target
        self.shelf = shelf
        self.has_papers = has_papers
        self.drafts: dict[str, tuple[Draft, Found]] = {}
        self.seen: dict[str, tuple[Course | None, Found]] = {}

    def make(self, task: Task) -> Made:
        """Return one file."""
        if is_deck(task.kind, task.format):
            return self._make_deck(task)
        if task.kind == PRINT_SET:
            return self._make_print_set(task)
        return self._make_calendar(task) if task.kind == CALENDAR else self._make_paper(task)

    @cached_property
    def workshop(self) -> tuple[Course | None, Found]:
        """The target's workshop, the first of all for the whole course, and what its sources are told."""
        name = self.target.workshop or self.project.workshops[0].identifier
        return self._resolve(name, has_texts=self.has_papers)

    def _see(self, edition: str) -> tuple[Course | None, Found]:
        """Return the workshop as another edition has it, as the target's own when none is named."""
        if edition in ("", self.target.edition):
            return self.workshop
        if edition not in self.seen:
            name = self.target.workshop or self.project.workshops[0].identifier
            self.seen[edition] = self._resolve(name, edition, has_texts=True)
        return self.seen[edition]

    @cached_property
    def deck(self) -> tuple[Deck | None, Found]:
        course, _ = self.workshop
        return layout(course, self.project.theme, self.spread) if course else (None, ())

    def _resolve(self, workshop: str, edition: str = "", *, has_texts: bool) -> tuple[Course | None, Found]:
        """Return a workshop for an edition, the target's own when none is named."""
        modules = [self.parsed[module.path] for module in sources_of(self.project, workshop).modules]
        listed = {document.module for document, _ in modules}
        own = [self.parsed[path] for path, file in self.project.slide_files.items() if file.identifier in listed]
        texts = {name: self.parsed[text.path] for name, text in self.project.texts.items()} if has_texts else {}
        said = [diagnostic for _, found in (*modules, *own, *texts.values()) for diagnostic in found]
        documents = {document.module: document for document, _ in modules}
        patched, told = overlay_documents(self.project, documents | {document.path: document for document, _ in own})
        course, found = resolve(
            self.project,
            patched,
            replace(self.target, workshop=workshop, edition=edition or self.target.edition),
            {name: document for name, (document, _) in texts.items()} if has_texts else None,
            self._find_session(workshop),
        )
        return course, (*said, *told, *found)

    def _find_session(self, workshop: str) -> Session | None:
        """Return the target's session, for another workshop than its own the first there is; None when none is set."""
        own = [session for session in self.project.place.sessions if session.workshop == workshop]
        named = (session for session in own if session.identifier == self.target.session)
        return next(named, own[0] if own else None)

    def _make_deck(self, task: Task) -> Made:
        course, told = self.workshop
        deck, placed = self.deck
        # What is wrong with a text that no slide shows keeps no deck from being made.
        found = (*(each for each in told if not each.span.path.startswith(_TEXTS)), *placed)
        pages, minutes = len(deck.slides) if deck else 0, _count_minutes(course)
        if deck is None or has_errors(found):
            return Made(b"", "", "", pages, minutes, found)

        def emit_deck() -> Emitted:
            content, emitted = emit(deck, self.project.theme, self.spread)
            verified, checked = verify(content, deck, self.spread)
            return verified, (*emitted, *checked)

        file, said = self._emit_once(task, deck, emit_deck)
        return _finish(file, pages, minutes, (*found, *said))

    def _make_paper(self, task: Task) -> Made:
        course, found = self._see(OUTPUTS[task.kind].seen_by if self.target.edition == TRAINER else "")
        deck, placed = self.deck if printing().needs_deck(task) else (None, ())
        found = (*found, *placed)
        if course is None or has_errors(found):
            return Made(b"", "", "", 0, _count_minutes(course), found)
        if task.kind not in self.drafts:
            others = self._resolve_all(course) if printing().needs_workshops(task) else ()
            material = printing().Material(self.project, course, deck, others)
            self.drafts[task.kind] = printing().draft_paper(task, material)
        draft, composed = self.drafts[task.kind]
        return self._print(task, draft, _count_minutes(course), (*found, *composed))

    def _make_print_set(self, task: Task) -> Made:
        """Return all that is printed for a workshop, the documents of other editions among it."""
        resolved = {edition: self._see(edition) for edition in printing().PRINTED_EDITIONS}
        courses = {edition: course for edition, (course, _) in resolved.items() if course}
        deck, placed = self.deck
        found = (*(each for _, said in resolved.values() for each in said), *placed)
        minutes = _count_minutes(self.workshop[0])
        if len(courses) < len(resolved) or has_errors(found):
            return Made(b"", "", "", 0, minutes, found)
        draft, composed = printing().draft_print_set(courses, deck)
        files = [self._print(replace(task, kind=item.kind), item.flow, minutes, ()) for item in draft.items]
        content, said = printing().bind_print_set(draft, files, self.project.theme)
        file, checked = verify_file(content, task.format)
        told = (told for each in files for told in each.diagnostics)
        return _finish(file, printing().count_pages(content), minutes, (*found, *composed, *told, *said, *checked))

    def make_private(self, task: Task, tree: Tree) -> Made:
        """Return a file made of what `private/` says of the session, which is read for it alone."""
        course, found = self.workshop
        records, said = load_private(tree, folder_of(self.target))
        found = (*found, *printing().weigh_private(task, said))
        if course is None or has_errors(found):
            return Made(b"", "", "", 0, _count_minutes(course), found)
        draft, composed = printing().draft_private(task, printing().Material(self.project, course), records)
        return self._print(task, draft, _count_minutes(course), (*found, *composed))

    def _make_calendar(self, task: Task) -> Made:
        draft, found = printing().draft_calendar(task, self.project)
        return self._print(task, draft, 0, found) if draft else Made(b"", "", "", 0, 0, found)

    def _print(self, task: Task, draft: Draft, minutes: int, found: Found) -> Made:
        def emit_paper() -> Emitted:
            content, emitted = printing().emit_paper(task, draft, self.project.theme)
            if not content:
                return Verified(b"", "", ""), emitted
            verified, checked = verify_file(content, task.format)
            return verified, (*emitted, *checked)

        file, said = self._emit_once(task, draft, emit_paper)
        return _finish(file, printing().count_pages(file.content), minutes, (*found, *said))

    def _emit_once(self, task: Task, draft: Draft, emit: Callable[[], tuple[Verified, Found]]) -> Emitted:
        """Return the file made of a draft, the one made before when another edition has the same."""
        kind = (task.kind, task.format)
        for other, same, file, said in self.shelf:
            if other == kind and same == draft:
                return file, said
        file, said = emit()
        self.shelf.append((kind, draft, file, said))
        return file, said

    def _resolve_all(self, own: Course) -> tuple[Course, ...]:
        """Return all the workshops of the course, in order: this one as it is, the others without their texts."""
        names = (workshop.identifier for workshop in self.project.workshops)
        edition = own.target.edition
        found = (
            own if own.target.workshop == name else self._resolve(name, edition, has_texts=False)[0] for name in names
        )
        return tuple(course for course in found if course)


def printing() -> ModuleType:
    """Return what writes papers: it takes longer to read than a deck to make."""
    return import_module("chevalet.printing")


def _count_minutes(course: Course | None) -> int:
    return sum(segment.minutes for segment in course.segments) if course else 0


def _finish(file: Verified, pages: int, minutes: int, found: Found) -> Made:
    return Made(file.content, file.content_sha256, file.text_sha256, pages, minutes, found)
