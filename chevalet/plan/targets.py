"""Targets, from what the project declares and what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from msgspec import Struct

from chevalet.diagnostics import nearest
from chevalet.model.project import Project
from chevalet.model.target import Target
from chevalet.plan.defaults import ALL, EDITIONS, FORMATS, REGIONS, SESSIONS
from chevalet.plan.names import mark_name, name_file

_OWN_FACETS = ("region", "edition", "language")


class Selection(Struct, frozen=True):
    """What was asked for: names, the word `all`, or nothing, which is the default."""

    regions: tuple[str, ...] = ()
    workshops: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()


class Unknown(Struct, frozen=True):
    """A name asked for that does not exist; `known` are those that do."""

    option: str
    name: str
    known: tuple[str, ...]

    @property
    def nearest(self) -> str:
        return nearest(self.name, self.known)


class Task(Struct, frozen=True):
    """One file to make; `name` is its own, in the folder of its region and edition."""

    target: Target
    kind: str
    format: str
    name: str


def make_plan(project: Project, selection: Selection) -> tuple[tuple[Task, ...], tuple[Unknown, ...]]:
    """Return the files to make, in a stable order, and the names that do not exist."""
    axes, unknown = [], []
    for option, asked, known, default in _axes(project, selection):
        names = known if ALL in asked else asked or default
        axes.append(tuple(name for name in known if name in names))
        unknown += [Unknown(option, name, tuple(known)) for name in names if name not in known]
    return tuple(_make_tasks(product(*axes), project)), tuple(unknown)


def list_known(project: Project) -> dict[str, frozenset[str]]:
    """Return the names of all that the whole course makes, by folder: `region/edition`."""
    everything = Selection(*[(ALL,)] * 6)
    known: dict[str, set[str]] = {}
    for task in make_plan(project, everything)[0]:
        known.setdefault(f"{task.target.region}/{task.target.edition}", set()).add(task.name)
    return {folder: frozenset(names) for folder, names in known.items()}


def _axes(project: Project, asked: Selection) -> Iterator[tuple[str, Sequence[str], Sequence[str], Sequence[str]]]:
    """Yield each part of a target: its option, the names asked for, those that exist, those of the default."""
    workshops = tuple(workshop.identifier for workshop in project.workshops)
    languages = (project.language,)
    yield "--region", asked.regions, REGIONS, REGIONS[:1]
    yield "--edition", asked.editions, EDITIONS, EDITIONS[:1]
    yield "--workshop", asked.workshops, workshops, workshops
    yield "--session", asked.sessions, SESSIONS, SESSIONS[:1]
    yield "--language", asked.languages, languages, languages
    yield "--format", asked.formats, tuple(FORMATS), tuple(FORMATS)


def _make_tasks(choices: Iterable[tuple[str, ...]], project: Project) -> Iterator[Task]:
    facets = tuple((name, values[0]) for name, values in project.facets.items() if values and name not in _OWN_FACETS)
    taken: set[tuple[str, str, str]] = set()
    for region, edition, workshop, session, language, form in choices:
        target = Target(region, workshop, session, edition, language, facets)
        name = name_file(target, FORMATS[form], form, project.language)
        if (region, edition, name) in taken:
            name = mark_name(name, repr(target))
        taken.add((region, edition, name))
        yield Task(target, FORMATS[form], form, name)
