"""Certificates of attendance: one for each person who was there, or none at all when one of them cannot be made."""

from __future__ import annotations

from chevalet.compose.frame import make_flow
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, capitalize, text
from chevalet.diagnostics import Diagnostic, Sink
from chevalet.model.certificate import Certificate, Certificates
from chevalet.model.course import Course
from chevalet.model.flow import Cover
from chevalet.model.inline import Inlines
from chevalet.model.private import Person
from chevalet.span import Span


def compose_certificates(
    course: Course, people: tuple[Person, ...], accreditation: str = ""
) -> tuple[Certificates, tuple[Diagnostic, ...]]:
    """Return the certificates of those who were present, in the order in which they are listed.

    The accreditation number is printed when there is one. A certificate without a date is worth nothing: it is told.
    """
    sink, desk = Sink(), Desk(course.locale)
    present = [person for person in people if person.is_present]
    _check(course, present, people, sink)
    frame = make_flow("certificates", course, (), Cover(is_whole_page=False), Supplies())
    return Certificates(
        frame=frame,
        heading=desk.say("certificates"),
        before_name=desk.say("certificate-to"),
        before_title=desk.say("certificate-for"),
        goals_label=desk.say("certificate-goals"),
        goals=list_goals(course),
        signatures=(
            (desk.say("certificate-trainer"), text(course.session.trainer)),
            (desk.say("certificate-organizer"), _issuer(course)),
        ),
        issuer=_issuer(course),
        certificates=tuple(_make(person, course, accreditation, desk) for person in present),
    ), tuple(sink.found)


def list_goals(course: Course) -> tuple[Inlines, ...]:
    """Return the first objective of each numbered part, of each part when none is numbered."""
    parts = [segment for segment in course.segments if segment.objectives]
    numbered = [segment for segment in parts if segment.number]
    return tuple(segment.objectives[0] for segment in numbered or parts)


def tell_length(hours: float, desk: Desk) -> Inlines:
    """Return a length in hours and minutes."""
    whole, minutes = divmod(round(hours * 60), 60)
    if not whole:
        return desk.say("length-minutes", minutes=minutes)
    return desk.say("length-hours-minutes" if minutes else "length-hours", hours=whole, minutes=f"{minutes:02}")


def count_hours(course: Course) -> float:
    """Return how long the workshop lasts, in hours, breaks comprised."""
    return sum(segment.minutes for segment in course.segments) / 60


def _check(course: Course, present: list[Person], people: tuple[Person, ...], sink: Sink) -> None:
    if not present:
        sink.add("nobody-present", Span(people[0].span.path if people else ""))
    undated = [person for person in present if not (person.day or course.session.date)]
    if undated:
        sink.add("undated-certificate", undated[0].span)


def _issuer(course: Course) -> Inlines:
    return capitalize(text(course.chamber))


def _make(person: Person, course: Course, accreditation: str, desk: Desk) -> Certificate:
    day, session = person.day or course.session.date, course.session
    place = ", ".join(filter(None, (session.place, session.address))) or course.place
    details = (
        ("hours", tell_length(person.hours or count_hours(course), desk)),
        ("date", text(course.locale.long_date(day)) if day else ()),
        ("place", capitalize(text(place))),
        ("accreditation", text(accreditation)),
    )
    told = tuple((desk.say(f"certificate-{name}"), value) for name, value in details if value)
    return Certificate(person.name, person.organization, told, person.span)
