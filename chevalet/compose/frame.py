"""What every document has around its text: paper, cover, foot of the page, and the texts of `course/documents`."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.blocks import Place, open_reading
from chevalet.compose.supplies import Supplies
from chevalet.compose.tree import fingerprint
from chevalet.compose.writing import Desk, join, tell_number, text
from chevalet.model.course import Course
from chevalet.model.flow import Contents, Cover, Flow, FlowBlock, FlowBlocks, Heading, Paper
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.project import TextPart
from chevalet.model.session import SessionStatus

_BASE = "base"
_ONLINE = "online"
# Countries that print on A4, by the end of their language's tag; Canada prints on Letter.
_A4 = ("-FR", "-BE", "-CH")
_BETWEEN = " · "


def make_flow(kind: str, course: Course, blocks: FlowBlocks, cover: Cover, supplies: Supplies) -> Flow:
    """Return the document of one workshop, titled by it."""
    desk = Desk(course.locale)
    number = tell_number(course, desk)
    return Flow(
        kind=kind,
        title=course.workshop_title,
        subtitle=desk.say(kind),
        language=course.locale.tag,
        paper=choose_paper(course),
        number=course.workshop_number,
        cover=cover,
        # In large print the foot holds what tells one document from another, and no more.
        running=join(
            (number, desk.say(kind)) if supplies.is_large else (number, course.workshop_title, desk.say(kind)), _BETWEEN
        ),
        author=course.chamber,
        blocks=blocks,
        is_large=supplies.is_large,
        locale=course.locale,
    )


def choose_paper(course: Course) -> Paper:
    """Return the sheet that the region says, else that of the language's country."""
    return course.paper or (Paper.A4 if course.locale.tag.endswith(_A4) else Paper.LETTER)


def make_stamp(course: Course, supplies: Supplies, blocks: FlowBlocks) -> tuple[tuple[Inlines, Inlines], ...]:
    """Return what tells one printing from another: region, edition, session, and a hash of all it is made of.

    That is what it prints and what stands on the slides it goes with.
    """
    desk, target = Desk(course.locale), course.target
    region = desk.say("region-base") if target.region == _BASE else text(course.place or target.region)
    stamp = (
        (desk.say("region"), region),
        (desk.say("edition"), desk.say(f"edition-{target.edition}")),
        *((desk.say(name), text(value)) for name, value in _tell_session(course, supplies.date, desk)),
    )
    slides = tuple((slide.title, slide.blocks) for segment in course.segments for slide in segment.slides)
    mark = fingerprint((course.workshop_title, target.region, target.edition, stamp, slides, blocks))
    return (*stamp, (desk.say("fingerprint"), text(mark)))


def _tell_session(course: Course, date: str, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield when and where the session is; what is not known yet reads as such."""
    session = course.session
    dated = course.locale.long_date(session.date) if session.date else desk.word("session-date-unset")
    state = f" ({desk.word('cancelled').lower()})" if session.status is SessionStatus.CANCELLED else ""
    yield "session-date", (date or dated) + state
    yield "hours", tell_hours(course)
    unset = "session-online" if session.delivery == _ONLINE else "session-place-unset"
    yield "session-place", ", ".join(filter(None, (session.place, session.address))) or desk.word(unset)
    if session.trainer:
        yield "session-trainer", session.trainer


def tell_hours(course: Course) -> str:
    """Return when the workshop begins and ends, empty when it has no part."""
    if not course.segments:
        return ""
    first, last = course.segments[0], course.segments[-1]
    times = (course.locale.clock_time(each) for each in (first.start, last.start + last.minutes))
    return course.locale.words["from-to"].format(start=next(times), end=next(times))


def list_contents(desk: Desk, depth: int = 1) -> FlowBlocks:
    """Return the table of contents under its title."""
    return (Heading(1, desk.say("contents")), Contents(depth))


def print_texts(part: TextPart, course: Course, desk: Desk, *, has_title: bool = True) -> FlowBlocks:
    """Return the texts written for a place in a document, each under its title unless that stands there already."""
    return tuple(_print_texts(part, course, desk, has_title))


def _print_texts(part: TextPart, course: Course, desk: Desk, has_title: bool) -> Iterator[FlowBlock]:
    for printed in course.texts:
        if printed.part is not part:
            continue
        if has_title:
            yield Heading(1, printed.title, printed.identifier)
        for section in printed.sections:
            place = Place(printed.identifier, plain_text(section.title), has_room=True)
            # The only section of a text needs no title below that of the text.
            if len(printed.sections) > 1:
                yield Heading(2, section.title, section.key)
            yield from open_reading(section.reading, place, desk)
