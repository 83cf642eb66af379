"""The slides of a region's modules: left out, replaced, joined by those of its own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.model.document import Document, SlideSource
from chevalet.model.patch import Act, SlidePatch
from chevalet.model.project import ModuleReference, Project
from chevalet.resolve.overlay.accepted import check_slides_accepted


def overlay_documents(
    project: Project, documents: Mapping[str, Document]
) -> tuple[Mapping[str, Document], tuple[Diagnostic, ...]]:
    """Return the documents by module, with the slides that the project's region changes; its files are by path."""
    if not project.patch.slides:
        return documents, ()
    sink = Sink()
    patched = dict(documents)
    check_slides_accepted(project, documents, sink)
    for module, patches in _by_module(project.patch.slides).items():
        if module in patched:
            patched[module] = _patch_document(patched[module], patches, documents, sink)
    return patched, tuple(sink.found)


def check_slides(base: Project, project: Project, sink: Sink) -> None:
    """Report the slides of modules that there are not, or that no workshop lists, be it one that is not given here."""
    listed = {
        item.identifier
        for each in (*base.workshops, *project.workshops)
        for item in each.items
        if isinstance(item, ModuleReference)
    }
    for patch in project.patch.slides:
        module = patch.key.partition("/")[0]
        if module not in project.modules:
            sink.add("unknown-region-module", patch.span, module=module, nearest=suggest(module, project.modules))
        elif module not in listed:
            sink.add("module-not-taught", patch.span, module=module)


def _by_module(patches: Sequence[SlidePatch]) -> Mapping[str, list[SlidePatch]]:
    grouped: dict[str, list[SlidePatch]] = {}
    for patch in patches:
        grouped.setdefault(patch.key.partition("/")[0], []).append(patch)
    return grouped


def _patch_document(
    document: Document, patches: Sequence[SlidePatch], files: Mapping[str, Document], sink: Sink
) -> Document:
    slides, guests = document.slides, dict(document.guests)
    for patch in patches:
        own = files.get(patch.path)
        if _check(patch, document, own, sink):
            slides = tuple(_patch_slides(slides, patch, own.slides if own else ()))
            if own:
                guests[own.path] = own.footnotes
    _check_ids(slides, document.path, sink)
    return replace(document, slides=slides, guests=guests)


def _check(patch: SlidePatch, document: Document, own: Document | None, sink: Sink) -> bool:
    """Say whether a patch finds its slide, and its file some slides; tell when not."""
    explicit = [slide.key for slide in document.slides if slide.identifier]
    unnamed = next((each for each in document.slides if each.key == patch.key and not each.identifier), None)
    if unnamed:
        place = f"{unnamed.span.path}:{unnamed.span.line}"
        sink.add("slide-without-id", patch.span, slide=patch.key, place=place)
    elif patch.key not in explicit:
        sink.add("unknown-slide", patch.span, slide=patch.key, nearest=suggest(patch.key, explicit))
    elif own is not None and not own.slides:
        sink.add("file-without-slide", patch.span, path=own.path)
    else:
        return own is not None or not patch.path
    return False


def _patch_slides(
    slides: Sequence[SlideSource], patch: SlidePatch, own: Sequence[SlideSource]
) -> Iterator[SlideSource]:
    for slide in slides:
        if slide.key != patch.key:
            yield slide
            continue
        match patch.act:
            case Act.EXCLUDE:
                pass
            case Act.REPLACE:
                # The slide keeps its name: links to it, and other regions' patches, still find it.
                yield replace(own[0], key=slide.key, identifier=slide.identifier)
                yield from own[1:]
            case Act.BEFORE:
                yield from (*own, slide)
            case Act.AFTER:
                yield from (slide, *own)
            case _:
                assert_never(patch.act)


def _check_ids(slides: Sequence[SlideSource], path: str, sink: Sink) -> None:
    """Report a slide of the region whose id its module has already."""
    first: dict[str, SlideSource] = {}
    for slide in slides:
        known = first.setdefault(slide.key, slide)
        if known is not slide:
            late, early = (slide, known) if slide.span.path != path else (known, slide)
            place = f"{early.span.path}:{early.span.line}"
            sink.add("duplicate-id", late.span, id=late.key.partition("/")[2], first=place)
