"""What a document is made of beside its workshop."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from chevalet.model.course import Course
from chevalet.model.deck import Deck
from chevalet.model.private import Records

PARTICIPANTS = 20


class Supplies(Struct, frozen=True):
    """What the caller adds to a workshop; each part may be missing.

    `workshops` are those of the whole course, in order, for a document about all of them. `deck` is the trainer's,
    whose slide numbers the guide prints, and `thumbnails` holds slides drawn as SVG, by their key there. `date` is the
    session's, as it is to be printed; `participants` are those for whom material is prepared. `records` are what
    `private/` tells of the session, empty for every edition but the organizer's.
    """

    workshops: tuple[Course, ...] = ()
    deck: Deck | None = None
    thumbnails: Mapping[str, bytes] = field(default_factory=dict)
    date: str = ""
    participants: int = PARTICIPANTS
    is_large: bool = False
    records: Records = Records()
