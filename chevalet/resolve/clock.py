"""The clock: when each module and break of a workshop begins, and whether they fill its schedule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.model.course import Segment, Slide
from chevalet.model.inline import Inlines
from chevalet.model.project import BreakSource, ModuleSource, Project, Schedule, Workshop
from chevalet.model.target import Target
from chevalet.span import Span

EVENING = "evening"


class Part(Struct, frozen=True):
    """A module resolved, before it has a place on the clock."""

    module: ModuleSource
    title: Inlines
    objectives: tuple[Inlines, ...]
    slides: tuple[Slide, ...]
    material: tuple[Inlines, ...] = ()


def make_segments(
    workshop: Workshop, parts: Mapping[str, Part], start: int, name_break: Callable[[BreakSource], Inlines]
) -> Iterator[Segment]:
    """Yield the modules and breaks of a workshop one after the other, from `start`, in minutes from midnight."""
    number = 0
    for item in workshop.items:
        part = None if isinstance(item, BreakSource) else parts.get(item.identifier)
        if isinstance(item, BreakSource):
            yield _make_break(item, name_break(item), start)
            start += item.minutes
        elif part is not None:
            number += part.module.has_section
            yield _make_module(part, start, number if part.module.has_section else 0, item.span)
            start += part.module.minutes


def _make_break(item: BreakSource, title: Inlines, start: int) -> Segment:
    return Segment(
        identifier="",
        title=title,
        start=start,
        minutes=item.minutes,
        is_break=True,
        number=0,
        has_section=False,
        objectives=(),
        slides=(),
        span=item.span,
    )


def _make_module(part: Part, start: int, number: int, span: Span) -> Segment:
    return Segment(
        identifier=part.module.identifier,
        title=part.title,
        start=start,
        minutes=part.module.minutes,
        is_break=False,
        number=number,
        has_section=part.module.has_section,
        objectives=part.objectives,
        slides=part.slides,
        span=span,
        priority=part.module.priority,
        at_least=part.module.at_least,
        material=part.material,
    )


def find_schedule(project: Project, target: Target) -> Schedule:
    """Return the schedule of the target's session, that of an evening when it names none that is declared."""
    return project.schedules.get(target.facet("schedule")) or project.schedules[EVENING]


def check_minutes(workshop: Workshop, schedule: Schedule, modules: Mapping[str, ModuleSource], sink: Sink) -> None:
    """Report an evening whose modules and breaks do not add up to it; a missing module has been reported by load."""
    minutes = [
        item.minutes if isinstance(item, BreakSource) else modules[item.identifier].minutes
        for item in workshop.items
        if isinstance(item, BreakSource) or item.identifier in modules
    ]
    is_whole = len(minutes) == len(workshop.items) and all(minutes)
    if schedule.identifier == EVENING and is_whole and sum(minutes) != schedule.minutes:
        sink.add("minutes-do-not-add-up", workshop.span, sum=sum(minutes), expected=schedule.minutes)
