"""A finished file."""

from __future__ import annotations

from msgspec import Struct

from chevalet.diagnostics import Diagnostic
from chevalet.model.target import Target


class Verified(Struct, frozen=True):
    """The bytes of a finished file, and the hashes of what it holds: the contents of its parts, the words it shows."""

    content: bytes
    content_sha256: str
    text_sha256: str


class Made(Struct, frozen=True):
    """What the stages made of one target; `content` is empty when an error kept them from making it whole."""

    content: bytes
    content_sha256: str
    text_sha256: str
    slides: int
    minutes: int
    diagnostics: tuple[Diagnostic, ...]


class Artifact(Struct, frozen=True):
    """The bytes of one output and what the manifest says of it; `path` is relative to its region × edition folder."""

    path: str
    kind: str
    format: str
    target: Target
    content: bytes
    content_sha256: str
    text_sha256: str
    slides: int
    minutes: int
    sources: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Failure(Struct, frozen=True):
    """An output that could not be made, and why; a file that stands at its `path` already is kept."""

    path: str
    kind: str
    format: str
    target: Target
    diagnostics: tuple[Diagnostic, ...]


Result = Artifact | Failure
