"""Reads literate specifications: prose, files in fences, and the diagnostics they must give."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chevalet.diagnostics import Diagnostic

HERE = Path(__file__).parent
_PART = re.compile(r"^(`{3,})([\w-]+)(?: ([^\n]+))?\n(.*?)^\1$|^#+ ([^\n]*)$", re.DOTALL | re.MULTILINE)
# What a fence's language says of a file that is not plain UTF-8.
_ENCODINGS = {"latin-1": "latin-1", "cp1252": "cp1252"}
_PICTURE = "base64"
_MISSING = "without"
Files = dict[str, bytes | None]


@dataclass(frozen=True)
class Case:
    """The files under one heading, None for one to be left out, and the lines of diagnostics expected of them."""

    name: str
    files: Files
    expected: tuple[str, ...]
    place: str


def read_cases() -> Iterator[Case]:
    """Yield the cases of every specification; a heading begins with the small course as it is."""
    for path in sorted(HERE.glob("*.md")):
        name, files = path.stem, Files()
        text = path.read_text(encoding="utf-8")
        for part in _PART.finditer(text):
            _, language, argument, content, heading = part.groups()
            if heading is not None:
                name, files = f"{path.stem}: {heading}", Files()
            elif language == "diagnostics":
                line = text.count("\n", 0, part.start()) + 1
                yield Case(name, dict(files), tuple(content.splitlines()), f"{path.name}:{line}")
            elif argument:
                files[argument] = _content_of(language, content)


def _content_of(language: str, content: str) -> bytes | None:
    if language == _MISSING:
        return None
    return b64decode(content) if language == _PICTURE else content.encode(_ENCODINGS.get(language, "utf-8"))


def read_small_course() -> Files:
    """Return the files of the small course."""
    root = HERE / "small"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def write_line(diagnostic: Diagnostic) -> str:
    """Return a diagnostic as a specification writes it: `path:line:col-line:col severity[code] name=value …`."""
    span = diagnostic.span
    place = f":{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span.line else ""
    arguments = "".join(f" {name}={_quote(value)}" for name, value in diagnostic.arguments)
    return f"{span.path}{place} {diagnostic.severity.value}[{diagnostic.code}]{arguments}"


def _quote(value: str) -> str:
    return value if value and not re.search(r'[\s"]', value) else '"' + value.replace('"', '\\"') + '"'
