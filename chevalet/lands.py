"""The project as regions have it: each loaded, then laid over the base; or one beside it, to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from chevalet.diagnostics import Diagnostic
from chevalet.load import Tree, load_region
from chevalet.model.document import Document
from chevalet.model.project import Project
from chevalet.model.region import Region
from chevalet.parse import parse
from chevalet.plan.defaults import REGIONS
from chevalet.plan.targets import Lands
from chevalet.plan.verdict import settle
from chevalet.resolve.overlay import overlay, overlay_project


class Surveyed(Struct, frozen=True):
    """A region beside the base, to be compared: `documents` are the base's by module, and the region's own by path."""

    project: Project
    land: Project
    region: Region
    documents: Mapping[str, Document]


def survey(tree: Tree, project: Project, identifier: str) -> tuple[Surveyed | None, tuple[Diagnostic, ...]]:
    """Return a region of the project with all that it touches, None when it cannot be read; make nothing."""
    region, found = load_region(tree, project, identifier)
    if region is None:
        return None, found
    touched = dict.fromkeys(patch.key.partition("/")[0] for patch in region.slides)
    modules = {name: parse(project.modules[name])[0] for name in touched if name in project.modules}
    own = {path: parse(file) for path, file in region.own.slides.items()}
    documents = modules | {path: document for path, (document, _) in own.items()}
    land, _, told = overlay(project, documents, region)
    said = (each for _, diagnostics in own.values() for each in diagnostics)
    return Surveyed(project, land, region, documents), settle((*found, *told, *said))


def read_lands(tree: Tree, project: Project, regions: Iterable[str]) -> tuple[Lands, tuple[Diagnostic, ...]]:
    """Return the project as regions have it, by id; one that cannot be read is told and left out."""
    lands: dict[str, Project] = {}
    told: list[Diagnostic] = []
    for identifier in regions:
        if identifier == REGIONS[0]:
            lands[identifier] = project
            continue
        region, found = load_region(tree, project, identifier)
        told += found
        if region is not None:
            lands[identifier], found = overlay_project(project, region)
            told += found
    return lands, tuple(told)
