"""Whatever a file holds, loading it never raises, and what is said has a place in it."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from chevalet.diagnostics import Sink
from chevalet.load import MemoryTree, load_project
from chevalet.load.course import CourseRecord
from chevalet.load.data import TableRecord
from chevalet.load.facts import FactRecord, SourceRecord
from chevalet.load.module import FrontMatter, split_front_matter
from chevalet.load.shape import Written, fields_of
from chevalet.load.table import read_table
from chevalet.load.text import read_text

RECORDS: list[type[Written]] = [CourseRecord, TableRecord, FactRecord, SourceRecord, FrontMatter]
KEYS = some.sampled_from(
    sorted({name for record in RECORDS for name in fields_of(record)} | {"id", "break", "evening"})
)
NAMES = KEYS | some.text(max_size=6)
VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8) | some.dates() | NAMES,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
YAML = some.dictionaries(NAMES, VALUES, max_size=6).map(lambda value: yaml.safe_dump(value, allow_unicode=True))
PATHS = some.sampled_from(
    [
        "course/course.yaml",
        "course/facts.yaml",
        "course/glossary.yaml",
        "course/data/index.yaml",
        "modules/options/a.md",
    ]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(path=PATHS, text=YAML | some.text())
def test_any_yaml(path: str, text: str) -> None:
    content = f"---\n{text}---\n" if path.endswith(".md") else text
    _, found = load_project(MemoryTree({path: content.encode("utf-8", "replace")}), None)
    told = [each for each in found if each.span.path == path]
    lines = content.count("\n") + content.count("\r") + 2  # what is never closed may be told after the last line
    assert all(1 <= each.span.line <= each.span.end_line <= lines for each in told)
    assert all(each.span.column >= 1 and each.span.end_column >= 1 for each in told)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(content=some.binary() | some.text("ab\"',;\t\n\r 0123.,-#é").map(str.encode))
def test_any_table(content: bytes) -> None:
    sink = Sink()
    table = read_table(content, "t.csv", sink)
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert table.rows or sink.found


@settings(deadline=None, derandomize=True)
@given(content=some.binary())
def test_any_text(content: bytes) -> None:
    sink = Sink()
    text = read_text(MemoryTree({"a": content}), "a", sink)
    assert (text is None) == bool(sink.found)


@settings(deadline=None, derandomize=True)
@given(lines=some.lists(some.sampled_from(["---", "--- ", "", "## Un", "title: Un", "----"])))
def test_no_line_of_a_module_is_lost_by_cutting_it(lines: list[str]) -> None:
    parts = split_front_matter("\n".join(lines), "a.md", Sink())
    assert parts.body.split("\n") == lines[parts.body_line - 1 :] or not parts.body
    front = lines[parts.front_line - 1 : parts.front_line - 1 + parts.front.count("\n") + 1]
    assert parts.front == "\n".join(front) or not parts.front
    kept = [line for line in (parts.front + "\n" + parts.body).split("\n") if line.strip()]
    assert len([line for line in lines if line.strip()]) - len(kept) in (0, 1, 2)
