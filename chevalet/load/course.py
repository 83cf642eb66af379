"""`course/course.yaml`: the course's title, terms, facets and schedules, and its workshops with their modules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from msgspec import field

from chevalet.diagnostics import Sink
from chevalet.load.record import read_record
from chevalet.load.shape import (
    CLOCK,
    IDENTIFIER,
    LANGUAGE,
    MINUTES,
    PLAIN,
    Key,
    ListOf,
    MapOf,
    RecordOf,
    Text,
    TextOr,
    Written,
)
from chevalet.load.text import read_nodes
from chevalet.load.tree import Tree
from chevalet.model.project import BreakSource, ModuleReference, Schedule, Workshop
from chevalet.span import Span
from chevalet.yaml_nodes import Scalar

PATH = "course/course.yaml"
# Resolve fills these in: `{{workshop.title}}`, `{{session.start}}`, `{{course.title}}`, `{{fact.id}}`.
RESERVED = ("course", "fact", "session", "workshop")
USUAL = Schedule("evening", 18 * 60 + 30, 135, Span(PATH))
FACET_VALUE = Text("[A-Za-z0-9-]+", example="in-person")


class BreakRecord(Written, frozen=True, kw_only=True):
    """Une pause."""

    minutes: Annotated[int, Key(MINUTES, "La durée de la pause, en minutes.", "break")]
    title: Annotated[str, Key(PLAIN, "Le nom de la pause à l'ordre du jour; « Pause » s'il manque.")] = ""


class WorkshopRecord(Written, frozen=True, kw_only=True):
    """Un atelier."""

    id: Annotated[str, Key(IDENTIFIER, "L'identifiant de l'atelier, et le nom de son dossier dans modules/.")]
    title: Annotated[str, Key(PLAIN, "Le titre de l'atelier.")]
    summary: Annotated[str, Key(PLAIN, "L'atelier en une phrase.")] = ""
    modules: Annotated[
        tuple[str | BreakRecord, ...],
        Key(
            ListOf(TextOr(IDENTIFIER, BreakRecord)),
            "Les modules, dans l'ordre de la soirée; « break: 10 » est une pause de 10 minutes.",
        ),
    ]


class ScheduleRecord(Written, frozen=True, kw_only=True):
    """Un horaire."""

    start: Annotated[str, Key(CLOCK, "L'heure du début, sur 24 heures : « 18:30 ».")]
    minutes: Annotated[int, Key(MINUTES, "La durée de l'atelier, pauses comprises, en minutes.")]


class CourseRecord(Written, frozen=True, kw_only=True):
    """Le cours : son titre, ses termes, ses facettes, ses horaires et ses ateliers."""

    title: Annotated[str, Key(PLAIN, "Le titre du cours.")]
    language: Annotated[str, Key(LANGUAGE, "La langue du cours : « fr-CA ».")] = "fr-CA"
    terms: Annotated[
        Mapping[str, Mapping[str, str]],
        Key(
            MapOf(IDENTIFIER, MapOf(IDENTIFIER, PLAIN)),
            "Les termes, par groupe : « place: {name: …} » remplit {{place.name}}.",
        ),
    ] = field(default_factory=dict)
    facets: Annotated[
        Mapping[str, tuple[str, ...]],
        Key(
            MapOf(IDENTIFIER, ListOf(FACET_VALUE)),
            "Les facettes auxquelles un passage « only » peut être réservé, et leurs valeurs.",
        ),
    ] = field(default_factory=dict)
    schedules: Annotated[
        Mapping[str, ScheduleRecord],
        Key(MapOf(IDENTIFIER, RecordOf(ScheduleRecord)), "Les horaires; « evening » est celui de la version de base."),
    ]
    workshops: Annotated[tuple[WorkshopRecord, ...], Key(ListOf(RecordOf(WorkshopRecord)), "Les ateliers, en ordre.")]


def read_course(tree: Tree, sink: Sink) -> CourseRecord | None:
    """Return `course.yaml` as written, or None when it cannot be read at all."""
    failures = len(sink.found)
    node = read_nodes(tree, PATH, sink)
    if node is None and len(sink.found) > failures:
        return None
    course = read_record(node or Scalar(None, Span(PATH, 1, 1, 1, 1), ""), CourseRecord, sink)
    _check_terms(course, sink)
    _check_ids(course, sink)
    if course.schedules and USUAL.identifier not in course.schedules:
        sink.add("missing-key", course.spans["schedules"], key=USUAL.identifier)
    return course


def flatten_terms(course: CourseRecord) -> dict[str, str]:
    """Return the terms by the name a document calls them by: `place.name`."""
    return {f"{place}.{name}": text for place, names in course.terms.items() for name, text in names.items()}


def make_schedules(course: CourseRecord) -> dict[str, Schedule]:
    """Return the schedules by id, their start in minutes from midnight; the base region's is always there."""
    written = {
        identifier: Schedule(identifier, _minutes_of(record.start), record.minutes, record.span)
        for identifier, record in course.schedules.items()
    }
    return {USUAL.identifier: USUAL} | written


def make_workshops(course: CourseRecord) -> tuple[Workshop, ...]:
    """Return the workshops that have an id, numbered by their place in the list."""
    return tuple(
        Workshop(record.id, number, record.title, record.summary, tuple(_items_of(record)), record.span)
        for number, record in enumerate(course.workshops, start=1)
        if record.id
    )


def list_modules(course: CourseRecord) -> tuple[tuple[str, ModuleReference], ...]:
    """Return every module that a workshop lists, after that workshop's id."""
    return tuple(
        (record.id, item)
        for record in course.workshops
        for item in _items_of(record)
        if isinstance(item, ModuleReference)
    )


def list_items(
    written: Iterable[str | BreakRecord], spans: Mapping[str, Span]
) -> Iterator[ModuleReference | BreakSource]:
    """Yield what the key `modules` of a workshop or of a session lists; `spans` are those of its record."""
    for index, item in enumerate(written):
        if isinstance(item, BreakRecord):
            yield BreakSource(item.title, item.minutes, item.span)
        elif item:
            yield ModuleReference(item, spans[f"modules.{index}"])


def _items_of(record: WorkshopRecord) -> list[ModuleReference | BreakSource]:
    return list(list_items(record.modules, record.spans))


def _minutes_of(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if minute else 0


def _check_terms(course: CourseRecord, sink: Sink) -> None:
    for name in RESERVED:
        if name in course.terms:
            sink.add("reserved-term", course.spans[f"terms.{name}"], name=name)


def _check_ids(course: CourseRecord, sink: Sink) -> None:
    workshops: dict[str, Span] = {}
    for record in course.workshops:
        if record.id:
            _check_new(record.id, record.spans["id"], workshops, sink)
        modules: dict[str, Span] = {}
        for item in _items_of(record):
            if isinstance(item, ModuleReference):
                _check_new(item.identifier, item.span, modules, sink)


def _check_new(identifier: str, span: Span, known: dict[str, Span], sink: Sink) -> None:
    first = known.setdefault(identifier, span)
    if first is not span:
        sink.add("duplicate-id", span, id=identifier, first=f"{first.path}:{first.line}")
