"""The region's sessions, complete: their hours, what they are of; one with its own modules is a workshop of its own."""

from __future__ import annotations

from collections.abc import Mapping

from chevalet.diagnostics import Sink, suggest
from chevalet.model.calendar_source import CalendarPlace
from chevalet.model.project import BreakSource, ModuleReference, Project, Schedule, Workshop
from chevalet.model.region import Region, SessionSource
from chevalet.model.session import Session
from chevalet.span import Span

USUAL = "evening"
LONGEST = 8 * 60
"""The longest session there is, in minutes: an end that comes later than that is one before its start."""
_DAY = 24 * 60
_DELIVERY = "delivery"


def make_sessions(project: Project, region: Region, sink: Sink) -> tuple[tuple[Session, ...], tuple[Workshop, ...]]:
    """Return the sessions in the order written, and the workshops of the project with those that sessions make."""
    workshops = {workshop.identifier: workshop for workshop in project.workshops}
    sessions = []
    for source in region.sessions:
        workshop = _find_workshop(source, workshops, project, sink)
        if workshop is not None:
            workshops[workshop.identifier] = workshop
            sessions.append(_make_session(source, workshop, (project, region), sink))
    return tuple(sessions), tuple(workshops.values())


def _find_workshop(
    source: SessionSource, workshops: Mapping[str, Workshop], project: Project, sink: Sink
) -> Workshop | None:
    """Return the workshop of a session, None after telling that there is none of that name."""
    if not source.workshop:
        return _make_workshop(source, project, workshops, sink) if source.items else None
    if source.workshop not in workshops:
        near = suggest(source.workshop, workshops)
        sink.add("unknown-workshop", source.spans["workshop"], workshop=source.workshop, nearest=near)
    return workshops.get(source.workshop)


def _make_workshop(
    source: SessionSource, project: Project, workshops: Mapping[str, Workshop], sink: Sink
) -> Workshop | None:
    """Return the workshop of a session that lists its own modules; it has no number among the others."""
    if source.identifier in workshops:
        first = workshops[source.identifier].span
        sink.add("duplicate-id", source.spans["id"], id=source.identifier, first=f"{first.path}:{first.line}")
        return None
    for item in source.items:
        if isinstance(item, ModuleReference) and item.identifier not in project.modules:
            near = suggest(item.identifier, project.modules)
            sink.add("unknown-region-module", item.span, module=item.identifier, nearest=near)
    return Workshop(source.identifier, 0, source.title, "", source.items, source.spans.get("modules", source.span))


def _make_session(source: SessionSource, workshop: Workshop, beside: tuple[Project, Region], sink: Sink) -> Session:
    project, region = beside
    schedule = _find_schedule(source, project, sink)
    start = schedule.start if source.start is None else source.start
    usual = _count(workshop, project) if source.items else schedule.minutes
    end = (start + usual) % _DAY if source.end is None else source.end
    _check_length(source, workshop, (start, end), project, sink)
    return Session(
        identifier=source.identifier,
        title=source.title or workshop.title,
        workshop=workshop.identifier,
        start=start,
        end=end,
        time_zone=source.time_zone or region.place.time_zone or CalendarPlace().time_zone,
        date=source.date,
        revision=source.revision,
        status=source.status,
        place=source.place,
        address=source.address,
        access=source.access,
        delivery=source.delivery or _usual_delivery(project),
        capacity=source.capacity,
        registration=source.registration,
        price=source.price,
        trainer=source.trainer,
        schedule=schedule.identifier,
        participants=source.participants,
    )


def _usual_delivery(project: Project) -> str:
    return next(iter(project.facets.get(_DELIVERY, ())), "in-person")


def _find_schedule(source: SessionSource, project: Project, sink: Sink) -> Schedule:
    """Return the schedule that the session names, that of an evening for an unknown one."""
    name = source.schedule or next(iter(project.facets.get("schedule", ())), USUAL)
    if name not in project.schedules:
        span = source.spans.get("schedule", source.span)
        sink.add("unknown-schedule", span, schedule=name, nearest=suggest(name, project.schedules))
    return project.schedules.get(name) or project.schedules[USUAL]


def _check_length(
    source: SessionSource, workshop: Workshop, hours: tuple[int, int], project: Project, sink: Sink
) -> None:
    """Report a session that ends before it starts, or whose hours are not those of its modules and breaks."""
    start, end = hours
    span, length = _place_hours(source), (end - start) % _DAY
    if not 0 < length <= LONGEST:
        sink.add("end-before-start", span, start=_tell(start), end=_tell(end))
        return
    needed = _count(workshop, project)
    is_said = source.end is not None or bool(source.schedule) or bool(source.items)
    if is_said and needed and needed != length:
        sink.add("session-does-not-fit", span, session=source.identifier, sum=needed, expected=length)


def _place_hours(source: SessionSource) -> Span:
    return next((source.spans[key] for key in ("end", "schedule", "modules") if key in source.spans), source.span)


def _count(workshop: Workshop, project: Project) -> int:
    """Return the minutes of a workshop, 0 when one of its modules has none that are known."""
    minutes = [
        item.minutes if isinstance(item, BreakSource) else _minutes_of(item.identifier, project)
        for item in workshop.items
    ]
    return sum(minutes) if all(minutes) else 0


def _minutes_of(name: str, project: Project) -> int:
    module = project.modules.get(name)
    return module.minutes if module else 0


def _tell(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
