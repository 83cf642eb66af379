"""Every block of a flow as lines of text, which are never wrapped: the reader's program does that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct

from chevalet.emit.headings import listed_headings
from chevalet.emit.tabulation import tabulate
from chevalet.emit.text.inlines import ROOM, write_inlines
from chevalet.emit.words import document_words
from chevalet.model.block import (
    Block,
    Break,
    ChartBlock,
    CodeBlock,
    Container,
    List,
    ListItem,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.diagram import Chart, Steps
from chevalet.model.flow import (
    Aside,
    Columns,
    Contents,
    Definitions,
    Details,
    Drawing,
    Field,
    FieldKind,
    Flow,
    FlowBlock,
    FlowBlocks,
    Grid,
    Heading,
    PageBreak,
    Panel,
)
from chevalet.model.inline import Inlines

_BULLET = "– "
_BOXES = {None: "", False: "☐ ", True: "☑ "}
Pairs = Iterable[tuple[Inlines, Inlines]]


class TextWriter(Struct, frozen=True):
    """Writes the blocks of one document; each gives one text, without a line feed at its end."""

    flow: Flow

    def write(self, blocks: FlowBlocks, gap: str = "\n\n") -> str:
        """Return blocks in order, an empty line between two."""
        return gap.join(filter(None, map(self._write, blocks)))

    def _write(self, block: FlowBlock | Block) -> str:
        match block:
            case Paragraph(inlines) | Aside(inlines) | Subheading(inlines):
                return write_inlines(inlines)
            case Heading():
                return _lines(write_inlines(block.before), write_inlines(block.inlines))
            case List():
                return self._write_list(block)
            case CodeBlock(text):
                return text
            case Quote(blocks) | Container(_, blocks):
                return self.write(blocks)  # type: ignore[arg-type]
            case Columns(columns):
                return "\n\n".join(filter(None, map(self.write, columns)))
            case Panel():
                return self._write_panel(block)
            case PageBreak() | Break():
                return ""
            case Contents(depth):
                headings = listed_headings(self.flow.blocks, depth)
                return "\n".join(_BULLET + write_inlines(heading.inlines) for heading in headings)
            case Table() | Grid() | Details() | Definitions() | Field():
                return self._write_names(block)
            case Picture() | Drawing() | ChartBlock() | StepsBlock() | MockupBlock():
                return self._write_figure(block)
            case _:
                assert_never(block)

    def _write_list(self, block: List) -> str:
        marks = (f"{block.start + at}. " if block.ordered else _BULLET for at in range(len(block.items)))
        return "\n".join(self._write_item(mark, item) for mark, item in zip(marks, block.items, strict=True))

    def _write_item(self, mark: str, item: ListItem) -> str:
        first, *rest = self.write(item.blocks, gap="\n").split("\n")  # type: ignore[arg-type]
        return "\n".join([mark + _BOXES[item.checked] + first, *(f"   {line}" for line in rest)])

    def _write_panel(self, panel: Panel) -> str:
        head = _lines(write_inlines(panel.label), self.write_pairs(panel.details))
        return "\n\n".join(filter(None, (head, self.write(panel.blocks))))

    def _write_names(self, block: Table | Grid | Details | Definitions | Field) -> str:
        match block:
            case Table() | Grid():
                return _write_table(block)
            case Details(pairs) | Definitions(pairs):
                return self.write_pairs(pairs)
            case Field():
                return _write_field(block)
            case _:
                assert_never(block)

    def write_pairs(self, pairs: Pairs) -> str:
        """Return a line a pair, the colon set as the language sets it."""
        pattern = self.flow.locale.words.get("named-value", "{name}: {value}")
        return "\n".join(pattern.format(name=write_inlines(name), value=write_inlines(value)) for name, value in pairs)

    def _write_figure(self, block: Picture | Drawing | ChartBlock | StepsBlock | MockupBlock) -> str:
        match block:
            case Picture():
                return _lines("" if block.decorative else block.alt, block.caption)
            case Drawing():
                return block.alt
            case ChartBlock(chart):
                return self._write_chart(chart) if isinstance(chart, Chart) else ""
            case StepsBlock(steps):
                return _write_steps(steps)
            case MockupBlock(mockup):
                return "\n".join(map(write_inlines, mockup.fields.values()))
            case _:
                assert_never(block)

    def _write_chart(self, chart: Chart) -> str:
        corner = document_words(self.flow.language)["category"]
        data = _write_table(tabulate(chart, self.flow.locale, corner))
        return _lines(write_inlines(chart.title), data, write_inlines(chart.source))


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def _write_table(table: Table | Grid) -> str:
    """Return a line a row, its cells parted by tabs, so that it pastes into a sheet."""
    rows = (table.header, *table.rows)
    return "\n".join("\t".join(write_inlines(cell).replace("\n", " ") for cell in row) for row in rows)


def _write_field(field: Field) -> str:
    label = write_inlines(field.label)
    match field.kind:
        case FieldKind.TICK:
            return f"☐ {label}"
        case FieldKind.CHOICE:
            return _lines(label, *(f"☐ {write_inlines(option)}" for option in field.options))
        case FieldKind.LINES | FieldKind.WORDS | FieldKind.DATE:
            return f"{label} {ROOM}"
        case _:
            assert_never(field.kind)


def _write_steps(steps: Steps) -> str:
    lines: list[str] = []
    for number, step in enumerate(steps.steps, start=1):
        parts = filter(None, map(write_inlines, (step.when, step.title, step.text)))
        lines.append(f"{number}. {' – '.join(parts)}")
    return "\n".join(lines)
