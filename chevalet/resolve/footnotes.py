"""Footnotes: lettered on each slide, so that no reader takes one for the number of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from chevalet.model.block import (
    Block,
    Blocks,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.diagram import ChartSource
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
    """Return the text of a footnote's blocks as one run, each block on its own line; it has no room for a drawing."""
    lines = [line for block in blocks for line in _lines(block)]
    return tuple(inline for number, line in enumerate(lines) for inline in ((LineBreak(),) * (number > 0) + line))


def _lines(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph(inlines) | Subheading(inlines):
            yield inlines
        case CodeBlock(text):
            yield (Text(text),)
        case Quote(blocks) | Container(blocks=blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case List(items):
            yield from (line for item in items for inner in item.blocks for line in _lines(inner))
        case Table(header, rows):
            yield from map(_join, (header, *rows))
        case Picture(alt=alt, caption=caption):
            yield _join([(Text(text),) for text in (alt, caption) if text])
        case StepsBlock(steps):
            yield from (_join(filter(None, (step.when, step.title, step.text))) for step in steps.steps)
        case MockupBlock(mockup):
            yield from mockup.fields.values()
        case ChartBlock(ChartSource(title=title, rows=rows, source=source)):
            yield title
            yield from (_join([(Text(str(cell)),) for cell in row if cell is not None]) for row in rows)
            yield source or ()
        case _:
            return


def _join(texts: Iterable[Inlines]) -> Inlines:
    """Return texts one after the other, a dash between them."""
    return tuple(inline for number, text in enumerate(texts) for inline in ((Text(" – "),) * (number > 0) + text))
