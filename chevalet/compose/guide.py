"""Guide d'animation: all that a trainer who has never seen the workshop needs to give it."""

from __future__ import annotations

from chevalet.compose.answers import make_answer_key
from chevalet.compose.frame import list_contents, make_flow, make_stamp, print_texts
from chevalet.compose.glance import make_glance
from chevalet.compose.material import make_material
from chevalet.compose.numbering import number_slides
from chevalet.compose.run_sheet import make_run_sheet
from chevalet.compose.script import print_script
from chevalet.compose.sources import make_review
from chevalet.compose.supplies import Supplies
from chevalet.compose.writing import Desk, capitalize, tell_partners, text
from chevalet.model.course import Course
from chevalet.model.flow import Cover, Flow, FlowBlocks, PageBreak
from chevalet.model.project import TextPart


def make_guide(course: Course, supplies: Supplies) -> Flow:
    """Return the guide of a workshop resolved for its trainer."""
    desk = Desk(course.locale, is_for_trainer=True)
    numbering = number_slides(supplies.deck)
    before = _print_before(course, supplies, desk)
    run_sheet = make_run_sheet(course, numbering, desk)
    script = print_script(course, supplies, numbering, desk)
    after = (
        *make_answer_key(course, numbering, desk),
        *print_texts(TextPart.GUIDE_QUESTIONS, course, desk),
        *print_texts(TextPart.GUIDE_FALLBACK, course, desk),
    )
    use = print_texts(TextPart.GUIDE_USE, course, desk)
    glance = make_glance(course, supplies, desk)
    first = (*list_contents(desk), *use, PageBreak(), *glance, PageBreak(), *run_sheet, PageBreak())
    blocks = (*first, *before, *script, *after, *make_review(course, desk))
    told = (course.course_title, course.summary, capitalize(text(course.chamber)), tell_partners(course, desk))
    lines = tuple(filter(None, told))
    cover = Cover(True, lines, make_stamp(course, supplies, blocks))
    return make_flow("guide", course, blocks, cover, supplies)


def _print_before(course: Course, supplies: Supplies, desk: Desk) -> FlowBlocks:
    """Return what is done before the day: check lists, room and material."""
    return (
        *print_texts(TextPart.GUIDE_CHECKS, course, desk),
        *print_texts(TextPart.GUIDE_ROOM, course, desk),
        *make_material(course, course.session.participants or supplies.participants, desk),
    )
