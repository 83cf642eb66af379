"""What an output folder holds, from its manifest: by workshop, by kind, in the order of the course and of the plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct

from chevalet.diagnostics import Severity
from chevalet.model.listing import ListedFile, ListedGroup, ListedKind, ListedSource, Listing
from chevalet.model.project import Project
from chevalet.plan.defaults import REGIONS, SESSIONS
from chevalet.plan.outputs import FORMATS, OUTPUTS, TRAINER
from chevalet.plan.sources import sources_of
from chevalet.resolve.locales import LANGUAGES, Language
from chevalet.resolve.plain_titles import resolve_title

_KINDS = tuple(OUTPUTS)


class Place(Struct, frozen=True):
    """A folder: its region, its edition, and the way from it back to the root, empty where that leads nowhere."""

    region: str
    edition: str
    way_home: str = ""


class _Line(Struct, frozen=True):
    """What is read of a manifest's entry."""

    path: str
    kind: str
    format: str
    workshop: str
    session: str
    language: str
    bytes: int
    slides: int
    minutes: int
    stale: bool
    diagnostics: list[dict[str, Any]] = []


def list_made(project: Project, place: Place, entries: Iterable[Mapping[str, Any]]) -> Listing:
    """Return what a folder holds; an entry that is not as we write them is left out."""
    lines = sorted(_read_lines(entries), key=_rank)
    numbers = {workshop.identifier: workshop.number for workshop in project.workshops}
    by_number: dict[int, list[_Line]] = {}
    for line in lines:
        by_number.setdefault(numbers.get(line.workshop, 0), []).append(line)
    course = by_number.pop(0, [])
    groups = [_list_workshop(project, place, number, by_number[number]) for number in sorted(by_number)]
    if course:
        groups.append(ListedGroup(0, "", _list_kinds(project, course)))
    region = "" if place.region == REGIONS[0] else place.region
    title = _title(project.title, project)
    return Listing(_language(project).locale, title, region, place.edition, _is_for_trainer(place), tuple(groups))


def _language(project: Project) -> Language:
    """Return the course's language; one in a language that we lack has failures to tell all the same."""
    return LANGUAGES.get(project.language, LANGUAGES["fr-CA"])


def _title(text: str, project: Project) -> str:
    return resolve_title(text, project, _language(project))


def _is_for_trainer(place: Place) -> bool:
    return place.edition == TRAINER


def _read_lines(entries: Iterable[Mapping[str, Any]]) -> Iterator[_Line]:
    for entry in entries:
        try:
            line = msgspec.convert(dict(entry), _Line)
        except msgspec.ValidationError:
            continue
        if line.kind in OUTPUTS:
            yield line


def _rank(line: _Line) -> tuple[object, ...]:
    form = FORMATS.index(line.format) if line.format in FORMATS else len(FORMATS)
    return _KINDS.index(line.kind), line.session != SESSIONS[0], line.session, line.language, form, line.path


def _list_workshop(project: Project, place: Place, number: int, lines: Sequence[_Line]) -> ListedGroup:
    workshop = next(each for each in project.workshops if each.number == number)
    told = _tell_severities(lines) if _is_for_trainer(place) else []
    return ListedGroup(
        number,
        _title(workshop.title, project),
        _list_kinds(project, lines),
        max(line.minutes for line in lines),
        _list_sources(project, place, workshop.identifier) if _is_for_trainer(place) and place.way_home else (),
        told.count(Severity.WARNING.value),
        told.count(Severity.NOTICE.value),
    )


def _list_kinds(project: Project, lines: Sequence[_Line]) -> tuple[ListedKind, ...]:
    kinds = groupby(lines, attrgetter("kind"))
    return tuple(ListedKind(kind, tuple(_list_file(project, line) for line in group)) for kind, group in kinds)


def _list_file(project: Project, line: _Line) -> ListedFile:
    session = "" if line.session == SESSIONS[0] else line.session
    language = "" if line.language == project.language else line.language
    variant = ", ".join(filter(None, (session, language)))
    return ListedFile(line.path, line.format, line.bytes, line.slides, variant, line.stale)


def _list_sources(project: Project, place: Place, workshop: str) -> tuple[ListedSource, ...]:
    modules = sources_of(project, workshop).modules
    return tuple(ListedSource(_title(module.title, project), place.way_home + module.path) for module in modules)


def _tell_severities(lines: Sequence[_Line]) -> list[str]:
    """Return the severity of each diagnostic of a workshop, those of several files once."""
    told = {json.dumps(record, sort_keys=True): record for line in lines for record in line.diagnostics}
    return [str(record.get("severity")) for record in told.values()]
