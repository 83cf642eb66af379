"""The resolve stage: one workshop of the project for one target, with nothing left to look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.model.course import Course, CourseText
from chevalet.model.document import Document, SlideSource
from chevalet.model.inline import Inlines, Text
from chevalet.model.patch import Partner
from chevalet.model.project import BreakSource, ModuleReference, ModuleSource, Project, Workshop
from chevalet.model.session import Session
from chevalet.model.target import Target
from chevalet.resolve.citations import Citations, Facts, Numbers
from chevalet.resolve.clock import Part, check_minutes, find_schedule, make_segments
from chevalet.resolve.context import Context, Scope
from chevalet.resolve.facets import TRAINER, Facets
from chevalet.resolve.footnotes import Footnotes
from chevalet.resolve.links import Addresses, explicit_keys
from chevalet.resolve.locales import LANGUAGES, Language
from chevalet.resolve.reading import add_readings, find_terms, read_text
from chevalet.resolve.sessions import PASTED, find_session, tell_session
from chevalet.resolve.slides import Draft, draft_slide, finish_slide
from chevalet.resolve.sources import list_sources
from chevalet.resolve.terms import compute_terms, fill
from chevalet.resolve.titles import Titles
from chevalet.resolve.typography import examine
from chevalet.resolve.writing import write_title
from chevalet.span import Span

COURSE_FILE = Span("course/course.yaml")
CHAMBER = "chamber.name"
PLACE = "place.name"


def resolve(
    project: Project,
    documents: Mapping[str, Document],
    target: Target,
    texts: Mapping[str, Document] | None = None,
    session: Session | None = None,
) -> tuple[Course | None, tuple[Diagnostic, ...]]:
    """Return the workshop of `target`, whose `documents` are those of its modules by id, and what is wrong with it.

    There is none when the project has no such workshop, or when no locale is known for the language. `texts` are those
    of `course/documents` by id; only when they are given, be it none, does the course hold what documents need. Without
    a `session`, the workshop has one that is not dated, at its schedule's hours.
    """
    sink = Sink()
    workshops = {workshop.identifier: workshop for workshop in project.workshops}
    workshop, language = workshops.get(target.workshop), LANGUAGES.get(target.language)
    if workshop is None:
        near = suggest(target.workshop, workshops)
        sink.add("unknown-workshop", COURSE_FILE, workshop=target.workshop, nearest=near)
    if language is None:
        near = suggest(target.language, LANGUAGES)
        sink.add("unknown-language", COURSE_FILE, language=target.language, nearest=near)
    if workshop is None or language is None:
        return None, tuple(sink.found)
    job = _Job(project, documents, target, workshop, language, texts, session)
    course = _Resolver(job, sink, _number_sources(job)).course()
    return course, tuple(dict.fromkeys(sink.found))


class _Job(Struct, frozen=True):
    """What is asked of the stage, once it is known to exist."""

    project: Project
    documents: Mapping[str, Document]
    target: Target
    workshop: Workshop
    language: Language
    texts: Mapping[str, Document] | None
    session: Session | None


class _Resolver:
    """Resolves one workshop, in the order that numbers its sources: every slide, then every slide's notes.

    What documents alone hold comes last, so that it changes no number of a deck.
    """

    def __init__(self, job: _Job, sink: Sink, numbers: Numbers) -> None:
        self.job = job
        self.sink = sink
        self.session, self.schedule = find_session(job.session, find_schedule(job.project, job.target), job.workshop)
        self.facets = Facets(job.project.facets, job.target, sink)
        self.citations = Citations(known=numbers)
        self.modules = _list_modules(job)
        self.sources = {module.identifier: self._choose(module) for module in self.modules}
        self.context = self._make_context()

    def course(self) -> Course:
        job, place = self.job, self.job.workshop.span
        check_minutes(job.workshop, self.schedule, job.project.modules, self.sink)
        segments = tuple(make_segments(job.workshop, self.parts(), self.schedule.start, self._break_title))
        texts = tuple(self._texts())
        return Course(
            target=job.target,
            locale=job.language.locale,
            course_title=self._write(job.project.title, COURSE_FILE),
            workshop_number=job.workshop.number,
            workshop_title=self._write(job.workshop.title, place),
            summary=self._write(job.workshop.summary, place),
            chamber=examine(job.project.terms.get(CHAMBER, ""), job.language.preset)[0],
            segments=segments,
            sources=list_sources(self.citations, job.language.preset),
            labels=MappingProxyType({}),
            place=examine(job.project.terms.get(PLACE, ""), job.language.preset)[0],
            terms=() if job.texts is None else find_terms(job.project.glossary, segments, self.context),
            texts=texts,
            session=self.session,
            partners=tuple(self._partners()),
            paper=job.project.place.paper if job.project.patch.files else None,
        )

    def _partners(self) -> Iterator[Partner]:
        """Yield the region's partners as their language writes them."""
        preset = self.job.language.preset
        for partner in self.job.project.partners:
            name, role, mention = (
                examine(fill(text, partner.span, self.context), preset)[0]
                for text in (partner.name, partner.role, partner.mention)
            )
            yield replace(partner, name=name, role=role, mention=mention)

    def _choose(self, module: ModuleSource) -> tuple[SlideSource, ...]:
        """Return the slides of a module that are for this target."""
        slides = _document_of(module, self.job).slides
        return tuple(slide for slide in slides if self.facets.keep_slide(slide.conditions))

    def _make_context(self) -> Context:
        project, locale = self.job.project, self.job.language.locale
        written = explicit_keys(slide for module in self.modules for slide in _document_of(module, self.job).slides)
        shown = explicit_keys(slide for slides in self.sources.values() for slide in slides)
        return Context(
            project=project,
            locale=locale,
            preset=self.job.language.preset,
            terms={
                **compute_terms(project, self.job.workshop, self.schedule, locale),
                **tell_session(self.session, project.terms, locale),
            },
            facts=Facts(project.facts, self.sink),
            facets=self.facets,
            addresses=Addresses(written, shown, self.sink),
            sink=self.sink,
        )

    def parts(self) -> dict[str, Part]:
        """Resolve every module: first what its slides show, then what the trainer alone reads."""
        drafts = {module.identifier: self._draft(module) for module in self.modules}
        titles = Titles(self.sink)
        for draft in (draft for drafted in drafts.values() for draft in drafted):
            titles.check(draft.title, draft.source.span)
        parts = {module.identifier: self._part(module, drafts[module.identifier]) for module in self.modules}
        if self.job.texts is None:
            return parts
        return {name: replace(part, slides=add_readings(part.slides, drafts[name])) for name, part in parts.items()}

    def _texts(self) -> Iterator[CourseText]:
        for text in self.job.project.texts.values() if self.job.texts else ():
            document = (self.job.texts or {}).get(text.identifier)
            if document and (not text.workshops or self.job.workshop.identifier in text.workshops):
                is_pasted = text.part in PASTED
                context = replace(self.context, preset=self.job.language.pasted) if is_pasted else self.context
                yield read_text(text, document, context, self.citations)

    def _draft(self, module: ModuleSource) -> list[Draft]:
        return [draft_slide(source, self._scope_of(source, module)) for source in self.sources[module.identifier]]

    def _part(self, module: ModuleSource, drafts: list[Draft]) -> Part:
        scope, spans = self._scope(module), module.spans
        file = Span(module.path)
        return Part(
            module=module,
            title=write_title(module.title, spans.get("title", file), scope),
            objectives=tuple(
                write_title(objective, spans.get(f"objectives.{index}", file), scope)
                for index, objective in enumerate(module.objectives)
            ),
            slides=tuple(slide for draft in drafts for slide in finish_slide(draft)),
            material=() if self.job.texts is None else self._material(module, scope),
        )

    def _material(self, module: ModuleSource, scope: Scope) -> tuple[Inlines, ...]:
        places = (module.spans.get(f"material.{index}", Span(module.path)) for index in range(len(module.material)))
        return tuple(write_title(item, place, scope) for item, place in zip(module.material, places, strict=True))

    def _scope(self, module: ModuleSource) -> Scope:
        return Scope(self.context, module, self.citations, Footnotes(_document_of(module, self.job).footnotes))

    def _scope_of(self, source: SlideSource, module: ModuleSource) -> Scope:
        """Return the scope of a slide: that of its own file, when a region brought it into the module."""
        path = source.span.path
        file = self.job.project.slide_files.get(path)
        if file is None or path == module.path:
            return self._scope(module)
        return Scope(self.context, file, self.citations, Footnotes(_document_of(module, self.job).guests.get(path, {})))

    def _break_title(self, item: BreakSource) -> Inlines:
        return self._write(item.title or self.job.language.locale.words["break"], item.span)

    def _write(self, text: str, place: Span) -> Inlines:
        shown = examine(fill(text, place, self.context), self.context.preset)[0]
        return (Text(shown),) if shown else ()


def _number_sources(job: _Job) -> Numbers:
    """Return the numbers of the trainer's edition, which documents of the others keep."""
    if job.texts is None or job.target.edition == TRAINER:
        return {}
    trainer = _Resolver(replace(job, target=replace(job.target, edition=TRAINER)), Sink(), {})
    trainer.parts()
    return trainer.citations.numbers()


def _list_modules(job: _Job) -> tuple[ModuleSource, ...]:
    """Return the modules of the workshop that could be read, in order; load has reported the others."""
    known = job.project.modules
    names = dict.fromkeys(item.identifier for item in job.workshop.items if isinstance(item, ModuleReference))
    return tuple(known[name] for name in names if name in known)


def _document_of(module: ModuleSource, job: _Job) -> Document:
    return job.documents.get(module.identifier) or Document(module.path, module.identifier, (), {})
