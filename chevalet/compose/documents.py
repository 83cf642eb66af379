"""The compose stage, and the table of the documents it knows: one module and one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from chevalet.compose.attendance import make_attendance
from chevalet.compose.chat import make_chat
from chevalet.compose.forms import form_of
from chevalet.compose.guide import make_guide
from chevalet.compose.links import keep_links
from chevalet.compose.messages import make_messages, make_posts
from chevalet.compose.outline import make_outline
from chevalet.compose.poster import make_large_poster, make_small_poster
from chevalet.compose.presence_plan import make_presence_plan
from chevalet.compose.press_note import make_press_note
from chevalet.compose.report import make_report
from chevalet.compose.supplies import Supplies
from chevalet.compose.workbook import make_workbook
from chevalet.diagnostics import Diagnostic
from chevalet.model.course import Course
from chevalet.model.flow import Flow
from chevalet.model.project import TextPart

_NO_SUPPLIES = Supplies()


class DocumentKind(Struct, frozen=True):
    """A document: what makes it, the editions in which it exists, and whether one stands for the whole course.

    One that `needs` a text exists only for the workshops that have it.
    """

    make: Callable[[Course, Supplies], Flow]
    editions: tuple[str, ...]
    is_for_course: bool = False
    needs: TextPart | None = None


def _form(part: TextPart, *editions: str) -> DocumentKind:
    return DocumentKind(form_of(part), editions, needs=part)


DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        "workbook": DocumentKind(make_workbook, ("participant", "public")),
        "guide": DocumentKind(make_guide, ("trainer",)),
        "outline": DocumentKind(make_outline, ("public",), is_for_course=True),
        "messages": DocumentKind(make_messages, ("trainer",), needs=TextPart.MESSAGES),
        "posts": DocumentKind(make_posts, ("trainer",), needs=TextPart.POSTS),
        "poster-a3": DocumentKind(make_large_poster, ("public",), needs=TextPart.POSTER),
        "poster-a4": DocumentKind(make_small_poster, ("public",), needs=TextPart.POSTER),
        "press-note": DocumentKind(make_press_note, ("public",), needs=TextPart.PRESS_NOTE),
        "chat": DocumentKind(make_chat, ("trainer",), needs=TextPart.CHAT),
        "attendance": DocumentKind(make_attendance, ("trainer",), needs=TextPart.ATTENDANCE),
        "registration": _form(TextPart.REGISTRATION, "public"),
        "evaluation": _form(TextPart.EVALUATION, "participant"),
        "presence-plan": DocumentKind(make_presence_plan, ("participant", "public"), needs=TextPart.PRESENCE_PLAN),
        "policies": _form(TextPart.POLICIES, "participant", "public"),
        "local-purchase": _form(TextPart.LOCAL_PURCHASE, "participant", "public"),
        "local-case": _form(TextPart.LOCAL_CASE, "participant", "public"),
        "report": DocumentKind(make_report, ("organizer",)),
    }
)


def compose(course: Course, kind: str, supplies: Supplies = _NO_SUPPLIES) -> tuple[Flow, tuple[Diagnostic, ...]]:
    """Return one of `DOCUMENTS` for a workshop that was resolved with its texts, and what there is to say of it.

    It is made for the course's own edition, which must be one of the document's. A document about the whole course
    takes any of its workshops.
    """
    document = DOCUMENTS[kind]
    if course.target.edition not in document.editions:
        message = f"no {kind} in edition {course.target.edition}"
        raise ValueError(message)
    return keep_links(document.make(course, supplies)), ()
