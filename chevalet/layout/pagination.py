"""Text over pages: the largest size that fits one page, else as few pages as the floor allows, evenly filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chevalet.layout.cutting import cut
from chevalet.layout.drafts import Draft
from chevalet.layout.typesetter import Measured, Paragraphs, Room, Typesetter, paragraphs_of, total_height

BALANCING_STEPS = 6

PageOfText = tuple[Measured, ...]


def fit_text(typesetter: Typesetter, drafts: Sequence[Draft], sizes: Sequence[int], room: Room) -> Paragraphs | None:
    """Return `drafts` at the largest of `sizes` at which they fit `room`, None when none does.

    In narrow rooms a smaller size that keeps words whole is preferred to a larger one that cuts them.
    """
    fitting: Paragraphs | None = None
    for size in sizes:
        measured = typesetter.set(drafts, size, room)
        if total_height(measured) <= room.height:
            if not typesetter.cuts_words(measured, room.width):
                return paragraphs_of(measured)
            fitting = fitting or paragraphs_of(measured)
    return fitting


def paginate(typesetter: Typesetter, drafts: Sequence[Draft], sizes: Sequence[int], room: Room) -> list[PageOfText]:
    """Return `drafts` over as few pages as the last of `sizes` allows, at the largest size that needs no more."""
    fewest = fill(typesetter, drafts, sizes[-1], room)
    for size in sizes[:-1]:
        pages = fill(typesetter, drafts, size, room)
        if len(pages) <= len(fewest):
            return _balance(typesetter, pages, room)
    return _balance(typesetter, fewest, room)


def fill(typesetter: Typesetter, drafts: Sequence[Draft], size: int, room: Room) -> list[PageOfText]:
    """Return `drafts` at one size, each page as full as can be."""
    return _fill(typesetter, typesetter.set(drafts, size, room), room)


@dataclass(slots=True)
class _Pages:
    """The pages filled so far, and the one that is being filled: `used` is the height it has taken."""

    room: Room
    done: list[PageOfText] = field(default_factory=list)
    page: list[Measured] = field(default_factory=list)
    used: int = 0

    @property
    def only_announces(self) -> bool:
        """Return whether all of the page must stand with what follows."""
        return bool(self.page) and all(each.draft.keeps_next for each in self.page)

    def left_for(self, each: Measured) -> int:
        """Return the height left for a paragraph, once the space before it is taken off."""
        return self.room.height - self.used - (each.before if self.page else 0)

    def add(self, each: Measured) -> None:
        self.used = self.room.height - self.left_for(each) + each.height
        self.page.append(each)

    def turn(self) -> list[Measured]:
        """End the page; return its last paragraphs that must stand with what follows, never all of the page."""
        held: list[Measured] = []
        while len(self.page) > 1 and self.page[-1].draft.keeps_next:
            held.insert(0, self.page.pop())
        if self.page and self.page[-1].draft.keeps_next:
            self.page.extend(held)
            held = []
        self.close()
        return held

    def close(self) -> None:
        if self.page:
            self.done.append(tuple(self.page))
        self.page, self.used = [], 0


def _fill(typesetter: Typesetter, measured: Sequence[Measured], room: Room) -> list[PageOfText]:
    """Fill pages one after the other; a paragraph higher than a page is cut between sentences or words."""
    pages = _Pages(room)
    waiting = list(reversed(measured))
    while waiting:
        each = waiting.pop()
        left = pages.left_for(each)
        if each.height <= left:
            pages.add(each)
        elif (each.height > room.height or pages.only_announces) and (parts := cut(typesetter, each, room, left)):
            waiting.extend(reversed(parts))
        elif pages.page:
            waiting.append(each)
            waiting.extend(reversed(pages.turn()))
        else:
            pages.add(each)
    pages.close()
    return pages.done


def _balance(typesetter: Typesetter, pages: list[PageOfText], room: Room) -> list[PageOfText]:
    """Lower the pages' limit as far as their number allows, so that the last one is not nearly empty."""
    if len(pages) < 2:
        return pages
    measured = [each for page in pages for each in page]
    low = max(total_height(measured) // len(pages), *(each.height for each in measured))
    high = room.height
    for _ in range(BALANCING_STEPS):
        middle = (low + high) // 2
        tried = _fill(typesetter, measured, replace(room, height=middle))
        if len(tried) <= len(pages):
            high, pages = middle, tried
        else:
            low = middle
    return pages
