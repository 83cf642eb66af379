"""The manual tells the truth: its tables are those of the compiler, its examples compile (`docs/format.md`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from parse_harness import parse_body
from parse_notation import write_diagnostics
from parse_positions import POSITIONS, SAMPLES, outcome

from chevalet.diagnostics import CODES, Severity
from chevalet.parse.charts import CHART_KEYS
from chevalet.parse.containers import CONTAINERS, GROUPS, AttributeKind
from chevalet.parse.fences import LIMITS
from chevalet.parse.headings import FITS, LAYOUTS
from chevalet.parse.inlines import DEEPEST as DEEPEST_MARKS
from chevalet.parse.inlines import LONGEST
from chevalet.parse.leaves import MOST_LINES
from chevalet.parse.markdown import DEEPEST as DEEPEST_BLOCKS
from chevalet.parse.mockups import MOCKUP_KEYS
from chevalet.parse.nesting import DEEPEST as DEEPEST_CONTAINERS
from chevalet.parse.steps import STEPS_KEYS

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

_CODE = re.compile(r"`([^`]+)`")
_EXAMPLE = re.compile(r"^````markdown\n(.*?)^````$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")


def _tables() -> list[list[list[str]]]:
    """Return every table of the manual as rows of cells, header first, without those of its examples."""
    blocks = re.findall(r"(?:^\|.*\n)+", _FENCE.sub("", MANUAL), re.MULTILINE)
    return [[[cell.strip() for cell in _BAR.split(row)[1:-1]] for row in block.splitlines()] for block in blocks]


def table(*header: str) -> list[list[str]]:
    """Return the rows of the table whose header begins with these words."""
    found = [rows[2:] for rows in _tables() if tuple(rows[0][: len(header)]) == header]
    assert len(found) == 1, f"{len(found)} tables begin with {header}"
    return found[0]


def codes(cell: str) -> tuple[str, ...]:
    return tuple(_CODE.findall(cell))


def line_of(text: str) -> int:
    return MANUAL.count("\n", 0, MANUAL.index(text)) + 1


EXAMPLES = _EXAMPLE.findall(MANUAL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line-{line_of(example)}")
def test_every_example_compiles_without_a_word(example: str) -> None:
    _, found = parse_body(example)

    assert write_diagnostics(found) == ""


def test_the_manual_has_examples() -> None:
    assert len(EXAMPLES) > 12


def test_containers_and_their_attributes() -> None:
    told = {codes(name)[0]: attributes for name, attributes, _ in table("bloc", "attributs", "où")}

    for name, rule in CONTAINERS.items():
        names = [attribute.name for attribute in rule.attributes]
        required = [attribute.name for attribute in rule.attributes if attribute.is_required]
        assert list(codes(told[name])) == names
        assert re.findall(r"`([^`]+)` \(obligatoire\)", told[name]) == required
    assert list(told) == list(CONTAINERS)


def test_where_containers_may_stand() -> None:
    for name, attributes, place in table("bloc", "attributs", "où"):
        rule = CONTAINERS[codes(name)[0]]
        assert codes(place) == (rule.never_in or ((rule.inside,) if rule.inside else ()))
        assert ("directement" in place) == bool(rule.inside)
        assert ("diapositives" in place) == rule.wraps_slides
        assert ("facette" in attributes) == rule.has_facets


def test_the_flag_and_the_groups() -> None:
    flags = [
        attribute.name
        for rule in CONTAINERS.values()
        for attribute in rule.attributes
        if attribute.kind is AttributeKind.FLAG
    ]
    paragraph = next(block for block in MANUAL.split("\n\n") if block.startswith("Un attribut s’écrit"))

    assert flags == ["reveal"]
    assert codes(paragraph)[-6:] == ("group", *GROUPS)


def test_every_container_is_in_the_table_of_outputs() -> None:
    rows = table("bloc", "diapositive")

    assert [codes(row[0]) for row in rows] == [(), *[(name,) for name in CONTAINERS]]
    assert all(all(cell for cell in row) for row in rows)


def test_layouts_are_inferred_in_the_order_told() -> None:
    from chevalet.layout.infer import RULES  # noqa: PLC0415 - the other tests of parse need no layout

    told = [codes(row[0])[0] for row in table("disposition", "quand")]

    assert told == [*[role for role, _ in RULES], "text"]


def test_every_layout_is_told() -> None:
    inferred = {codes(row[0])[0] for row in table("disposition", "quand")}
    asked = {codes(row[0])[0] for row in table("disposition", "ce qu’elle est")}

    assert inferred | asked == set(LAYOUTS)
    assert not inferred & asked


def test_the_ways_to_fit() -> None:
    row = next(row for row in table("écriture", "sens") if "fit" in row[0])

    assert codes(row[1]) == FITS


def test_the_keys_of_drawings() -> None:
    tables = [[codes(row[0])[0] for row in rows[2:]] for rows in _tables() if rows[0] == ["clé", "ce qu’elle dit"]]
    mockups = {row[0].strip("`"): (codes(row[1]), codes(row[2])) for row in table("`kind`")}

    assert list(CHART_KEYS) in tables
    assert list(STEPS_KEYS) in tables
    assert mockups == {kind.value: keys for kind, keys in MOCKUP_KEYS.items()}


def test_the_limits() -> None:
    told = [
        int(number.replace(" ", "")) for row in table("ce qui", "au plus") for number in re.findall(r"\d[\d ]*", row[1])
    ]

    assert told == [
        DEEPEST_BLOCKS,
        DEEPEST_CONTAINERS,
        DEEPEST_MARKS,
        LONGEST,
        LIMITS.depth,
        LIMITS.nodes,
        LIMITS.characters,
    ]
    assert f"de 1 à {MOST_LINES}" in MANUAL


@pytest.mark.parametrize("row", table("élément"), ids=lambda row: row[0])
def test_what_each_construct_becomes_in_each_position(row: list[str]) -> None:
    name, *cells = row

    assert dict(zip(POSITIONS, cells, strict=True)) == {
        position: outcome(SAMPLES[name.replace("\\|", "|")], position) for position in POSITIONS
    }


def test_every_construct_is_in_the_table() -> None:
    assert [row[0] for row in table("élément")] == list(SAMPLES)


def test_the_codes_named_exist() -> None:
    named = {code for row in table("élément") for cell in row[1:] for code in codes(cell)}

    assert named <= set(CODES)
    assert CODES["text-before-first-slide"] is Severity.WARNING
