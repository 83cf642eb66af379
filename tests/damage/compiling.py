"""What the tests of damage begin with: a course of every kind of file, compiled in memory, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from chevalet import pipeline, workbench
from chevalet.diagnostics import CODES, Diagnostic, Severity
from chevalet.load import MemoryTree, load_project, load_theme
from chevalet.load.tree import Trouble
from chevalet.model.artifact import Artifact
from chevalet.pipeline import Order
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness
from chevalet.verify import verify
from tests.spec.reading import read_small_course
from tests.tools import THEME, THEME_FILES

COURSE = Path(__file__).parent / "course"
THEME_FOLDER = "themes/chevalet"
THEME_CONTENTS = {f"{THEME_FOLDER}/{name}": (THEME / name).read_bytes() for name in THEME_FILES}
SMALL = {path: content for path, content in read_small_course().items() if content is not None}
# Every kind of file that is read, each holding every key that it may hold.
FULL = {path.relative_to(COURSE).as_posix(): path.read_bytes() for path in COURSE.rglob("*") if path.is_file()}
MODULE = "modules/1-essai/a.md"
# Out of reach of anything that grows with the square of what a test gives, on the slowest machine.
SECONDS = 20

Files = Mapping[str, bytes | Trouble]


@dataclass(frozen=True)
class Compiled:
    """What a check made and said; the decks that no error kept from being made, in the plan's order."""

    diagnostics: tuple[Diagnostic, ...]
    decks: tuple[bytes, ...]
    seconds: float

    @property
    def errors(self) -> list[Diagnostic]:
        return [each for each in self.diagnostics if each.severity is Severity.ERROR]

    @property
    def codes(self) -> set[str]:
        return {each.code for each in self.diagnostics}


class Compiler:
    """The pipeline on files in memory; the theme, when it is not what a test damages, is read once for all."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._theme, found = load_theme(MemoryTree(THEME_CONTENTS))
        assert found == ()

    def check(self, files: Files) -> Compiled:
        """Check a course with the project's theme."""
        with self._patch.context() as patch:
            patch.setattr(pipeline, "load", lambda tree, **_: load_project(tree, self._theme))
            return check(files)

    def force(self, files: Files) -> Compiled:
        """Check a course and make its deck whatever is wrong with it, so that its words can be looked for."""
        made: list[bytes] = []

        def keep(content: bytes, *others: Any) -> Any:
            made.append(content)
            return verify(content, *others)

        with self._patch.context() as patch:
            patch.setattr(workbench, "has_errors", lambda _: False)
            patch.setattr(workbench, "verify", keep)
            return replace(self.check(files), decks=tuple(made))


def check(files: Files) -> Compiled:
    """Check a course that brings its own theme."""
    began = time.perf_counter()
    order = Order(MemoryTree(files), {}, "", Selection(editions=("trainer",), formats=("pptx",)), Strictness())
    checked = pipeline.check(order)
    seconds = time.perf_counter() - began
    decks = tuple(result.content for result in checked.results if isinstance(result, Artifact))
    return Compiled(checked.diagnostics, decks, seconds)


def find_faults(compiled: Compiled, files: Files) -> list[str]:
    """Return what is wrong with what was said: a code not declared, a place that is not, a fault of ours."""
    return [fault for each in compiled.diagnostics for fault in _find_faults(each, files)]


def _find_faults(found: Diagnostic, files: Files) -> list[str]:
    span = found.span
    if found.code not in CODES:
        return [f"{found.code} is not declared"]
    if not span.path:
        return [f"{found} says that the fault is ours"]
    content = files.get(span.path)
    if not span.line or not isinstance(content, bytes):
        return []
    lines = _lines_of(content)
    if not 1 <= span.line <= span.end_line <= len(lines):
        return [f"{found} is out of the {len(lines)} lines"]
    places = ((span.line, span.column), (span.end_line, span.end_column))
    return [f"{found} is out of line {line}" for line, column in places if not 1 <= column <= len(lines[line - 1]) + 2]


@lru_cache(maxsize=8)
def _lines_of(content: bytes) -> list[str]:
    """Return a file's lines as an editor counts them; a table that is not UTF-8 is read a byte a character."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
