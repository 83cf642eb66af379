"""What an output folder holds, chosen and in order: what its index shows."""

from __future__ import annotations

from msgspec import Struct

from chevalet.model.locale import Locale


class ListedFile(Struct, frozen=True):
    """A file; `path` is from its folder, `size` in bytes, `pages` are slides in a deck, 0 where none are counted.

    `variant` is what tells it from another of its kind and format: a session, a language.
    """

    path: str
    form: str
    size: int
    pages: int
    variant: str = ""
    is_stale: bool = False


class ListedKind(Struct, frozen=True):
    """The files of one kind of output, one for each format."""

    kind: str
    files: tuple[ListedFile, ...]


class ListedSource(Struct, frozen=True):
    """A module and the way to its file, from the folder of the index."""

    title: str
    path: str


class ListedGroup(Struct, frozen=True):
    """What was made for one workshop, or for the whole course: its number is then 0, its title empty.

    `minutes` are the workshop's, 0 where no file says; `sources`, `warnings` and `notices` are for the trainer only.
    """

    number: int
    title: str
    kinds: tuple[ListedKind, ...]
    minutes: int = 0
    sources: tuple[ListedSource, ...] = ()
    warnings: int = 0
    notices: int = 0


class Listing(Struct, frozen=True):
    """The folder of a region and an edition; `region` is empty for the base, only the trainer gets `is_for_trainer`."""

    locale: Locale
    title: str
    region: str
    edition: str
    is_for_trainer: bool
    groups: tuple[ListedGroup, ...]
