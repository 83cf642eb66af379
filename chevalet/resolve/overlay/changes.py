"""What a region changes of the base, one value at a time: from what to what, and where that was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from chevalet.model.document import Document
from chevalet.model.inline import plain_text
from chevalet.model.patch import Act
from chevalet.model.project import Project
from chevalet.model.region import Region
from chevalet.model.session import Session
from chevalet.span import Span

_TOLD = ("title", "date", "start", "end", "delivery", "place", "address", "access", "registration", "price", "trainer")
_HOURS = ("start", "end")


class Change(Struct, frozen=True):
    """One difference: `kind` is a word of the catalogue (`change.term`); `before` is empty for what is added.

    `after` is empty for what is left out. `base` is where the base says it, empty where it does not.
    """

    kind: str
    name: str
    before: str
    after: str
    span: Span
    base: Span = Span("")


def list_changes(
    project: Project, land: Project, region: Region, documents: Mapping[str, Document]
) -> tuple[Change, ...]:
    """Return all that differs, in the order of the region's file; `documents` are the base's and the region's own."""
    return (
        *_settings(project, land, region),
        *_look(region),
        *_terms(project, land, region),
        *_workshops(project, land, region),
        *_modules(project, land, region),
        *_slides(region, documents),
        *_texts(project, region),
        *_partners(region),
        *_events(region),
        *_sessions(land, region),
    )


def _settings(project: Project, land: Project, region: Region) -> Iterator[Change]:
    if land.language != project.language:
        yield Change("setting", "language", project.language, land.language, region.span_of("language"))
    for name, values in land.facets.items():
        before = project.facets[name]
        if values[:1] != before[:1] and name != "language":
            span = region.spans.get(name) or region.span_of("facets", name)
            yield Change("setting", name, before[0], values[0], span)
    for name, keys in (
        ("country", ("holidays", "country")),
        ("subdivision", ("holidays", "subdivision")),
        ("time_zone", ("time_zone",)),
    ):
        before, after = getattr(project.place, name), getattr(land.place, name)
        if before != after:
            yield Change("setting", name, before, after, region.span_of(*keys))
    if land.place.paper is not project.place.paper:
        span = region.spans.get("paper") or region.span_of("language")
        yield Change("setting", "paper", project.place.paper.value, land.place.paper.value, span)
    if land.theme.accents != project.theme.accents:
        after = ", ".join(land.theme.accents)
        yield Change("setting", "accents", ", ".join(project.theme.accents), after, region.span_of("theme", "accents"))


def _look(region: Region) -> Iterator[Change]:
    if region.look.logo_path:
        yield Change("setting", "logo", "", region.look.logo_path, region.span_of("theme", "logo"))


def _terms(project: Project, land: Project, region: Region) -> Iterator[Change]:
    for name in region.terms:
        before, after = project.terms.get(name, ""), land.terms[name]
        if before != after:
            yield Change("term", name, before, after, region.span_of("terms", *name.split(".")))


def _workshops(project: Project, land: Project, region: Region) -> Iterator[Change]:
    given = {workshop.identifier: workshop for workshop in land.workshops}
    for workshop in project.workshops:
        name, own = workshop.identifier, given.get(workshop.identifier)
        if own is None:
            yield Change("workshop", name, workshop.title, "", region.span_of("workshops", name), workshop.span)
            continue
        for key in ("title", "summary"):
            before, after = getattr(workshop, key), getattr(own, key)
            if before != after:
                yield Change("workshop", name, before, after, region.span_of("workshops", name, key), workshop.span)
    for name, own in given.items():
        if own.number == 0:
            yield Change("workshop", name, "", own.title, region.span_of("sessions", name))


def _modules(project: Project, land: Project, region: Region) -> Iterator[Change]:
    for patch in region.modules:
        name = patch.module or patch.target
        before, after = project.modules.get(patch.target), land.modules.get(name)
        base = Span(before.path) if before else Span("")
        if patch.act is Act.EXCLUDE and before:
            yield Change("module", patch.target, _tell(before.title, before.minutes), "", patch.span, base)
        elif patch.act is Act.REPLACE and before and after:
            told = _tell(before.title, before.minutes), _tell(after.title, after.minutes)
            yield Change("module", patch.target, *told, patch.span, base)
        elif after:
            yield Change("module", name, "", _tell(after.title, after.minutes), patch.span)
    for name, minutes in region.minutes.items():
        module = project.modules.get(name)
        if module and module.minutes != minutes:
            span = region.span_of("modules", "minutes", name)
            yield Change("minutes", name, str(module.minutes), str(minutes), span, Span(module.path))


def _tell(title: str, minutes: int) -> str:
    return f"{title} ({minutes} min)"


def _slides(region: Region, documents: Mapping[str, Document]) -> Iterator[Change]:
    for patch in region.slides:
        document = documents.get(patch.key.partition("/")[0])
        slide = next((each for each in document.slides if each.key == patch.key), None) if document else None
        own = documents.get(patch.path)
        titles = " / ".join(plain_text(each.title) for each in own.slides) if own else ""
        after = f"{titles} ({patch.path.rpartition('/')[2]})" if titles else ""
        if slide is None:
            continue
        is_joined = patch.act in (Act.BEFORE, Act.AFTER)
        before = "" if is_joined else plain_text(slide.title)
        yield Change("slide", patch.key, before, after, patch.span, Span("") if is_joined else slide.span)


def _texts(project: Project, region: Region) -> Iterator[Change]:
    own = region.own.texts
    for rank, name in enumerate(region.excluded):
        if name in project.texts:
            text = project.texts[name]
            yield Change(
                "text", name, text.title, "", region.span_of("documents", "exclude", str(rank)), Span(text.path)
            )
    for name, path in region.replaced.items():
        if name in project.texts and path in own:
            text = project.texts[name]
            span = region.span_of("documents", "replace", name)
            yield Change("text", name, text.title, own[path].title, span, Span(text.path))
    for rank, path in enumerate(region.added):
        if path in own:
            span = region.span_of("documents", "add", str(rank))
            yield Change("text", own[path].identifier, "", own[path].title, span)


def _partners(region: Region) -> Iterator[Change]:
    for partner in region.partners:
        after = ", ".join(filter(None, (partner.name, partner.role, partner.mention)))
        yield Change("partner", partner.identifier, "", after, partner.span)


def _events(region: Region) -> Iterator[Change]:
    for event in region.events:
        days = " – ".join(dict.fromkeys((event.start.isoformat(), event.end.isoformat())))
        after = ", ".join(filter(None, (event.title, days, event.place, event.note)))
        yield Change("event", event.identifier, "", after, region.span_of("events", event.identifier))


def _sessions(land: Project, region: Region) -> Iterator[Change]:
    for session in land.place.sessions:
        span = region.span_of("sessions", session.identifier)
        told = ", ".join(filter(None, (_tell_value(session, name) for name in _TOLD)))
        yield Change("session", session.identifier, "", f"{session.workshop} : {told}", span)


def _tell_value(session: Session, name: str) -> str:
    value = getattr(session, name)
    if name in _HOURS:
        return f"{value // 60:02}:{value % 60:02}"
    return str(value) if value else ""
