"""What a region changes of the slides, and who stands behind it: kept in the project once the region is applied."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from chevalet.model.picture import PictureData
from chevalet.span import Span


class Act(Enum):
    """What is done to a slide or a module; to insert is to stand before or after it."""

    EXCLUDE = "exclude"
    REPLACE = "replace"
    BEFORE = "before"
    AFTER = "after"


class SlidePatch(Struct, frozen=True):
    """What is done to the slide of that key (`module/slide`); `path` is the region's file that takes or joins it."""

    act: Act
    key: str
    span: Span
    path: str = ""


class Partner(Struct, frozen=True):
    """An organization that helps: its `role` (« Commanditaire »), and a sentence that it asks to be said of it.

    `logo_path` is a picture of the project, `logo` that picture once it has been read; None when there is none.
    """

    identifier: str
    name: str
    span: Span
    role: str = ""
    mention: str = ""
    logo_path: str = ""
    logo: PictureData | None = None


class Patch(Struct, frozen=True):
    """What a region leaves to be done when the modules have been parsed, and which files it is made of.

    `files` are the paths, without their ending, of its own file and of those it extends: `course/regions/rimouski`.
    `accepted` has the hash of each base part that is overridden, as it was when the organizer last looked at it.
    """

    files: tuple[str, ...] = ()
    slides: tuple[SlidePatch, ...] = ()
    modules: Mapping[str, Span] = field(default_factory=dict)
    documents: Mapping[str, Span] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)

    def holds(self, path: str) -> bool:
        """Say whether a file is one of the region's."""
        return any(path.startswith((f"{file}.", f"{file}/")) for file in self.files)
