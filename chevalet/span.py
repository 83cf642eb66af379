"""Where something stands in a source file."""

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of one source file; lines and columns count characters from 1, the end is exclusive.

    `path` is relative to the project's root and written with forward slashes. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
