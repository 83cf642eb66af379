"""The merge table of regions: what becomes of a value that is said by a region and by the one it extends.

The table is in `docs/regions.md`: a scalar replaces, a map deepens, a list replaces
unless each item of both has an `id`, in which case items of one id deepen and new ones follow. An empty value erases.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from chevalet.span import Span
from chevalet.yaml_nodes import Entry, Mapping, Node, Scalar, Sequence

EXTENDS = "extends"
_KEY = "id"


def merge(parent: Node, child: Node) -> Node:
    """Return what the child says over its parent; every value keeps the place where it was written."""
    match parent, child:
        case Mapping(), Mapping():
            return _merge_maps(parent, child)
        case Sequence(), Sequence() if _are_keyed(parent, child):
            return _merge_lists(parent, child)
        case _:
            return child


def list_places(node: Node, name: str = "") -> Iterator[tuple[str, Span]]:
    """Yield every value's place under its keys joined with dots; an item goes by its `id`, else by its rank from 0."""
    yield name, node.span
    before = f"{name}." if name else ""
    match node:
        case Mapping(entries):
            for key, entry in entries.items():
                yield from list_places(entry.node, f"{before}{key}")
        case Sequence(items):
            for rank, item in enumerate(items):
                yield from list_places(item, f"{before}{find_id(item) or rank}")


def find_id(node: Node) -> str:
    """Return the `id` of an item, empty when it has none."""
    entry = node.entries.get(_KEY) if isinstance(node, Mapping) else None
    return entry.node.text if entry and isinstance(entry.node, Scalar) else ""


def _merge_maps(parent: Mapping, child: Mapping) -> Mapping:
    entries = {key: entry for key, entry in parent.entries.items() if key != EXTENDS}
    for key, entry in child.entries.items():
        inherited = entries.get(key)
        node = merge(inherited.node, entry.node) if inherited else entry.node
        entries[key] = Entry(entry.key_span, node)
    return Mapping(MappingProxyType(entries), child.span)


def _are_keyed(parent: Sequence, child: Sequence) -> bool:
    return bool(child.items) and all(find_id(item) for item in (*parent.items, *child.items))


def _merge_lists(parent: Sequence, child: Sequence) -> Sequence:
    items = {find_id(item): item for item in parent.items}
    # An id that is given twice in the child stays twice: reading tells of it.
    again: list[Node] = []
    seen: set[str] = set()
    for item in child.items:
        name = find_id(item)
        if name in seen:
            again.append(item)
            continue
        seen.add(name)
        items[name] = merge(items[name], item) if name in items else item
    return Sequence((*items.values(), *again), child.span)
