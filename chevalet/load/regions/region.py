"""One region, read whole: as much as can be saved, everything wrong with it told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink
from chevalet.load.record import read_record
from chevalet.load.regions.folder import ENDING, LOCK
from chevalet.load.regions.lineage import read_lineage
from chevalet.load.regions.lock import read_lock
from chevalet.load.regions.merge import list_places
from chevalet.load.regions.own import Library, read_modules, read_pictures, read_slides, read_texts
from chevalet.load.regions.patches import patch_modules, patch_slides
from chevalet.load.regions.records import PAPERS, DocumentsRecord, RegionRecord
from chevalet.load.regions.sessions import check_zone, make_session
from chevalet.load.shape import Written
from chevalet.load.tree import Tree
from chevalet.model.calendar_source import ChamberEvent
from chevalet.model.flow import Paper
from chevalet.model.patch import Partner
from chevalet.model.project import Project
from chevalet.model.region import Look, OwnFiles, Place, Region, WorkshopPatch
from chevalet.span import Span


def load_region(tree: Tree, project: Project, identifier: str) -> tuple[Region | None, tuple[Diagnostic, ...]]:
    """Return a region of the project with all that it inherits; None when its file cannot be read at all."""
    sink = Sink()
    folder = project.regions_folder
    own = f"{folder}/{identifier}{ENDING}"
    lineage = read_lineage(tree, folder, identifier, project.regions, sink)
    if lineage.node is None:
        if not sink.found:
            sink.add("empty-region", Span(own, 1, 1, 1, 1), region=identifier)
            return Region(identifier, lineage.files, {"": Span(own, 1, 1, 1, 1)}), tuple(sink.found)
        return None, tuple(sink.found)
    record = read_record(lineage.node, RegionRecord, sink)
    spans = dict(list_places(lineage.node))
    library = Library(tree, lineage.files, sink)
    _check_ids((*record.partners, *record.sessions, *record.events, *record.cases), sink)
    region = _make_region(identifier, record, library, spans)
    accepted = read_lock(tree, f"{folder}/{identifier}{LOCK}")
    return _complete(region, record, library, lineage.files, accepted), tuple(dict.fromkeys(sink.found))


def _make_region(identifier: str, record: RegionRecord, library: Library, spans: Mapping[str, Span]) -> Region:
    """Return what the file alone says."""
    sink, theme = library.sink, record.theme
    documents = record.documents
    return Region(
        identifier=identifier,
        files=(),
        spans=spans,
        language=record.language,
        terms={f"{group}.{name}": text for group, names in record.terms.items() for name, text in names.items()},
        facets={name: value for name, value in _facets(record) if value},
        place=_make_place(record, sink),
        partners=tuple(_make_partners(record, library)),
        events=tuple(_make_events(record, sink)),
        sessions=tuple(session for each in record.sessions if (session := make_session(each, sink))),
        workshops={
            name: WorkshopPatch(each.title, each.summary, each.given) for name, each in record.workshops.items()
        },
        modules=tuple(patch_modules(record.modules, library, sink)) if record.modules else (),
        minutes={name: number for name, number in record.modules.minutes.items() if number} if record.modules else {},
        slides=tuple(patch_slides(record, library, sink)),
        excluded=tuple(filter(None, documents.exclude)) if documents else (),
        look=Look(
            library.find(theme.logo, theme.spans["logo"]) if theme and theme.logo else "",
            tuple(color.lstrip("#").upper() for color in theme.accents if color) if theme else (),
        ),
    )


def _complete(
    region: Region, record: RegionRecord, library: Library, files: tuple[str, ...], accepted: Mapping[str, str]
) -> Region:
    """Return the region with the files that it names."""
    documents = record.documents
    replaced = dict(_find_replaced(documents, library)) if documents else {}
    added = tuple(_find_added(documents, library)) if documents else ()
    named = {path: name for name, path in replaced.items()} | dict.fromkeys(added, "")
    own = OwnFiles(
        modules=read_modules(library, region.modules),
        slides=read_slides(library, region.slides),
        texts=read_texts(library, named, documents.span) if documents else {},
        pictures=read_pictures(library),
    )
    library.tell_unused()
    return replace(region, files=files, own=own, replaced=replaced, added=added, accepted=accepted)


def _find_replaced(documents: DocumentsRecord, library: Library) -> Iterator[tuple[str, str]]:
    for name, file in documents.replace.items():
        if path := library.find(file, documents.spans[f"replace.{name}"]):
            yield name, path


def _find_added(documents: DocumentsRecord, library: Library) -> Iterator[str]:
    for index, file in enumerate(documents.add):
        if path := library.find(file, documents.spans.get(f"add.{index}", documents.span)):
            yield path


def _facets(record: RegionRecord) -> Iterator[tuple[str, str]]:
    yield "law", record.law
    yield "currency", record.currency
    yield from record.facets.items()


def _make_place(record: RegionRecord, sink: Sink) -> Place:
    holidays = record.holidays
    return Place(
        country=holidays.country if holidays else "",
        subdivision=holidays.subdivision if holidays else "",
        time_zone=check_zone(record.time_zone, record.spans, sink),
        paper=Paper(PAPERS[record.paper]) if record.paper else None,
    )


def _make_partners(record: RegionRecord, library: Library) -> Iterator[Partner]:
    for each in record.partners:
        if each.id:
            logo = library.find(each.logo, each.spans["logo"]) if each.logo else ""
            yield Partner(each.id, each.name, each.span, each.role, each.mention, logo)


def _make_events(record: RegionRecord, sink: Sink) -> Iterator[ChamberEvent]:
    for each in record.events:
        if each.id and each.start:
            start, end = (date.fromisoformat(day) for day in (each.start, each.end or each.start))
            if end < start:
                sink.add("end-before-start", each.spans["end"], start=each.start, end=each.end)
            yield ChamberEvent(each.id, each.title, start, max(start, end), each.place, each.note)


def _check_ids(records: Iterable[Written], sink: Sink) -> None:
    """Report an id that two items of one list have."""
    first: dict[tuple[type[Written], str], Span] = {}
    for record in records:
        identifier = str(getattr(record, "id", ""))
        known = first.setdefault((type(record), identifier), record.span)
        if identifier and known is not record.span:
            sink.add("duplicate-id", record.spans["id"], id=identifier, first=f"{known.path}:{known.line}")
