"""The headings of a document: which are listed in its contents, and by what name each is linked to."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.model.block import Container, List, Quote
from chevalet.model.flow import Columns, Contents, FlowBlock, FlowBlocks, Heading, Panel


def walk(blocks: FlowBlocks) -> Iterator[FlowBlock]:
    """Yield every block in reading order, those inside others too."""
    for block in blocks:
        yield block
        for part in _parts(block):
            yield from walk(part)


def _parts(block: FlowBlock) -> tuple[FlowBlocks, ...]:
    match block:
        case Panel(_, _, blocks) | Container(_, blocks) | Quote(blocks):
            return (blocks,)  # type: ignore[return-value]
        case Columns(columns):
            return columns
        case List(items):
            return tuple(item.blocks for item in items)  # type: ignore[misc]
        case _:
            return ()


def listed_headings(blocks: FlowBlocks, depth: int = 4) -> list[Heading]:
    """Return the headings down to `depth`, without that which is the title of the contents."""
    found: list[Heading] = []
    for block in walk(blocks):
        if isinstance(block, Contents) and found and found[-1] is _before(block, blocks):
            found.pop()
        if isinstance(block, Heading):
            found.append(block)
    return [heading for heading in found if heading.level <= depth]


def _before(block: FlowBlock, blocks: FlowBlocks) -> FlowBlock | None:
    place = next((place for place, other in enumerate(blocks) if other is block), 0)
    return blocks[place - 1] if place else None
