"""Targets, from what the project declares and what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from chevalet.diagnostics import nearest
from chevalet.model.project import Project
from chevalet.model.target import Target
from chevalet.plan.defaults import ALL, EDITIONS, REGIONS, SESSIONS
from chevalet.plan.names import mark_name, name_file
from chevalet.plan.outputs import FORMATS, OUTPUTS

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
    """One file to make; `name` is its own, in the folder of its region and edition.

    The target of what is made for the whole course has no workshop.
    """

    target: Target
    kind: str
    format: str
    name: str

    @property
    def is_for_course(self) -> bool:
        return not self.target.workshop


def make_plan(project: Project, selection: Selection) -> tuple[tuple[Task, ...], tuple[Unknown, ...]]:
    """Return the files to make, in a stable order, and the names that do not exist."""
    axes, unknown = [], []
    for option, asked, known, default in _axes(project, selection):
        names = known if ALL in asked else asked or default
        axes.append(tuple(name for name in known if name in names))
        unknown += [Unknown(option, name, tuple(known)) for name in names if name not in known]
    # What is for the whole course is not asked for by the one who wants some of its workshops.
    whole = not selection.workshops or ALL in selection.workshops
    return tuple(_make_tasks(axes, project, is_whole=whole)), tuple(unknown)


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
    yield "--edition", asked.editions, EDITIONS, EDITIONS
    yield "--workshop", asked.workshops, workshops, workshops
    yield "--session", asked.sessions, SESSIONS, SESSIONS[:1]
    yield "--language", asked.languages, languages, languages
    yield "--format", asked.formats, FORMATS, FORMATS


def _make_tasks(axes: Sequence[Sequence[str]], project: Project, *, is_whole: bool) -> Iterator[Task]:
    """Yield the tasks target by target, the whole course's after the workshops'."""
    *_, formats = axes
    taken: set[tuple[str, str, str]] = set()
    for target in _make_targets(axes, project, is_whole=is_whole):
        for output in OUTPUTS.values():
            if target.edition in output.editions and output.is_for_course == (not target.workshop):
                for form in (form for form in output.formats if form in formats):
                    name = name_file(target, output.kind, form, project.language)
                    if (target.region, target.edition, name) in taken:
                        name = mark_name(name, repr(target))
                    taken.add((target.region, target.edition, name))
                    yield Task(target, output.kind, form, name)


def _make_targets(axes: Sequence[Sequence[str]], project: Project, *, is_whole: bool) -> Iterator[Target]:
    facets = tuple((name, values[0]) for name, values in project.facets.items() if values and name not in _OWN_FACETS)
    regions, editions, workshops, sessions, languages, _ = axes
    for workshop in (*workshops, "") if is_whole else workshops:
        for region, session, edition, language in product(regions, sessions, editions, languages):
            yield Target(region, workshop, session, edition, language, facets)
