"""What can be made: every kind of output, its file's name, its formats, the editions in which it exists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from chevalet.model.private import ANSWERS, EDITION, PARTNERS, PEOPLE
from chevalet.model.project import TextPart

TRAINER, PARTICIPANT, PUBLIC = "trainer", "participant", "public"
# Made of `private/`: only for who asks for it by name.
ORGANIZER = EDITION
CALENDAR = "calendar"
PRINT_SET = "print-set"


class Output(Struct, frozen=True):
    """A kind of output: one for each workshop, or one for the whole course; `name` begins its files' names.

    `private` are the files of a session without any of which it cannot be, `needs` the text of the course that it
    prints, `deliveries` the ways of giving a session in which it is of use, any when empty. The trainer has what others
    are given too, as the edition `seen_by` has it: without a note, nor a solution.
    """

    kind: str
    name: str
    formats: tuple[str, ...]
    editions: tuple[str, ...]
    seen_by: str = ""
    is_for_course: bool = False
    private: tuple[str, ...] = ()
    needs: TextPart | None = None
    deliveries: tuple[str, ...] = ()


_EVERY = (TRAINER, PARTICIPANT, PUBLIC)
_FILLED = (TRAINER, PARTICIPANT)
_SHOWN = (TRAINER, PUBLIC)
_FORMS = ("docx", "xlsx")

OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        output.kind: output
        for output in (
            Output("deck", "diapositives", ("pptx", "pdf"), _EVERY),
            Output("contact-sheet", "planche", ("pdf",), (TRAINER,)),
            Output("guide", "guide-animation", ("pdf", "docx"), (TRAINER,)),
            Output(PRINT_SET, "dossier-impression", ("pdf",), (TRAINER,)),
            Output("workbook", "cahier", ("pdf", "docx", "html"), _EVERY, seen_by=PARTICIPANT),
            Output("large-workbook", "cahier-gros-caracteres", ("pdf",), _EVERY, seen_by=PARTICIPANT),
            Output(
                "presence-plan", "plan-de-presence", ("pdf", "docx"), _EVERY, PARTICIPANT, needs=TextPart.PRESENCE_PLAN
            ),
            Output("policies", "politiques", ("docx",), _EVERY, PARTICIPANT, needs=TextPart.POLICIES),
            Output(
                "local-purchase",
                "plan-achat-local",
                ("docx", "xlsx"),
                _EVERY,
                PARTICIPANT,
                needs=TextPart.LOCAL_PURCHASE,
            ),
            Output("local-case", "fiche-cas-local", _FORMS, _EVERY, PARTICIPANT, needs=TextPart.LOCAL_CASE),
            Output("registration", "inscription", ("pdf", "docx"), _SHOWN, PUBLIC, needs=TextPart.REGISTRATION),
            Output("evaluation", "evaluation", ("pdf", "docx"), _FILLED, PARTICIPANT, needs=TextPart.EVALUATION),
            Output("attendance", "feuille-presence", ("pdf", "docx"), (TRAINER,), needs=TextPart.ATTENDANCE),
            Output("messages", "messages", ("html", "txt"), (TRAINER,), needs=TextPart.MESSAGES),
            Output("posts", "publications", ("txt",), (TRAINER,), needs=TextPart.POSTS),
            Output("chat", "clavardage", ("txt",), (TRAINER,), needs=TextPart.CHAT, deliveries=("online", "hybrid")),
            Output("poster-a3", "affiche-a3", ("pdf",), _SHOWN, PUBLIC, needs=TextPart.POSTER),
            Output("poster-a4", "affiche-a4", ("pdf",), _SHOWN, PUBLIC, needs=TextPart.POSTER),
            Output("press-note", "note-aux-medias", ("pdf", "docx"), _SHOWN, PUBLIC, needs=TextPart.PRESS_NOTE),
            Output("outline", "plan-de-cours", ("pdf", "html"), _SHOWN, PUBLIC, is_for_course=True),
            Output("certificates", "attestations", ("pdf",), (ORGANIZER,), private=(PEOPLE,)),
            Output("report", "bilan", ("docx", "xlsx"), (ORGANIZER,), private=(PEOPLE, ANSWERS, PARTNERS)),
            Output(CALENDAR, "calendrier-editorial", ("xlsx", "csv", "ics"), _EVERY, is_for_course=True),
        )
    }
)
"""In the order in which a plan lists them."""


def is_deck(kind: str, form: str) -> bool:
    """Return whether a file is the deck itself, the one that PowerPoint opens."""
    return (kind, form) == ("deck", "pptx")


FORMATS = tuple(dict.fromkeys(form for output in OUTPUTS.values() for form in output.formats))
