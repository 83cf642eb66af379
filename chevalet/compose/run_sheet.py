"""The run sheet: the whole workshop on one page, on the clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chevalet.compose.activities import count_minutes, find_activities, find_containers
from chevalet.compose.numbering import Numbering
from chevalet.compose.quantities import count_material
from chevalet.compose.writing import NOWHERE, Desk, text
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course, Segment
from chevalet.model.flow import Aside, FlowBlocks, Heading
from chevalet.model.inline import Emphasis, Inlines, plain_text
from chevalet.model.project import Priority

_ON_SCREEN = ("online", "hybrid")
_TEAMS = ("pairs", "trios", "small-groups")
_COLUMNS = ("time", "minutes", "part", "mode", "slides", "material", "who", "producer", "cut")


def make_run_sheet(course: Course, numbering: Numbering, desk: Desk) -> FlowBlocks:
    """Return the run sheet, a row a part or break; a column of what the producer does when the session is online."""
    is_online = course.target.facet("delivery") in _ON_SCREEN
    columns = [name for name in _COLUMNS if name != "producer" or is_online]
    ranks = _rank_cuts(course)
    cells = [_tell(segment, numbering, desk) | {"cut": _cut(segment, ranks, desk)} for segment in course.segments]
    cells += _tell_end(course, desk)
    kept = [name for name in columns if any(row.get(name) for row in cells)]
    header = tuple(desk.say(f"run-{name}") for name in kept)
    rows = tuple(tuple(row.get(name, ()) for name in kept) for row in cells)
    alignments = tuple(Alignment.RIGHT if name == "minutes" else Alignment.LEFT for name in kept)
    title = Heading(1, desk.say("run-sheet"), "run-sheet")
    how_to_cut = (Aside(desk.say("run-cut-how")),) if ranks else ()
    return (title, Table(header, rows, alignments, NOWHERE), *how_to_cut)


def _tell(segment: Segment, numbering: Numbering, desk: Desk) -> dict[str, Inlines]:
    return {
        "time": text(desk.locale.clock_time(segment.start)),
        "minutes": text(str(segment.minutes)),
        "part": (Emphasis(segment.title),) if segment.is_break else segment.title,
        "mode": text(", ".join(_modes(segment, desk))),
        "slides": text(numbering.tell_module(segment, desk)),
        "material": text(", ".join(_bring(segment))),
        "who": desk.say(_who(segment)),
        "producer": desk.say(_produce(segment)),
    }


def _tell_end(course: Course, desk: Desk) -> list[dict[str, Inlines]]:
    """Return the row of the hour at which all ends, with the minutes of the whole; none without a part."""
    if not course.segments:
        return []
    last, minutes = course.segments[-1], sum(segment.minutes for segment in course.segments)
    time = text(desk.locale.clock_time(last.start + last.minutes))
    return [{"time": time, "minutes": text(str(minutes)), "part": desk.say("agenda-end")}]


def _bring(segment: Segment) -> Iterator[str]:
    """Yield the short name of each thing to bring, as it stands in a list, without what the workbook holds already."""
    for item in map(plain_text, segment.material):
        if not count_material(item, 1).is_in_workbook:
            name = item.partition(",")[0]
            yield name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _modes(segment: Segment, desk: Desk) -> Iterator[str]:
    """Yield how a part is led: as a talk when activities take less than half of it, and each way of grouping."""
    if segment.is_break:
        return
    activities = list(find_activities(segment))
    if sum(map(count_minutes, activities)) * 2 < segment.minutes:
        yield desk.word("mode-talk")
    groups = dict.fromkeys(activity.attributes.get("group", "") for activity in activities)
    yield from (desk.word(f"mode-{group}") for group in groups if group)


def _who(segment: Segment) -> str:
    return "who-room" if segment.is_break or any(find_activities(segment)) else "who-trainer"


def _produce(segment: Segment) -> str:
    if segment.is_break:
        return "producer-break"
    if any(activity.attributes.get("group") in _TEAMS for activity in find_activities(segment)):
        return "producer-rooms"
    has_quiz = any(True for slide in segment.slides for _ in find_containers(slide, "quiz"))
    return "producer-poll" if has_quiz else "producer-watch"


def _cut(segment: Segment, ranks: Mapping[str, int], desk: Desk) -> Inlines:
    """Return what becomes of a part when time is short, after its rank among those that give some back."""
    if segment.is_break:
        return ()
    rank = ranks.get(segment.identifier)
    if rank is None:
        return desk.say("cut-keep")
    return desk.say("cut-skip" if _is_skipped(segment) else "cut-shorten", rank=rank, minutes=_spare(segment))


def _is_skipped(segment: Segment) -> bool:
    return segment.priority is Priority.SKIP


def _spare(segment: Segment) -> int:
    """Return the minutes that a part can give back."""
    match segment.priority:
        case Priority.SKIP:
            return segment.minutes
        case Priority.SHORTEN:
            return max(segment.minutes - segment.at_least, 0) if segment.at_least else 0
        case Priority.KEEP:
            return 0


def _list_cuts(course: Course) -> list[Segment]:
    """Return the parts that give time back in the order to take it: those to skip first, then what gives most."""
    spare = [segment for segment in course.segments if not segment.is_break and _spare(segment)]
    return sorted(spare, key=lambda segment: (not _is_skipped(segment), -_spare(segment)))


def _rank_cuts(course: Course) -> dict[str, int]:
    return {segment.identifier: rank for rank, segment in enumerate(_list_cuts(course), start=1)}


def tell_cuts(course: Course, desk: Desk) -> str:
    """Return how much time can be won back, in the order that the run sheet numbers; empty when none can."""
    spare = sum(map(_spare, _list_cuts(course)))
    return desk.word("cuts", minutes=spare) if spare else ""
