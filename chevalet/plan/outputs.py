"""What can be made: every kind of output, its file's name, its formats, the editions in which it exists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

TRAINER, PARTICIPANT, PUBLIC = "trainer", "participant", "public"
CALENDAR = "calendar"


class Output(Struct, frozen=True):
    """A kind of output: one for each workshop, or one for the whole course; `name` begins its files' names."""

    kind: str
    name: str
    formats: tuple[str, ...]
    editions: tuple[str, ...]
    is_for_course: bool = False


_EVERY = (TRAINER, PARTICIPANT, PUBLIC)

OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        output.kind: output
        for output in (
            Output("deck", "diapositives", ("pptx", "pdf"), _EVERY),
            Output("contact-sheet", "planche", ("pdf",), (TRAINER,)),
            Output("guide", "guide-animation", ("pdf", "docx"), (TRAINER,)),
            Output("workbook", "cahier", ("pdf", "docx", "html"), (PARTICIPANT, PUBLIC)),
            Output("large-workbook", "cahier-gros-caracteres", ("pdf",), (PARTICIPANT, PUBLIC)),
            Output("outline", "plan-de-cours", ("pdf", "html"), (PUBLIC,), is_for_course=True),
            Output(CALENDAR, "calendrier-editorial", ("xlsx", "csv", "ics"), _EVERY, is_for_course=True),
        )
    }
)
"""In the order in which a plan lists them."""


def is_deck(kind: str, form: str) -> bool:
    """Return whether a file is the deck itself, the one that PowerPoint opens."""
    return (kind, form) == ("deck", "pptx")


FORMATS = tuple(dict.fromkeys(form for output in OUTPUTS.values() for form in output.formats))
