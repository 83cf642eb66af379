"""The typesetter: drafts set at a size for a room, each paragraph measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from chevalet.layout.drafts import EMPTY, Draft, Part
from chevalet.layout.ruler import Ruler
from chevalet.layout.runs import write_run
from chevalet.layout.sizing import Sizing, set_draft
from chevalet.measure.line import FILL
from chevalet.measure.pitch import EMU_PER_HUNDREDTH
from chevalet.model.deck import TextParagraph
from chevalet.units import inches

Paragraphs = tuple[TextParagraph, ...]

CODE_ADVANCE = 602
"""Thousandths of an em: the widest of the usual fixed-pitch faces."""
LEAST_COLUMNS = 8
"""Characters that a line of code holds at least, whatever its width."""
NARROW = inches(6)
"""The width below which ordinary words may be too long for a line."""


class Room(Struct, frozen=True):
    """What a text may fill, insets taken off: width and height in EMU; `floor` bounds what is smaller than the base."""

    width: int
    height: int
    floor: int


class Measured(Struct, frozen=True):
    """A draft set at its size, with the height of its paragraph and of the space before it, in EMU."""

    draft: Draft
    paragraph: TextParagraph
    height: int

    @property
    def before(self) -> int:
        return self.paragraph.space_before * EMU_PER_HUNDREDTH


class Typesetter(Struct, frozen=True):
    """Sets drafts at a size and measures them."""

    ruler: Ruler

    def set(self, drafts: Sequence[Draft], size: int, room: Room) -> list[Measured]:
        """Return `drafts` set at `size`; lines of code too long for the room are wrapped."""
        sizing = Sizing(size, room.floor, self.ruler.theme.levels, room.width)
        return [
            self.measure(part, sizing)
            for draft in drafts
            for part in (wrap_code(draft, sizing) if draft.part is Part.CODE else (draft,))
        ]

    def measure(self, draft: Draft, sizing: Sizing) -> Measured:
        """Return one draft at its size."""
        paragraph = set_draft(draft, sizing)
        return Measured(draft, paragraph, self.ruler.paragraph_height(paragraph, sizing.width))

    def cuts_words(self, measured: Sequence[Measured], width: int) -> bool:
        """Return whether a word is wider than its line; only narrow rooms are looked at."""
        return width < NARROW and any(self.ruler.longest_word(each.paragraph) > width for each in measured)


def total_height(measured: Sequence[Measured]) -> int:
    """Return the height of paragraphs one below the other; the first one's space before does not count."""
    return sum(each.height + each.before for each in measured) - (measured[0].before if measured else 0)


def paragraphs_of(measured: Sequence[Measured]) -> Paragraphs:
    return tuple(each.paragraph for each in measured)


def wrap_code(draft: Draft, sizing: Sizing) -> Iterator[Draft]:
    """Yield a line of code as lines that fit, cut at its spaces where it has some; code is set at the floor."""
    columns = max(LEAST_COLUMNS, sizing.width * FILL // (sizing.floor * EMU_PER_HUNDREDTH * CODE_ADVANCE))
    look, text = draft.runs[0], draft.runs[0].text
    is_first = draft.is_first_of_block
    while len(text) > columns:
        space = text.rfind(" ", columns // 2, columns)
        end = space + 1 if space > 0 else columns
        yield replace(draft, runs=(write_run(look, text[:end].rstrip() or EMPTY),), is_first_of_block=is_first)
        text, is_first = text[end:], False
    yield (
        draft
        if text is draft.runs[0].text
        else replace(draft, runs=(write_run(look, text),), is_first_of_block=is_first)
    )
