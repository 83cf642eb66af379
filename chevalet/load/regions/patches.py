"""What a region's file does to modules and slides, one act at a time, in the order written."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.diagnostics import Sink
from chevalet.load.regions.own import Library
from chevalet.load.regions.records import (
    ModuleInsertRecord,
    ModulesRecord,
    RegionRecord,
    SlideInsertRecord,
    SlidesRecord,
)
from chevalet.model.patch import Act, SlidePatch
from chevalet.model.region import ModulePatch
from chevalet.span import Span

_ENDING = ".md"


def patch_modules(record: ModulesRecord, library: Library, sink: Sink) -> Iterator[ModulePatch]:
    """Yield what is done to modules."""
    for index, name in enumerate(record.exclude):
        if name:
            yield ModulePatch(Act.EXCLUDE, name, record.spans[f"exclude.{index}"])
    for target, file in record.replace.items():
        span = record.spans[f"replace.{target}"]
        if path := library.find(file, span):
            yield ModulePatch(Act.REPLACE, target, span, path=path)
    for insert in record.insert:
        anchor = _anchor(insert, sink)
        is_file = insert.module.endswith(_ENDING)
        path = library.find(insert.module, insert.spans["module"]) if is_file else ""
        if anchor and (path if is_file else insert.module):
            act, target, span = anchor
            name = insert.module.removesuffix(_ENDING)
            yield ModulePatch(act, target, span, name, path)


def patch_slides(record: RegionRecord, library: Library, sink: Sink) -> Iterator[SlidePatch]:
    """Yield what is done to slides; the region's cases come as slides do."""
    slides = record.slides
    yield from _patch_written(slides, library) if slides else ()
    for insert in (*(slides.insert if slides else ()), *record.cases):
        anchor = _anchor(insert, sink)
        path = library.find(insert.file, insert.spans["file"]) if insert.file else ""
        if anchor and path:
            act, key, span = anchor
            yield SlidePatch(act, key, span, path)


def _patch_written(record: SlidesRecord, library: Library) -> Iterator[SlidePatch]:
    for index, key in enumerate(record.exclude):
        if key:
            yield SlidePatch(Act.EXCLUDE, key, record.spans[f"exclude.{index}"])
    for key, file in record.replace.items():
        span = record.spans[f"replace.{key}"]
        if path := library.find(file, span):
            yield SlidePatch(Act.REPLACE, key, span, path)


def _anchor(record: ModuleInsertRecord | SlideInsertRecord, sink: Sink) -> tuple[Act, str, Span] | None:
    """Return on which side of what it stands; None after telling that it says none, or both."""
    if ("after" in record.spans) == ("before" in record.spans):
        place = next(iter(record.spans.values()), record.span)
        sink.add("one-or-other", place, first="after", second="before")
        return None
    if record.after:
        return Act.AFTER, record.after, record.spans["after"]
    return (Act.BEFORE, record.before, record.spans["before"]) if record.before else None
