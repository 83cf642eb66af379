"""What a region overrides, known by its hash: an override whose base has changed since it was accepted is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from chevalet.diagnostics import Sink
from chevalet.model.document import Document
from chevalet.model.patch import Act
from chevalet.model.project import Project, Written
from chevalet.span import Span

LENGTH = 16
_OVERRIDES = (Act.EXCLUDE, Act.REPLACE)


def hash_overrides(project: Project, land: Project, documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the hash of every part of `project` that its `land` overrides: slides by key, modules and texts by id.

    `documents` are the project's own, by module.
    """
    hashes = {name: hash_source(source) for name, source in _list_sources(project, land)}
    for patch in land.patch.slides:
        document = documents.get(patch.key.partition("/")[0])
        slide = next((each for each in document.slides if each.key == patch.key), None) if document else None
        if slide and patch.act in _OVERRIDES:
            hashes[patch.key] = slide.digest[:LENGTH]
    return hashes


def hash_source(source: Written) -> str:
    """Return the hash of a module or a text as written."""
    return sha256(f"{source.title}\0{source.body}".encode()).hexdigest()[:LENGTH]


def check_sources(project: Project, land: Project, sink: Sink) -> None:
    """Tell of the modules and texts that have changed under the file that takes their place."""
    places = {**land.patch.modules, **land.patch.documents}
    for name, source in _list_sources(project, land):
        check_hash(land, name, hash_source(source), (places[name], Span(source.path)), sink)


def check_slides_accepted(land: Project, documents: Mapping[str, Document], sink: Sink) -> None:
    """Tell of the slides that have changed under what a region does to them."""
    for patch in land.patch.slides:
        document = documents.get(patch.key.partition("/")[0])
        slide = next((each for each in document.slides if each.key == patch.key), None) if document else None
        if slide and slide.identifier and patch.act in _OVERRIDES:
            check_hash(land, patch.key, slide.digest[:LENGTH], (patch.span, slide.span), sink)


def check_hash(land: Project, name: str, found: str, places: tuple[Span, Span], sink: Sink) -> None:
    """Tell of a part that is not as it was accepted, with both places: the region's and the base's."""
    own, base = places
    place = f"{base.path}:{base.line}" if base.line else base.path
    accepted = land.patch.accepted.get(name)
    if accepted is None:
        sink.add("override-not-accepted", own, part=name, place=place, region=land.place.region)
    elif accepted != found:
        sink.add("stale-override", own, part=name, place=place, region=land.place.region)


def _list_sources(project: Project, land: Project) -> Iterator[tuple[str, Written]]:
    yield from ((name, project.modules[name]) for name in land.patch.modules if name in project.modules)
    yield from ((name, project.texts[name]) for name in land.patch.documents if name in project.texts)
