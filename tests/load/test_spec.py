"""Runs the cases of `spec/`: a change to the small course, then everything load has to say of it, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from chevalet.diagnostics import Diagnostic
from chevalet.load import MemoryTree, load_project
from chevalet.model.theme import Theme

SPECS = Path(__file__).parent / "spec"
PART = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$|^## ([^\n]*)$", re.S | re.M)


@dataclass(frozen=True)
class Case:
    """A heading of a specification, its changes as (kind, path, text), and the diagnostics they must give."""

    name: str
    changes: tuple[tuple[str, str, str], ...]
    expected: tuple[str, ...]


def read_cases() -> Iterator[Case]:
    for path in sorted(SPECS.glob("*.md")):
        name, changes = "", []
        for kind, argument, text, heading in PART.findall(path.read_text(encoding="utf-8")):
            if heading:
                name, changes = f"{path.stem}: {heading}", []
            elif kind == "says":
                yield Case(name, tuple(changes), tuple(text.splitlines()))
            else:
                changes.append((kind, argument, text))


def change(files: dict[str, str | bytes], kind: str, path: str, text: str) -> None:
    match kind:
        case "file":
            files[path] = text
        case "remove":
            del files[path]
        case "diff":
            for hunk in text.rstrip("\n").split("\n\n"):
                lines = [line + "\n" for line in hunk.split("\n")]
                old = "".join(line[1:] for line in lines if line.startswith("-"))
                new = "".join(line[1:] for line in lines if line.startswith("+"))
                before = bytes(files[path]).decode() if isinstance(files[path], bytes) else str(files[path])
                assert before.count(old) == 1, f"not once in {path}: {old}"
                files[path] = before.replace(old, new)
        case _:
            raise ValueError(kind)


def show(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    end = span.end_column if span.end_line == span.line else f"{span.end_line}:{span.end_column}"
    place = f"{span.path}:{span.line}:{span.column}-{end}" if span.line else span.path
    arguments = [f"{name}={value}" for name, value in diagnostic.arguments]
    return " ".join([place, diagnostic.severity.value, diagnostic.code, *arguments])


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: case.name)
def test_spec(case: Case, files: dict[str, str | bytes], theme: Theme) -> None:
    for kind, path, text in case.changes:
        change(files, kind, path, text)
    _, found = load_project(MemoryTree(files), theme)
    assert [show(each) for each in found] == list(case.expected)


def test_the_course_without_change_says_nothing(files: dict[str, str | bytes], theme: Theme) -> None:
    assert load_project(MemoryTree(files), theme)[1] == ()
