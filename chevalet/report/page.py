"""What a report is written with: the reader's language, the sources' lines, colours or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from chevalet.locale import Catalogue


class Page(Struct, frozen=True):
    """`read_lines` gives the lines of a source by its path, none when it cannot be read."""

    catalogue: Catalogue
    read_lines: Callable[[str], Sequence[str]]
    colors: bool = False
