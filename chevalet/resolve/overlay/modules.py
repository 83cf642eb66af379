"""Modules and workshops as the region has them: left out, replaced, joined, shortened, retitled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec.structs import replace

from chevalet.diagnostics import Sink, suggest
from chevalet.model.patch import Act
from chevalet.model.project import BreakSource, ModuleReference, ModuleSource, Project, Workshop
from chevalet.model.region import ModulePatch, Region

Items = tuple[ModuleReference | BreakSource, ...]


def overlay_modules(project: Project, region: Region, sink: Sink) -> Mapping[str, ModuleSource]:
    """Return the modules by id, the region's own among them."""
    modules = dict(project.modules)
    for patch in region.modules:
        own = region.own.modules.get(patch.path)
        if patch.act is Act.REPLACE:
            if own and _is_known(patch.target, project, patch, sink):
                modules[patch.target] = own
        elif own:
            first = modules.get(own.identifier)
            if first is not None and first.path != own.path:
                sink.add("duplicate-id", patch.span, id=own.identifier, first=first.path)
            else:
                modules[own.identifier] = own
    for name, minutes in region.minutes.items():
        _set_minutes(name, minutes, modules, region, sink)
    return modules


def overlay_workshops(project: Project, region: Region, sink: Sink) -> tuple[Workshop, ...]:
    """Return the workshops that are given; `project` has the region's modules already."""
    patches = [patch for patch in region.modules if _is_usable(patch, project, sink)]
    workshops = []
    for name in region.workshops:
        _check_workshop(name, project, region, sink)
    for workshop in project.workshops:
        said = region.workshops.get(workshop.identifier)
        if said is None or said.is_given:
            patched = _patch_workshop(workshop, patches, region)
            title, summary = (said.title, said.summary) if said else ("", "")
            workshops.append(replace(patched, title=title or workshop.title, summary=summary or workshop.summary))
    _check_listed(patches, project.workshops, sink)
    return tuple(workshops)


def list_modules(workshop: Workshop) -> Iterator[str]:
    """Yield the ids of the modules of a workshop."""
    return (item.identifier for item in workshop.items if isinstance(item, ModuleReference))


def _patch_workshop(workshop: Workshop, patches: list[ModulePatch], region: Region) -> Workshop:
    """Return a workshop with its list changed; what is wrong with its minutes is then told of the region's file."""
    items = workshop.items
    for patch in patches:
        items = tuple(_patch_items(items, patch))
    is_timed = any(name in region.minutes for name in list_modules(workshop))
    is_changed = items != workshop.items or is_timed
    return replace(workshop, items=items, span=region.span_of("modules")) if is_changed else workshop


def _patch_items(items: Items, patch: ModulePatch) -> Iterator[ModuleReference | BreakSource]:
    joined = ModuleReference(patch.module, patch.span)
    for item in items:
        if not isinstance(item, ModuleReference) or item.identifier != patch.target:
            yield item
            continue
        match patch.act:
            case Act.EXCLUDE:
                pass
            case Act.REPLACE:
                yield item
            case Act.BEFORE:
                yield from (joined, item)
            case Act.AFTER:
                yield from (item, joined)
            case _:
                assert_never(patch.act)


def _is_usable(patch: ModulePatch, project: Project, sink: Sink) -> bool:
    """Say whether a patch names modules that there are; which those are is settled once for all its workshops."""
    if patch.act is Act.REPLACE:
        return False
    known = _is_known(patch.target, project, patch, sink)
    return known and (patch.act is Act.EXCLUDE or _is_known(patch.module, project, patch, sink))


def _is_known(name: str, project: Project, patch: ModulePatch, sink: Sink) -> bool:
    if name not in project.modules:
        sink.add("unknown-region-module", patch.span, module=name, nearest=suggest(name, project.modules))
    return name in project.modules


def _check_listed(patches: list[ModulePatch], workshops: tuple[Workshop, ...], sink: Sink) -> None:
    """Report what is done to a module that no workshop lists."""
    listed = {name for workshop in workshops for name in list_modules(workshop)}
    listed |= {patch.module for patch in patches}
    for patch in patches:
        if patch.target not in listed:
            sink.add("module-not-taught", patch.span, module=patch.target)


def _check_workshop(name: str, project: Project, region: Region, sink: Sink) -> None:
    known = [workshop.identifier for workshop in project.workshops]
    if name not in known:
        sink.add("unknown-workshop", region.span_of("workshops", name), workshop=name, nearest=suggest(name, known))


def _set_minutes(name: str, minutes: int, modules: dict[str, ModuleSource], region: Region, sink: Sink) -> None:
    span, module = region.span_of("modules", "minutes", name), modules.get(name)
    if module is None:
        sink.add("unknown-region-module", span, module=name, nearest=suggest(name, modules))
    elif not module.at_least <= minutes <= module.at_most:
        limits = {"at_least": module.at_least, "at_most": module.at_most}
        sink.add("minutes-out-of-range", span, minutes=minutes, **limits)
    else:
        modules[name] = replace(module, minutes=minutes)
