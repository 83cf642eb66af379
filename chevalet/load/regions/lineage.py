"""A region's file with those it extends, merged into one node."""

from __future__ import annotations

from msgspec import Struct

from chevalet.diagnostics import Sink, suggest
from chevalet.load.regions.folder import ENDING
from chevalet.load.regions.merge import EXTENDS, merge
from chevalet.load.text import read_nodes
from chevalet.load.tree import Tree
from chevalet.yaml_nodes import Mapping, Node, Scalar


class Lineage(Struct, frozen=True):
    """What a region says with all it inherits, None when its own file says nothing; `files` without their ending."""

    node: Node | None
    files: tuple[str, ...]


def read_lineage(tree: Tree, folder: str, identifier: str, known: tuple[str, ...], sink: Sink) -> Lineage:
    """Read a region and, one after another, those it extends; an unknown one and a circle are told where named."""
    names, nodes = [identifier], [read_nodes(tree, f"{folder}/{identifier}{ENDING}", sink)]
    while parent := _find_parent(nodes[-1]):
        name, span = parent.text, parent.span
        if name in names:
            sink.add("region-circle", span, regions=" → ".join((*names[names.index(name) :], name)))
            break
        if name not in known:
            sink.add(
                "unknown-region",
                span,
                region=name,
                nearest=suggest(name, [each for each in known if each not in names]),
            )
            break
        names.append(name)
        nodes.append(read_nodes(tree, f"{folder}/{name}{ENDING}", sink))
    files = tuple(f"{folder}/{name}" for name in names)
    return Lineage(_merge_all(nodes), files)


def _find_parent(node: Node | None) -> Scalar | None:
    entry = node.entries.get(EXTENDS) if isinstance(node, Mapping) else None
    return entry.node if entry and isinstance(entry.node, Scalar) and entry.node.text else None


def _merge_all(nodes: list[Node | None]) -> Node | None:
    """Return the first node over the others; one that is no map is left for reading to refuse."""
    merged: Node | None = None
    for node in reversed(nodes):
        is_said = node is not None and not (isinstance(node, Scalar) and not node.text.strip())
        if node is not None and is_said:
            merged = node if merged is None else merge(merged, node)
    return merged
