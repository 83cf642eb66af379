"""The numbers of slides, as the trainer's deck shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from chevalet.compose.writing import Desk
from chevalet.model.course import Segment, Slide
from chevalet.model.deck import Deck

_CONTINUED = "~"


class Numbering(Struct, frozen=True):
    """The first and last slide of the deck that each written slide, and each module, takes; from 1.

    `pages` are the keys, in the deck, of the slides that a written one takes.
    """

    slides: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    modules: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def tell_slide(self, slide: Slide, desk: Desk) -> str:
        """Return « 7 » or « 7 à 9 », empty when no deck was given."""
        return _tell(self.slides.get(slide.key), desk)

    def tell_module(self, segment: Segment, desk: Desk) -> str:
        """Return the numbers of a module's slides; without a deck, nothing."""
        return _tell(self.modules.get(segment.identifier), desk)


def number_slides(deck: Deck | None) -> Numbering:
    """Return the numbers of a deck's slides: continuations and revealed solutions count with the slide they follow."""
    keys = [slide.key for slide in deck.slides] if deck else []
    return Numbering(
        _span(key.partition(_CONTINUED)[0] for key in keys),
        _span(key.partition("/")[0] for key in keys),
        _list_pages(keys),
    )


def _list_pages(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    pages: dict[str, tuple[str, ...]] = {}
    for key in keys:
        name = key.partition(_CONTINUED)[0]
        pages[name] = (*pages.get(name, ()), key)
    return pages


def _span(names: Iterable[str]) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for number, name in enumerate(names, start=1):
        first, _ = spans.get(name, (number, number))
        spans[name] = (first, number)
    return spans


def _tell(span: tuple[int, int] | None, desk: Desk) -> str:
    if span is None:
        return ""
    first, last = span
    return str(first) if first == last else desk.word("slides-from-to", first=first, last=last)
