"""What is printed for a session: documents in order, how many of each, and how."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from chevalet.model.flow import Flow
from chevalet.model.inline import Inlines


class Finish(Enum):
    """What is done with the sheets of a copy."""

    STAPLE = "staple"
    LOOSE = "loose"


class PrintItem(Struct, frozen=True):
    """A document to print: `copies` of it, on both sides of a sheet or on one, in grey unless colour is worth it.

    `kind` is that of the same document on its own.
    """

    kind: str
    label: Inlines
    flow: Flow
    copies: int
    is_duplex: bool = False
    finish: Finish = Finish.LOOSE
    is_colored: bool = False

    def count_sheets(self, pages: int) -> int:
        """Return the sheets of paper of all copies of a document of so many pages."""
        return self.copies * ((pages + 1) // 2 if self.is_duplex else pages)


class PrintSet(Struct, frozen=True):
    """All that is printed, in order; `frame` is the page of instructions before it, without its table.

    `spare` copies are printed beside those for the people expected.
    """

    frame: Flow
    items: tuple[PrintItem, ...]
    participants: int
    spare: int
