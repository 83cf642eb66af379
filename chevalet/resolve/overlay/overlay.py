"""A region laid over the project: what it says in place of what the course says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.model.calendar_source import CalendarPlace
from chevalet.model.document import Document
from chevalet.model.flow import Paper
from chevalet.model.patch import Act, Partner, Patch
from chevalet.model.picture import PictureData
from chevalet.model.project import Project
from chevalet.model.region import Region
from chevalet.model.session import Session
from chevalet.resolve.locales import LANGUAGES
from chevalet.resolve.overlay.accepted import check_sources
from chevalet.resolve.overlay.colors import overlay_theme
from chevalet.resolve.overlay.modules import overlay_modules, overlay_workshops
from chevalet.resolve.overlay.sessions import make_sessions
from chevalet.resolve.overlay.slides import check_slides, overlay_documents
from chevalet.resolve.overlay.terms import overlay_terms
from chevalet.resolve.overlay.texts import overlay_texts
from chevalet.resolve.picture_header import Fault, read_header
from chevalet.span import Span

MONDAY, SUNDAY = 0, 6
# What is asked for, not said: every region has its own name and every edition.
_OF_THE_TARGET = ("region", "edition")
_BASE_COUNTRY = "CA"
# Countries that print on A4, by the end of their language's tag.
_A4 = ("-FR", "-BE", "-CH")


def overlay(
    project: Project, documents: Mapping[str, Document], region: Region
) -> tuple[Project, Mapping[str, Document], tuple[Diagnostic, ...]]:
    """Return the project and its documents, by id, as the region has them, and what is wrong with it.

    `documents` are those of the region's project: the modules and texts that it shows, and its own files, by path.
    """
    applied, found = overlay_project(project, region)
    patched, more = overlay_documents(applied, documents)
    return applied, patched, found + more


def overlay_project(project: Project, region: Region) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Return the project as the region has it, but for the slides, which are to be parsed first."""
    sink = Sink()
    own = region.own
    applied = replace(
        project,
        language=_choose_language(project, region, sink),
        terms=overlay_terms(project, region, sink),
        facets=_overlay_facets(project, region, sink),
        theme=overlay_theme(project.theme, region, sink),
        texts=overlay_texts(project, region, sink),
        pictures={**project.pictures, **own.pictures},
        partners=tuple(_read_partners(region, sink)),
        slide_files=own.slides,
        modules=overlay_modules(project, region, sink),
    )
    applied = replace(applied, workshops=overlay_workshops(applied, region, sink))
    sessions, workshops = make_sessions(applied, region, sink)
    applied = replace(applied, workshops=workshops, place=_make_place(region, applied.language, sessions))
    applied = replace(applied, patch=_make_patch(region))
    check_slides(project, applied, sink)
    check_sources(project, applied, sink)
    return applied, tuple(dict.fromkeys(sink.found))


def _choose_language(project: Project, region: Region, sink: Sink) -> str:
    if region.language and region.language not in LANGUAGES:
        near = suggest(region.language, LANGUAGES)
        sink.add("unknown-language", region.span_of("language"), language=region.language, nearest=near)
        return project.language
    return region.language or project.language


def _overlay_facets(project: Project, region: Region, sink: Sink) -> Mapping[str, tuple[str, ...]]:
    """Return the facets, the region's value of each first: it is the one that a target has."""
    facets = {name: values for name, values in project.facets.items() if name not in _OF_THE_TARGET}
    given = {"language": region.language} if region.language in facets.get("language", ()) else {}
    for name, value in {**given, **region.facets}.items():
        span = region.spans.get(name) or region.span_of("facets", name)
        known = facets.get(name)
        if known is None:
            sink.add("unknown-facet", span, facet=name, nearest=suggest(name, facets))
        elif value not in known:
            sink.add("unknown-facet-value", span, facet=name, value=value, nearest=suggest(value, known))
        else:
            facets[name] = (value, *(each for each in known if each != value))
    return {**project.facets, **facets}


def _read_partners(region: Region, sink: Sink) -> Iterator[Partner]:
    for partner in region.partners:
        place = region.span_of("partners", partner.identifier, "logo")
        yield replace(partner, logo=read_logo(region, partner.logo_path, place, sink))
    if region.look.logo_path:
        place = region.span_of("theme", "logo")
        logo = read_logo(region, region.look.logo_path, place, sink)
        yield Partner("", region.terms.get("chamber.name", ""), place, logo_path=region.look.logo_path, logo=logo)


def read_logo(region: Region, path: str, span: Span, sink: Sink) -> PictureData | None:
    """Return a logo, None when there is none, or after telling that it is no picture that can be shown."""
    content = region.own.pictures.get(path)
    if content is None:
        return None
    header = read_header(content)
    if isinstance(header, Fault):
        sink.add("unreadable-picture", span, picture=path.rpartition("/")[2], most=100)
        return None
    return PictureData(content, header.width, header.height, header.format, header.orientation)


def _usual_paper(language: str) -> Paper:
    return Paper.A4 if language.endswith(_A4) else Paper.LETTER


def _make_place(region: Region, language: str, sessions: tuple[Session, ...]) -> CalendarPlace:
    usual, said = CalendarPlace(), region.place
    country = said.country or usual.country
    return CalendarPlace(
        region=region.identifier,
        country=country,
        subdivision=said.subdivision if said.country else usual.subdivision,
        time_zone=said.time_zone or usual.time_zone,
        paper=said.paper or _usual_paper(language),
        week_start=SUNDAY if country == _BASE_COUNTRY else MONDAY,
        events=region.events,
        sessions=sessions,
        span=region.span_of("holidays"),
    )


def _make_patch(region: Region) -> Patch:
    return Patch(
        files=region.files,
        slides=region.slides,
        modules={patch.target: patch.span for patch in region.modules if patch.act is Act.REPLACE},
        documents={name: region.span_of("documents", "replace", name) for name in region.replaced},
        accepted=region.accepted,
    )
