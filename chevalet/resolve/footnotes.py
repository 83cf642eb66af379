"""Footnotes: lettered on each slide, so that no reader takes one for the number of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from chevalet.model.block import Block, Blocks, CodeBlock, List, Paragraph, Quote, Subheading
from chevalet.model.inline import Inlines, LineBreak, Text


class Footnotes(Struct):
    """The footnotes one slide refers to, in order; `definitions` are those of its file."""

    definitions: Mapping[str, Blocks]
    asked: dict[str, str] = field(default_factory=dict)

    def letter(self, label: str) -> str:
        """Return the letter of a footnote, empty when the file does not define it, which parse has said."""
        if label not in self.definitions:
            return ""
        return self.asked.setdefault(label, letters(len(self.asked)))


def letters(index: int) -> str:
    """Return `a` for 0, `b` for 1… `z`, then `aa`."""
    beyond, place = divmod(index, 26)
    return (letters(beyond - 1) if beyond else "") + chr(ord("a") + place)


def flatten(blocks: Iterable[Block]) -> Inlines:
    """Return the text of a footnote's blocks as one run, each block on its own line."""
    lines = [line for block in blocks for line in _lines(block)]
    return tuple(inline for number, line in enumerate(lines) for inline in ((LineBreak(),) * (number > 0) + line))


def _lines(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph(inlines) | Subheading(inlines):
            yield inlines
        case CodeBlock(text):
            yield (Text(text),)
        case Quote(blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case List(items):
            yield from (line for item in items for inner in item.blocks for line in _lines(inner))
        case _:
            return
