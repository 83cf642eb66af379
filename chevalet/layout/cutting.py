"""Cutting: a paragraph parted in two, between sentences where it can be, else between words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

from msgspec.structs import replace

from chevalet.layout.drafts import Draft, part_draft
from chevalet.layout.typesetter import Measured, Room, Typesetter
from chevalet.measure.pitch import line_height
from chevalet.model.deck import Bullet

SENTENCE_ENDS = (". ", "! ", "? ", "… ", ".\u00a0» ")
LEAST_SHARE = 2, 5
"""How much of what would fit is kept at least, when the cut moves back to the end of a sentence."""
LEAST_LINES = 2
"""The lines of a cut paragraph that stand before the cut at least."""
_SPACE = re.compile("[ \n]")
_JOINERS = "\u200d\ufe0e\ufe0f"


def cut(typesetter: Typesetter, each: Measured, room: Room, height: int) -> tuple[Measured, Measured] | None:
    """Return a paragraph in two parts, the first of which stands in `height`; None when no two lines of it would.

    In a whole page a word is cut by letters rather than not at all.
    """
    text = "".join(run.text for run in each.draft.runs)
    is_page = height >= room.height
    if height < LEAST_LINES * line_height(each.paragraph) and not is_page:
        return None
    within = replace(room, height=height)
    place = _at_word(typesetter, each, text, within)
    if not place and is_page:
        place = _before_mark(text, _last_place(typesetter, each, range(1, len(text)), within))
    if not place:
        return None
    first, rest = part_draft(each.draft, place)
    return _set(typesetter, first, each, room), _set(typesetter, rest, each, room)


def _at_word(typesetter: Typesetter, each: Measured, text: str, room: Room) -> int:
    """Return where to cut at a space, at a sentence's end if that leaves enough before it; 0 for nowhere."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    spaces = (match.start() for match in _SPACE.finditer(text, first, last))
    place = _last_place(typesetter, each, spaces, room)
    share, whole = LEAST_SHARE
    return _sentence_end(text, place * share // whole, place) or place


def _sentence_end(text: str, least: int, most: int) -> int:
    """Return the place of the last space between two sentences from `least` to `most`, 0 when there is none."""
    found = [(text.rfind(end, least, most + 1), len(end) - 1) for end in SENTENCE_ENDS]
    return max((place + length for place, length in found if place >= 0), default=0)


def _before_mark(text: str, place: int) -> int:
    """Return `place`, moved back where a mark would be parted from the letter it belongs to."""
    while place and (unicodedata.combining(text[place]) or text[place] in _JOINERS or text[place - 1] in _JOINERS):
        place -= 1
    return place


def _last_place(typesetter: Typesetter, each: Measured, places: Iterable[int], room: Room) -> int:
    """Return the last of `places` before which the text fits the room's height, 0 when none does.

    Steps that double, then bisection: what is tried is never much longer than what fits, and no more is looked for.
    """

    def fits(number: int) -> bool:
        first, _ = part_draft(each.draft, found[number])
        return _set(typesetter, first, each, room).height <= room.height

    waiting = iter(places)
    found = list(islice(waiting, 1))
    low, high = 0, 1
    while high == len(found) and fits(high - 1):
        low, high = high, 2 * high
        found.extend(islice(waiting, high - low))
    high = min(high, len(found))
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if fits(middle) else (low, middle)
    return found[low - 1] if low else 0


def _set(typesetter: Typesetter, draft: Draft, each: Measured, room: Room) -> Measured:
    """Measure a part of `each` as the whole was set."""
    paragraph = replace(each.paragraph, runs=draft.runs)
    if draft.part is not each.draft.part:
        paragraph = replace(paragraph, bullet=Bullet.NONE, indent=0)
    return Measured(draft, paragraph, typesetter.ruler.paragraph_height(paragraph, room.width))
