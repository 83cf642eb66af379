"""Affiche: one sheet that tells from afar what, when and where, with the address of registration as a QR code."""

from __future__ import annotations

from msgspec.structs import replace

from chevalet.compose.qr import make_qr
from chevalet.compose.sheet import find_sections, is_cancelled, is_moved, make_sheet, name_section, open_section
from chevalet.compose.supplies import Supplies
from chevalet.compose.tree import find_all
from chevalet.compose.writing import NOWHERE, Desk, tell_partners
from chevalet.model.block import Paragraph
from chevalet.model.course import Course
from chevalet.model.flow import Columns, Cover, Flow, FlowBlock, Heading, Paper
from chevalet.model.inline import Inlines, Link
from chevalet.model.project import TextPart

_HOOK, _FACTS, _REGISTRATION = "accroche", "details", "inscription"
_SHARES = (5, 3)


def make_large_poster(course: Course, supplies: Supplies) -> Flow:
    """Return the poster on A3."""
    return _make_poster(course, supplies, Paper.A3)


def make_small_poster(course: Course, supplies: Supplies) -> Flow:
    """Return the poster on A4."""
    return _make_poster(course, supplies, Paper.A4)


def _make_poster(course: Course, supplies: Supplies, paper: Paper) -> Flow:
    desk = Desk(course.locale)
    opened = {
        name_section(section): tuple(map(_enlarge, open_section(section, desk)))
        for section in find_sections(course, TextPart.POSTER)
    }
    lines = tuple(block.inlines for block in opened.get(_HOOK, ()) if isinstance(block, Paragraph))
    facts, registration = opened.get(_FACTS, ()), opened.get(_REGISTRATION, ())
    partners = tell_partners(course, desk)
    facts = (*facts, Paragraph(partners, NOWHERE)) if partners else facts
    # Whatever the text says first to follow is what a telephone follows.
    link = next((found.target for found in find_all(registration, Link)), "")
    code: tuple[FlowBlock, ...] = make_qr(link, desk) if link else ()
    blocks = facts if is_cancelled(course) else (Columns((facts, (*code, *registration)), _SHARES),)
    flow = make_sheet(TextPart.POSTER, _tell_title(course, desk), course, blocks, supplies)
    subtitle = desk.say("new-date") if is_moved(course) else course.course_title
    return replace(flow, paper=paper, cover=Cover(False, lines), subtitle=subtitle, is_poster=True, is_large=False)


def _enlarge(block: FlowBlock) -> FlowBlock:
    """Return a block with headings that are read from afar."""
    return replace(block, level=2) if isinstance(block, Heading) else block


def _tell_title(course: Course, desk: Desk) -> Inlines:
    if not is_cancelled(course):
        return course.workshop_title
    return (*desk.say("named-value", name=desk.word("cancelled"), value=""), *course.workshop_title)
