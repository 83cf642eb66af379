"""Targets, from what the project declares and what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import nearest
from chevalet.model.private import folder_of
from chevalet.model.project import Project
from chevalet.model.target import Target
from chevalet.plan.defaults import ALL, EDITIONS, PRIVATE_EDITIONS, REGIONS, SESSIONS
from chevalet.plan.names import mark_name, name_file
from chevalet.plan.outputs import FORMATS, OUTPUTS

_OWN_FACETS = ("region", "edition", "language")
_EDITION = "--edition"


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

    @property
    def is_private(self) -> bool:
        """Say whether the file is made of `private/`: it is never cached, and shown in no other folder."""
        return self.target.edition in PRIVATE_EDITIONS


Lands = Mapping[str, Project]
"""The project as each region has it, by the region's id."""


def choose_regions(project: Project, selection: Selection) -> tuple[tuple[str, ...], tuple[Unknown, ...]]:
    """Return the regions asked for, the base's first, and the names that are none."""
    known, asked = (*REGIONS, *project.regions), selection.regions
    names = known if ALL in asked else asked or REGIONS
    unknown = tuple(Unknown("--region", name, known) for name in _others(asked) if name not in known)
    return tuple(name for name in known if name in names), unknown


def make_plan(
    project: Project, selection: Selection, private: Set[str] = frozenset(), lands: Lands | None = None
) -> tuple[tuple[Task, ...], tuple[Unknown, ...]]:
    """Return the files to make, in a stable order, and the names that do not exist.

    `private` are the paths of the files of `private/`: what is made of them exists where they do. `lands` are the
    regions to make them for, that of the base alone when it is left out.
    """
    lands = {REGIONS[0]: project} if lands is None else lands
    axes, unknown = [], []
    for option, asked, known, default in _axes((project, *lands.values()), selection):
        names = (*(EDITIONS if option == _EDITION else known), *_others(asked)) if ALL in asked else asked or default
        axes.append(tuple(name for name in known if name in names))
        unknown += [Unknown(option, name, tuple(known)) for name in names if name not in known]
    # What is for the whole course is not asked for by the one who wants some of its workshops or sessions.
    whole = all(not asked or ALL in asked for asked in (selection.workshops, selection.sessions))
    tasks = (
        task
        for region, land in lands.items()
        for task in _make_tasks(region, land, axes, is_whole=whole)
        if _is_possible(task, land, private)
    )
    return tuple(tasks), tuple(unknown)


def list_known(
    project: Project, private: Set[str] = frozenset(), lands: Lands | None = None
) -> dict[str, frozenset[str]]:
    """Return the names of all that the whole course makes, by folder: `region/edition`."""
    everything = replace(Selection(*[(ALL,)] * 6), editions=(ALL, *PRIVATE_EDITIONS))
    known: dict[str, set[str]] = {}
    for task in make_plan(project, everything, private, lands)[0]:
        known.setdefault(f"{task.target.region}/{task.target.edition}", set()).add(task.name)
    return {folder: frozenset(names) for folder, names in known.items()}


def _axes(
    projects: Sequence[Project], asked: Selection
) -> Iterator[tuple[str, Sequence[str], Sequence[str], Sequence[str]]]:
    """Yield each part of a target: its option, the names asked for, those that exist, those of the default."""
    workshops = tuple(dict.fromkeys(each.identifier for project in projects for each in project.workshops))
    languages = tuple(dict.fromkeys(project.language for project in projects))
    dated = (session.identifier for project in projects for session in project.place.sessions)
    sessions = tuple(dict.fromkeys((*SESSIONS, *dated)))
    yield _EDITION, asked.editions, (*EDITIONS, *PRIVATE_EDITIONS), EDITIONS[:1]
    yield "--workshop", asked.workshops, workshops, workshops
    yield "--session", asked.sessions, sessions, sessions
    yield "--language", asked.languages, languages, languages
    yield "--format", asked.formats, FORMATS, FORMATS


def _others(asked: Sequence[str]) -> Iterator[str]:
    """Yield the names asked for beside the word that stands for many."""
    return (name for name in asked if name != ALL)


def _is_possible(task: Task, project: Project, private: Set[str]) -> bool:
    """Say whether a file's session has what it is made of: a private file, a text; and whether it is of use there."""
    output = OUTPUTS[task.kind]
    if output.deliveries and task.target.facet("delivery") not in output.deliveries:
        return False
    if output.private and not any(f"{folder_of(task.target)}/{name}" in private for name in output.private):
        return False
    return output.needs is None or any(
        text.part is output.needs and task.target.workshop in (text.workshops or (task.target.workshop,))
        for text in project.texts.values()
    )


def _make_tasks(region: str, project: Project, axes: Sequence[Sequence[str]], *, is_whole: bool) -> Iterator[Task]:
    """Yield a region's tasks target by target, the whole course's after the workshops'."""
    *_, formats = axes
    taken: set[tuple[str, str, str]] = set()
    for target in _make_targets(region, project, axes, is_whole=is_whole):
        for output in OUTPUTS.values():
            if target.edition in output.editions and output.is_for_course == (not target.workshop):
                for form in (form for form in output.formats if form in formats):
                    name = name_file(target, output.kind, form, project.language)
                    if (target.region, target.edition, name) in taken:
                        name = mark_name(name, repr(target))
                    taken.add((target.region, target.edition, name))
                    yield Task(target, output.kind, form, name)


def _make_targets(region: str, project: Project, axes: Sequence[Sequence[str]], *, is_whole: bool) -> Iterator[Target]:
    editions, workshops, sessions, languages, _ = axes
    facets = {name: values[0] for name, values in project.facets.items() if values and name not in _OWN_FACETS}
    chosen = [each.identifier for each in project.workshops if each.identifier in workshops]
    for workshop in (*chosen, "") if is_whole and project.workshops else chosen:
        for (session, said), edition in product(_list_sessions(project, workshop), editions):
            if session in sessions and project.language in languages:
                own = tuple({**facets, **said}.items())
                yield Target(region, workshop, session, edition, project.language, own)


def _list_sessions(project: Project, workshop: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a workshop's sessions, each with the facets it decides; one that is not dated when the region set none."""
    dated = [session for session in project.place.sessions if workshop and session.workshop == workshop]
    for session in dated:
        given = {"delivery": session.delivery, "schedule": session.schedule}
        yield session.identifier, {name: value for name, value in given.items() if value and name in project.facets}
    if not dated:
        yield SESSIONS[0], {}
