"""YAML read with places: types, spans, duplicate keys, limits and syntax errors."""

from __future__ import annotations

import pytest

from chevalet.diagnostics import Diagnostic
from chevalet.span import Span
from chevalet.yaml_nodes import Limits, Mapping, Node, Scalar, Sequence, read_yaml


def read(text: str, **limits: int) -> tuple[Node | None, list[str]]:
    node, found = read_yaml(text, "a.yaml", limits=Limits(**limits))
    return node, [told(each) for each in found]


def told(found: Diagnostic) -> str:
    return f"{found.span.line}:{found.span.column} {found.code}"


def place(node: Node | None) -> str:
    assert node is not None
    span = node.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


def at(node: Node | None, *path: str | int) -> Node:
    for step in path:
        if isinstance(step, str):
            assert isinstance(node, Mapping)
            node = node.entries[step].node
        else:
            assert isinstance(node, Sequence)
            node = node.items[step]
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("64.5", 64.5),
        ("1e3", 1000.0),
        ("12:30", "12:30"),
        ("no", "no"),
        ("True", "True"),
        ("2024-01-01", "2024-01-01"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("1e999", "1e999"),
        ("9" * 19, "9" * 19),
        ("'12'", "12"),
        ('"é\\u00e9"', "éé"),
        ("!!str 12", "12"),
    ],
)
def test_only_true_false_null_and_numbers_are_not_text(written: str, value: object) -> None:
    node, found = read(f"a: {written}")
    scalar = at(node, "a")

    assert isinstance(scalar, Scalar)
    assert (scalar.value, type(scalar.value)) == (value, type(value))
    assert found == []


def test_a_value_keeps_the_text_as_written() -> None:
    node, _ = read("version: 1.50")

    assert at(node, "version") == Scalar(1.5, Span("a.yaml", 1, 10, 1, 14), "1.50")


TEXT = """\
titre: "Été 🙂"
liste:
  - x: 1
    y: [a, {b: c}]
long: |
  un

  deux

fin: >-
  replié
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), "1:1-11:9"),
        (("titre",), "1:8-1:15"),
        (("liste",), "3:3-4:19"),
        (("liste", 0), "3:5-4:19"),
        (("liste", 0, "x"), "3:8-3:9"),
        (("liste", 0, "y"), "4:8-4:19"),
        (("liste", 0, "y", 1), "4:12-4:18"),
        (("long",), "5:7-8:7"),
        (("fin",), "10:6-11:9"),
    ],
)
def test_every_node_has_its_place(path: tuple[str | int, ...], expected: str) -> None:
    node, _ = read(TEXT)

    assert place(at(node, *path)) == expected


def test_keys_have_their_place() -> None:
    node, _ = read("a:\n  été: 1\n")
    inner = at(node, "a")

    assert isinstance(inner, Mapping)
    assert inner.entries["été"].key_span == Span("a.yaml", 2, 3, 2, 6)


def test_places_count_from_where_the_text_begins() -> None:
    node, found = read_yaml("a: 1\na: 2", "m.md", 10, 5)

    assert place(at(node, "a")) == "10:8-10:9"
    assert [told(each) for each in found] == ["11:5 duplicate-key"]


def test_each_line_may_begin_at_its_own_column() -> None:
    node, _ = read_yaml("a: 1\nb: 2", "m.md", 10, (5, 3))

    assert [place(at(node, key)) for key in "ab"] == ["10:8-10:9", "11:6-11:7"]


def test_unusual_line_ends_are_spaces_so_that_lines_stay_those_of_editors() -> None:
    node, found = read("a: un\u2028deux\u0085trois\nb: 1")

    assert found == []
    assert place(at(node, "b")) == "2:4-2:5"
    assert getattr(at(node, "a"), "value", None) == "un deux trois"


def test_of_a_duplicate_key_the_first_value_is_kept() -> None:
    node, found = read_yaml("a: 1\nb: 2\na: 3", "a.yaml")

    assert getattr(at(node, "a"), "value", None) == 1
    assert [(told(each), dict(each.arguments)) for each in found] == [
        ("3:1 duplicate-key", {"key": "a", "first_line": "1"})
    ]


def test_aliases_share_a_node() -> None:
    node, found = read("a: &x [1]\nb: *x")

    assert at(node, "b") is at(node, "a")
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5 yaml-syntax"),
        ("a:\n\t- b", "2:1 yaml-syntax"),
        ("a: 'x\nb: 1", "1:4 yaml-syntax"),
        ("a: [1, 2", "1:4 yaml-syntax"),
        ("a: @b", "1:4 yaml-syntax"),
        ("a: 1\n---\nb: 2", "2:1 yaml-syntax"),
        ("a: 1\nb: \x01", "2:4 yaml-syntax"),
        ("é: \ud800", "1:4 yaml-syntax"),
        ("a: *x", "1:4 yaml-syntax"),
        ("a: &x [*x]", "1:8 yaml-syntax"),
        ("a: !local b", "1:4 yaml-syntax"),
        ("- a\nb: 1", "2:1 yaml-syntax"),
    ],
)
def test_what_is_not_yaml_is_told_where_it_stands(text: str, expected: str) -> None:
    assert read(text) == (None, [expected])


def test_a_key_must_be_a_word() -> None:
    node, found = read("? [a]\n: b\nc: d")

    assert isinstance(node, Mapping)
    assert list(node.entries) == ["c"]
    assert found == ["1:3 yaml-syntax"]


def test_nothing_is_no_node() -> None:
    assert read("") == (None, [])
    assert read("# rien\n") == (None, [])


def test_depth_is_bounded() -> None:
    assert read("[" * 64 + "]" * 64)[1] == []
    assert read("[" * 65 + "]" * 65) == (None, ["1:65 yaml-too-deep"])


def test_depth_is_bounded_before_the_parser_could_overflow() -> None:
    assert read("[" * 200_000) == (None, ["1:65 yaml-too-deep"])
    assert read("{a: " * 200_000) == (None, ["1:257 yaml-too-deep"])


def test_depth_counts_through_aliases() -> None:
    assert read("a: &x [[1]]\nb: [*x]", depth=4)[1] == []
    assert read("a: &x [[1]]\nb: [*x]", depth=3) == (None, ["2:5 yaml-too-deep"])


def test_nodes_are_counted_through_aliases() -> None:
    bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
    )

    assert read(bomb) == (None, ["5:35 yaml-too-large"])


def test_aliases_are_counted() -> None:
    assert read("a: &x 1\nb: *x\nc: *x", aliases=2)[1] == []
    assert read("a: &x 1\nb: *x\nc: *x", aliases=1) == (None, ["3:4 yaml-alias"])


def test_size_is_bounded() -> None:
    assert read("- a\n- b\n", nodes=3)[1] == []
    assert read("- a\n- b\n", nodes=1) == (None, ["1:3 yaml-too-large"])
    assert read("a: bcd", characters=5) == (None, ["1:1 yaml-too-large"])
