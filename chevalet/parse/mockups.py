"""The `mockup` fence."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from types import MappingProxyType

from chevalet.model.block import Block, MockupBlock
from chevalet.model.diagram import Mockup, MockupKind
from chevalet.parse.context import Context
from chevalet.parse.fields import Fields
from chevalet.span import Span
from chevalet.yaml_nodes import Mapping, Scalar

# The keys a mock-up must have, then those it may have.
MOCKUP_KEYS: ReadOnly[MockupKind, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        MockupKind.SEARCH: (("address", "title", "description"), ("query",)),
        MockupKind.POST: (("author", "text"), ("when", "reactions")),
        MockupKind.MESSAGE: (("from", "text"), ("to", "subject")),
    }
)

_EVERY_KEY = tuple(dict.fromkeys(key for keys in MOCKUP_KEYS.values() for group in keys for key in group))


def read_mockup(mapping: Mapping, span: Span, context: Context) -> Block:
    """Read a search result, a post or a message; the keys wanted depend on its kind, all will do when that is wrong."""
    required, optional = _keys(mapping)
    fields = Fields(mapping, ("kind", "alt", *required, *optional), context)
    fields.require("kind", *required)
    texts = {key: fields.inlines(key) for key in (*required, *optional) if fields.node(key)}
    kind = fields.choice("kind", MockupKind, MockupKind.POST)
    return MockupBlock(Mockup(kind, MappingProxyType(texts), fields.inlines("alt")), span)


def _keys(mapping: Mapping) -> tuple[tuple[str, ...], tuple[str, ...]]:
    written = mapping.entries.get("kind")
    name = written.node.text if written and isinstance(written.node, Scalar) else ""
    return next((keys for kind, keys in MOCKUP_KEYS.items() if kind.value == name), ((), _EVERY_KEY))
