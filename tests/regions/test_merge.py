"""The merge table of `docs/regions.md`, line by line."""

from __future__ import annotations

import re

import pytest

from chevalet.load.regions.merge import list_places, merge
from chevalet.yaml_nodes import Mapping, Node, Scalar, read_yaml
from tests.tools import ROOT


def read(text: str, path: str) -> Node:
    node, found = read_yaml(text, path)
    assert node is not None
    assert found == ()
    return node


def plain(node: Node) -> object:
    match node:
        case Scalar(value=value):
            return value
        case Mapping(entries):
            return {key: plain(entry.node) for key, entry in entries.items()}
        case _:
            return [plain(item) for item in node.items]


@pytest.mark.parametrize(
    ("parent", "child", "merged"),
    [
        pytest.param("a: 1", "a: 2", {"a": 2}, id="a scalar replaces"),
        pytest.param("a: 1", "b: 2", {"a": 1, "b": 2}, id="what is not said is inherited"),
        pytest.param("a: 1", "a:", {"a": None}, id="an empty value erases"),
        pytest.param("a: {b: 1, c: 2}", "a: {b: 3}", {"a": {"b": 3, "c": 2}}, id="a map deepens"),
        pytest.param("a: {b: {c: 1}}", "a: {b: {d: 2}}", {"a": {"b": {"c": 1, "d": 2}}}, id="at any depth"),
        pytest.param("a: [1, 2]", "a: [3]", {"a": [3]}, id="a list replaces"),
        pytest.param("a: [{id: x, v: 1}]", "a: []", {"a": []}, id="an empty list erases"),
        pytest.param(
            "a: [{id: x, v: 1, w: 1}, {id: y, v: 1}]",
            "a: [{id: z, v: 2}, {id: x, v: 2}]",
            {"a": [{"id": "x", "v": 2, "w": 1}, {"id": "y", "v": 1}, {"id": "z", "v": 2}]},
            id="a list keyed by id deepens, new items follow",
        ),
        pytest.param("a: [{id: x}]", "a: [{v: 2}]", {"a": [{"v": 2}]}, id="an item without id: the list replaces"),
        pytest.param("a: {b: 1}", "a: [1]", {"a": [1]}, id="another kind of value replaces"),
        pytest.param("extends: x\na: 1", "a: 2", {"a": 2}, id="extends is nobody else's"),
    ],
)
def test_each_line_of_the_table(parent, child, merged):
    assert plain(merge(read(parent, "p"), read(child, "c"))) == merged


def test_every_value_keeps_the_place_where_it_was_said():
    merged = merge(read("terms:\n  place: {name: ici, de: d'ici}\n", "p"), read("terms:\n  place: {name: là}\n", "c"))
    places = dict(list_places(merged))
    assert (places["terms.place.name"].path, places["terms.place.de"].path) == ("c", "p")


def test_an_item_goes_by_its_id_and_any_other_by_its_rank():
    places = dict(list_places(read("a: [{id: x, v: 1}]\nb: [1, 2]\n", "p")))
    assert {"a.x.v", "b.1"} <= places.keys()


def test_the_table_is_in_the_organizers_page():
    page = (ROOT / "docs/regions.md").read_text(encoding="utf-8")
    table = page[page.index("## Quand deux fichiers se contredisent") :]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", table, re.M)
    assert [first.strip() for first, _ in rows[1:6]] == [
        "une valeur simple",
        "un groupe de clés",
        "une liste dont chaque élément a un `id`",
        "une autre liste",
        "une valeur vide (`clé:` seule, ou `[]`)",
    ]
