"""Text over pages: the largest size that fits one page, else as few pages as the floor allows, evenly filled."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.layout.cutting import cut
from chevalet.layout.drafts import Draft, Drafts, part_long
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
    drafts = _part_all(drafts)
    fewest = len(fill(typesetter, drafts, sizes[-1], room))
    for size in sizes:
        measured = typesetter.set(drafts, size, room)
        pages = _Filling(typesetter, room, room.height).fill(measured)
        if len(pages) <= fewest:
            break
    return _balance(typesetter, measured, room, pages)


def fill(typesetter: Typesetter, drafts: Sequence[Draft], size: int, room: Room) -> list[PageOfText]:
    """Return `drafts` at one size, each page as full as can be."""
    return _Filling(typesetter, room, room.height).fill(typesetter.set(_part_all(drafts), size, room))


def begin(typesetter: Typesetter, drafts: Sequence[Draft], size: int, room: Room) -> tuple[PageOfText, Drafts]:
    """Return the first page of `drafts` at one size, as full as can be, and what is left."""
    filling = _Filling(typesetter, room, room.height)
    left = filling.fill_until(typesetter.set(_part_all(drafts), size, room), 1)
    page = filling.done[0] if filling.done else tuple(filling.page)
    return page, tuple(each.draft for each in left)


def _part_all(drafts: Sequence[Draft]) -> Drafts:
    return tuple(part for draft in drafts for part in part_long(draft))


class _Filling(Struct):
    """Pages being filled as far as `limit`, in EMU; what is higher than that, not than the room, has its own page."""

    typesetter: Typesetter
    room: Room
    limit: int
    done: list[PageOfText] = field(default_factory=list)
    page: list[Measured] = field(default_factory=list)
    used: int = 0

    def fill(self, measured: Sequence[Measured]) -> list[PageOfText]:
        """Fill pages one after the other; a paragraph higher than a page is cut between sentences or words."""
        self.fill_until(measured, sys.maxsize)
        self._close()
        return self.done

    def fill_until(self, measured: Sequence[Measured], pages: int) -> list[Measured]:
        """Fill so many pages, and return what is left then."""
        waiting = list(reversed(measured))
        while waiting and len(self.done) < pages:
            each = waiting.pop()
            left = self.limit - self.used - (each.before if self.page else 0)
            if each.height <= left:
                self._add(each)
            elif parts := self._cut(each, left):
                waiting.extend(reversed(parts))
            elif self.page:
                waiting.append(each)
                waiting.extend(reversed(self._turn()))
            else:
                self._add(each)
        return waiting[::-1]

    def _add(self, each: Measured) -> None:
        self.used += each.height + (each.before if self.page else 0)
        self.page.append(each)

    def _cut(self, each: Measured, left: int) -> tuple[Measured, Measured] | None:
        """Cut what is higher than a page, and what would leave alone on its page words that announce it."""
        announced = bool(self.page) and all(one.draft.keeps_next for one in self.page)
        is_high = each.height > self.room.height
        if not is_high and not announced:
            return None
        return cut(self.typesetter, each, replace(self.room, height=self.limit), left)

    def _turn(self) -> list[Measured]:
        """End the page; return its last paragraphs that must stand with what follows, never all of the page."""
        place = len(self.page)
        while place and self.page[place - 1].draft.keeps_next:
            place -= 1
        held = self.page[place:] if place else []
        self.page = self.page[:place] if place else self.page
        self._close()
        return held

    def _close(self) -> None:
        if self.page:
            self.done.append(tuple(self.page))
        self.page, self.used = [], 0


def _balance(
    typesetter: Typesetter, measured: Sequence[Measured], room: Room, pages: list[PageOfText]
) -> list[PageOfText]:
    """Lower the pages' limit as far as their number allows, so that the last one is not nearly empty."""
    if len(pages) < 2:
        return pages
    low, high = total_height(measured) // len(pages), room.height
    for _ in range(BALANCING_STEPS):
        middle = (low + high) // 2
        tried = _Filling(typesetter, room, middle).fill(measured)
        if len(tried) <= len(pages):
            high, pages = middle, tried
        else:
            low = middle
    return pages
