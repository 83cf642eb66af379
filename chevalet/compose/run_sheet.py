"""The run sheet: the whole workshop on one page, on the clock."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.compose.activities import count_minutes, find_activities, find_containers
from chevalet.compose.numbering import Numbering
from chevalet.compose.quantities import count_material
from chevalet.compose.writing import NOWHERE, Desk, join, text
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course, Segment
from chevalet.model.flow import FlowBlocks, Heading
from chevalet.model.inline import Emphasis, Inlines, plain_text
from chevalet.model.project import Priority

_ONLINE = "online"
_TEAMS = ("pairs", "trios", "small-groups")
_COLUMNS = ("time", "minutes", "part", "mode", "slides", "material", "who", "producer", "cut")


def make_run_sheet(course: Course, numbering: Numbering, desk: Desk) -> FlowBlocks:
    """Return the run sheet, a row a part or break; a column of what the producer does when the session is online."""
    is_online = course.target.facet("delivery") == _ONLINE
    columns = [name for name in _COLUMNS if name != "producer" or is_online]
    cells = [_tell(segment, numbering, desk) for segment in course.segments]
    kept = [name for name in columns if any(row[name] for row in cells)]
    header = tuple(desk.say(f"run-{name}") for name in kept)
    rows = tuple(tuple(row[name] for name in kept) for row in cells)
    alignments = tuple(Alignment.RIGHT if name == "minutes" else Alignment.LEFT for name in kept)
    title = Heading(1, desk.say("run-sheet"), "run-sheet")
    return (title, Table(header, rows, alignments, NOWHERE))


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
        "cut": _cut(segment, desk),
    }


def _bring(segment: Segment) -> Iterator[str]:
    """Yield the short name of each thing to bring, without what the workbook holds already."""
    for item in map(plain_text, segment.material):
        if not count_material(item, 1).is_in_workbook:
            yield item.partition(",")[0]


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


def _cut(segment: Segment, desk: Desk) -> Inlines:
    if segment.is_break:
        return ()
    if segment.priority is Priority.SKIP:
        return desk.say("cut-skip")
    if _spare(segment) and segment.priority is Priority.SHORTEN:
        return desk.say("cut-shorten", minutes=segment.at_least)
    return desk.say("cut-keep")


def _spare(segment: Segment) -> int:
    """Return the minutes that a part can give back."""
    match segment.priority:
        case Priority.SKIP:
            return segment.minutes
        case Priority.SHORTEN:
            return max(segment.minutes - segment.at_least, 0) if segment.at_least else 0
        case Priority.KEEP:
            return 0


def tell_cuts(course: Course, desk: Desk) -> Inlines:
    """Return the order in which time is won back: parts to skip first, then what gives most; empty when none is."""
    spare = [segment for segment in course.segments if not segment.is_break and _spare(segment)]
    spare.sort(key=lambda segment: (segment.priority is not Priority.SKIP, -_spare(segment)))
    if not spare:
        return ()
    cuts = join((_name_cut(segment, desk) for segment in spare), desk.word("list-separator"))
    before, _, after = desk.locale.words["cuts"].partition("{cuts}")
    total = sum(map(_spare, spare))
    return (*text(before.format(minutes=total)), *cuts, *text(after))


def _name_cut(segment: Segment, desk: Desk) -> Inlines:
    name = "cut-skip-part" if segment.priority is Priority.SKIP else "cut-shorten-part"
    before, _, after = desk.locale.words[name].partition("{title}")
    return (*text(before), *segment.title, *text(after.format(minutes=_spare(segment))))
