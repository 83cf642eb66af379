"""The texts of `course/documents` as the region has them."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.diagnostics import Sink, suggest
from chevalet.model.project import Project, TextSource
from chevalet.model.region import Region


def overlay_texts(project: Project, region: Region, sink: Sink) -> Mapping[str, TextSource]:
    """Return the texts by id, in the order of their ids."""
    texts = dict(project.texts)
    for rank, name in enumerate(region.excluded):
        _check(name, ("documents", "exclude", str(rank)), (project, region), sink)
        texts.pop(name, None)
    for name, path in region.replaced.items():
        if _check(name, ("documents", "replace", name), (project, region), sink) and path in region.own.texts:
            texts[name] = region.own.texts[path]
    for rank, path in enumerate(region.added):
        text = region.own.texts.get(path)
        first = texts.get(text.identifier) or project.modules.get(text.identifier) if text else None
        if first is not None:
            span = region.span_of("documents", "add", str(rank))
            sink.add("duplicate-id", span, id=first.identifier, first=first.path)
        elif text:
            texts[text.identifier] = text
    return dict(sorted(texts.items()))


def _check(name: str, keys: tuple[str, ...], beside: tuple[Project, Region], sink: Sink) -> bool:
    project, region = beside
    if name not in project.texts:
        near = suggest(name, project.texts)
        sink.add("unknown-document", region.span_of(*keys), document=name, nearest=near)
    return name in project.texts
