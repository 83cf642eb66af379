"""A page: what composing makes of a slide, before titles, footers and names are set."""

from __future__ import annotations

from msgspec import Struct

from chevalet.layout.drafts import Drafts
from chevalet.model.deck import Placed


class Page(Struct, frozen=True):
    """The layout's role, the items placed on it in reading order, and what its line of sources is to say."""

    role: str
    items: tuple[Placed, ...]
    source: Drafts = ()
