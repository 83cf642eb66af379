"""The material of a workshop, with how many of each for the people expected."""

from __future__ import annotations

from chevalet.compose.quantities import count_material
from chevalet.compose.writing import NOWHERE, Desk, capitalize, join, text
from chevalet.model.block import Alignment, Table
from chevalet.model.course import Course
from chevalet.model.flow import Aside, FlowBlocks, Heading
from chevalet.model.inline import Inlines, plain_text

Row = tuple[Inlines, ...]


def make_material(course: Course, participants: int, desk: Desk) -> FlowBlocks:
    """Return the list of what to bring, each thing once, and the parts that use it; nothing when there is none.

    What the workbook holds already is named below it.
    """
    rows: list[Row] = []
    held: list[Inlines] = []
    for item, parts in _list_used(course):
        quantity = count_material(plain_text(item), participants)
        if quantity.is_in_workbook:
            held.append(item)
        else:
            rows.append((capitalize(item), text(str(quantity.count)), join(parts)))
    title = Heading(2, desk.say("material-title", participants=participants), "material")
    below = (_name_held(held, desk),) if held else ()
    return (title, *_make_table(rows, desk), *below) if rows or held else ()


def _list_used(course: Course) -> list[tuple[Inlines, list[Inlines]]]:
    """Return each thing with the titles of the parts that use it."""
    used: dict[str, tuple[Inlines, list[Inlines]]] = {}
    for segment in course.segments:
        for item in segment.material:
            _, parts = used.setdefault(plain_text(item).casefold(), (item, []))
            parts.append(segment.title)
    return list(used.values())


def _make_table(rows: list[Row], desk: Desk) -> FlowBlocks:
    if not rows:
        return ()
    header = tuple(desk.say(name) for name in ("material-what", "material-count", "material-where"))
    return (Table(header, tuple(rows), (Alignment.LEFT, Alignment.RIGHT, Alignment.LEFT), NOWHERE),)


def _name_held(held: list[Inlines], desk: Desk) -> Aside:
    separator = desk.word("list-separator")
    return Aside((*desk.say("material-in-workbook"), *join(held, separator), *text(".")))
