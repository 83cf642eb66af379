"""Files cut short, every key and every value spoiled in turn: nothing raises, and all of it is told in its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from chevalet.diagnostics import Diagnostic, Severity, Sink
from chevalet.load import MemoryTree, load_project
from chevalet.load.module import split_front_matter
from chevalet.model.theme import Theme
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml

PROJECT = Path(__file__).parent / "project"
PATHS = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.rglob("*") if path.suffix in (".yaml", ".md"))
# Where authors choose the names: there `*` stands for any.
CHOSEN = ("facts", "glossary", "index", "course.terms", "course.terms.*", "course.facets", "course.schedules")
CHOSEN += ("facts.*.values", "index.*.labels")
REQUIRED = {
    *("course.title", "course.schedules", "course.schedules.*.start", "course.schedules.*.minutes", "course.workshops"),
    *("course.workshops.id", "course.workshops.title", "course.workshops.modules", "course.workshops.modules.break"),
    *("facts.*.statement", "facts.*.status", "facts.*.source"),
    *("facts.*.source.publisher", "facts.*.source.title", "facts.*.source.year"),
    *("glossary.*.term", "glossary.*.definition", "index.*.file", "index.*.source"),
    *("module.title", "module.minutes"),
}


@dataclass(frozen=True)
class Spot:
    """A key and its value in a file; `where` names its owners, `*` for a name that an author chose."""

    where: str
    key: str
    key_span: Span
    node: Node


def read_spots() -> Iterator[Spot]:
    for path in PATHS:
        text = (PROJECT / path).read_text(encoding="utf-8")
        if path.endswith(".md"):
            parts = split_front_matter(text, path, Sink())
            node, _ = read_yaml(parts.front, path, parts.front_line)
        else:
            node, _ = read_yaml(text, path)
        assert node is not None
        yield from walk(node, "module" if path.endswith(".md") else Path(path).stem)


def walk(node: Node, where: str) -> Iterator[Spot]:
    match node:
        case Mapping(entries):
            for key, entry in entries.items():
                inside = f"{where}.{'*' if where in CHOSEN else key}"
                yield Spot(inside, key, entry.key_span, entry.node)
                yield from walk(entry.node, inside)
        case Sequence(items):
            for item in items:
                yield from walk(item, where)
        case Scalar():
            pass


SPOTS = list(read_spots())
DECLARED = [spot for spot in SPOTS if not spot.where.endswith("*")]


def spoil(files: dict[str, str | bytes], spot: Spot, span: Span, text: str, theme: Theme) -> tuple[Diagnostic, ...]:
    lines = (PROJECT / spot.key_span.path).read_text(encoding="utf-8").split("\n")
    head = [*lines[: span.line - 1], lines[span.line - 1][: span.column - 1] + text]
    tail = [lines[span.end_line - 1][span.end_column - 1 :], *lines[span.end_line :]]
    files[spot.key_span.path] = "\n".join(head) + "\n".join(tail)
    return load_project(MemoryTree(files), theme)[1]


def name(spot: Spot) -> str:
    return f"{spot.key_span.path}:{spot.key_span.line}:{spot.key}"


@pytest.mark.parametrize("path", PATHS)
def test_a_file_cut_anywhere_never_raises(files: dict[str, str | bytes], theme: Theme, path: str) -> None:
    content = (PROJECT / path).read_bytes()
    for length in range(0, len(content), 50):
        _, found = load_project(MemoryTree({**files, path: content[:length]}), theme)
        assert all(each.span.path for each in found)
        assert all(each.span.line for each in found if each.severity is Severity.ERROR)


@pytest.mark.parametrize("spot", DECLARED, ids=name)
def test_a_mistyped_key_gets_its_right_name(files: dict[str, str | bytes], theme: Theme, spot: Spot) -> None:
    found = spoil(files, spot, spot.key_span, spot.key + "e", theme)
    unknown = [each for each in found if each.code == "unknown-key"]
    assert [(dict(each.arguments)["nearest"], each.span.line) for each in unknown] == [(spot.key, spot.key_span.line)]


@pytest.mark.parametrize("spot", DECLARED, ids=name)
def test_a_key_without_value_is_told_when_it_is_required(
    files: dict[str, str | bytes], theme: Theme, spot: Spot
) -> None:
    found = spoil(files, spot, spot.node.span, "~", theme)
    missing = [(dict(each.arguments)["key"], each.span) for each in found if each.code == "missing-key"]
    if spot.where in REQUIRED:
        assert missing == [(spot.key, spot.key_span)]
    elif spot.where != "facts.*.verified_on":
        assert missing == []


@pytest.mark.parametrize("value", ["[{a: [1]}]", "{a: {b: {c: 1}}}", "true"])
@pytest.mark.parametrize("spot", [spot for spot in SPOTS if spot.key != "section"], ids=name)
def test_a_value_of_another_type_is_told_at_its_place(
    files: dict[str, str | bytes], theme: Theme, spot: Spot, value: str
) -> None:
    found = spoil(files, spot, spot.node.span, value, theme)
    errors = [each for each in found if each.severity is Severity.ERROR and each.span.path == spot.key_span.path]
    assert spot.node.span.line in [each.span.line for each in errors]
