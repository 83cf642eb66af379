"""Every block of a document as rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from chevalet.emit.xlsx.paper.charts import write_chart
from chevalet.emit.xlsx.paper.page import Page
from chevalet.emit.xlsx.paper.tables import read_table, write_table
from chevalet.model.block import (
    Block,
    Break,
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
from chevalet.model.diagram import Chart
from chevalet.model.flow import (
    Aside,
    Columns,
    Contents,
    Definitions,
    Details,
    Drawing,
    Field,
    FieldKind,
    FlowBlock,
    Grid,
    Heading,
    PageBreak,
    Panel,
)
from chevalet.model.inline import Inlines, plain_text


def write_blocks(blocks: tuple[FlowBlock, ...] | tuple[Block, ...], section: str, page: Page) -> None:
    """Write blocks one under the other; `section` is what the totals of their tables are told by."""
    for block in blocks:
        _write(block, section, page)


def _write(block: FlowBlock | Block, section: str, page: Page) -> None:
    match block:
        case Table() | Grid():
            write_table(read_table(block, page.locale), section, page)
        case ChartBlock(chart):
            if isinstance(chart, Chart):
                write_chart(chart, page)
        case Field():
            _write_field(block, page)
        case Panel(_, label, blocks):
            page.write(plain_text(label), bold=True, font_color=page.cells.colors.accent)
            write_blocks(blocks, section, page)
        case Quote(blocks) | Container(_, blocks):
            write_blocks(blocks, section, page)
        case Columns(columns):
            for column in columns:
                write_blocks(column, section, page)
        case Heading(_, inlines) | Subheading(inlines):
            page.write(plain_text(inlines), bold=True, font_color=page.cells.colors.accent)
        case Aside(inlines):
            page.note(plain_text(inlines))
        case Contents() | PageBreak() | Break():
            return
        case _:
            for line in _lines(block):
                page.write(line)


def _write_field(block: Field, page: Page) -> None:
    yes_or_no = (page.say("report-yes"), page.say("report-no"))
    choices = yes_or_no if block.kind is FieldKind.TICK else tuple(map(plain_text, block.options))
    page.field(plain_text(block.label), block.lines, choices)


def _lines(
    block: Paragraph | List | CodeBlock | Details | Definitions | StepsBlock | MockupBlock | Picture | Drawing,
) -> Iterator[str]:
    """Yield the lines of a block that is words alone in a sheet."""
    match block:
        case Paragraph(inlines):
            yield plain_text(inlines)
        case CodeBlock(text):
            yield text
        case List(items):
            for number, item in enumerate(items, start=block.start):
                mark = f"{number}. " if block.ordered else "– "
                yield mark + " ".join(line for inner in item.blocks for line in _inner(inner))
        case Details(rows) | Definitions(rows):
            yield from map(_pair, rows)
        case StepsBlock(steps):
            for number, step in enumerate(steps.steps, start=1):
                yield f"{number}. {plain_text(step.title)} {plain_text(step.text)}".rstrip()
        case MockupBlock(mockup):
            yield from map(plain_text, mockup.fields.values())
        case Picture() | Drawing():
            yield block.alt
        case _:
            assert_never(block)


def _inner(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | List() | CodeBlock():
            yield from _lines(block)
        case _:
            return


def _pair(pair: tuple[Inlines, Inlines]) -> str:
    name, value = pair
    return f"{plain_text(name)} : {plain_text(value)}"
