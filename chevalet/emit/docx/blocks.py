"""Every block of a flow as the content of a Word document."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from chevalet.emit.docx.book import BULLETS, INDENT, NUMBERS, Book, Frame
from chevalet.emit.docx.columns import write_columns
from chevalet.emit.docx.contents import write_contents, write_heading
from chevalet.emit.docx.controls import write_checkbox
from chevalet.emit.docx.drawing import write_drawing, write_picture
from chevalet.emit.docx.fields import write_field, write_ruled
from chevalet.emit.docx.figures import write_chart, write_mockup, write_steps
from chevalet.emit.docx.panel import write_panel
from chevalet.emit.docx.paragraph import PAGE_BREAK, wrap, write_paragraph
from chevalet.emit.docx.runs import write_characters, write_runs, write_text
from chevalet.emit.docx.table import write_fillable, write_table
from chevalet.emit.docx.widths import measure_columns
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
    FlowBlocks,
    Grid,
    Heading,
    PageBreak,
    Panel,
    Role,
)
from chevalet.model.inline import Inlines, Room, Text, plain_text

_KEEP = "<w:keepNext/>"
_DEEPEST_STYLE = 3
_FLUSH = '<w:ind w:left="0"/>'
_VALUES = 2268  # where the style of details sets their values
_LONGEST_LEAD = 3  # blocks between the title of a part and its first heading


def write_blocks(blocks: FlowBlocks, frame: Frame, book: Book) -> str:
    """Return blocks in order; a paragraph always ends them, which is what a cell needs."""
    return "".join(_write_each(blocks, frame, book))


def _write_each(blocks: FlowBlocks, frame: Frame, book: Book) -> list[str]:
    neighbours = zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
    leading = _find_leading(blocks)
    kept = replace(frame, is_kept=True)
    return [
        _write_among(before, block, after, kept if place in leading else frame, book)
        for place, (before, block, after) in enumerate(neighbours)
    ]


def _find_leading(blocks: FlowBlocks) -> frozenset[int]:
    """Return the places of what leads from the title of a part to its first heading: no title ends a page alone."""
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            end = place + 1
            while end < len(blocks) and end <= place + _LONGEST_LEAD and isinstance(blocks[end], Paragraph | List):
                end += 1
            if end < len(blocks) and isinstance(blocks[end], Heading):
                found.update(range(place + 1, end))
    return frozenset(found)


def _write_among(before: FlowBlock | None, block: FlowBlock, after: FlowBlock | None, frame: Frame, book: Book) -> str:
    """Return a block as its neighbours make it: a heading itself begins the page that a break asks for."""
    if isinstance(block, PageBreak) and isinstance(after, Heading):
        return ""
    if isinstance(block, Heading):
        is_listed, opens_page = not isinstance(after, Contents), isinstance(before, PageBreak)
        return write_heading(block, frame, book, is_listed=is_listed, opens_page=opens_page)
    if isinstance(block, Field):
        return write_field(block, frame, book, _KEEP if _is_box(after) else "")
    if isinstance(block, Paragraph) and _is_box(after):
        return _write_paragraph(block.inlines, replace(frame, is_kept=True), book)
    return _write(block, frame, book)


def _is_box(block: FlowBlock | None) -> bool:
    """Tell whether a block is a box to tick, which stays with those before it and with what leads to them."""
    return isinstance(block, Field) and block.kind is FieldKind.TICK


def _write(block: FlowBlock | Block, frame: Frame, book: Book) -> str:
    """Return one block."""
    match block:
        case Heading():
            return write_heading(block, frame, book)
        case Subheading(inlines, level):
            return write_paragraph(inlines, frame, book, f"Heading{min(4, max(1, level))}")
        case Paragraph(inlines):
            return _write_paragraph(inlines, frame, book)
        case List():
            return _write_list(block, frame, book)
        case Quote(blocks):
            return write_blocks(blocks, replace(frame, style="Quote"), book)  # type: ignore[arg-type]
        case CodeBlock(text):
            return wrap(f"<w:r>{write_characters(text)}</w:r>", "Code")
        case Table():
            return write_table(block, frame, book)
        case Container(_, blocks):
            return write_panel(Panel(Role.PLAIN, (), blocks), frame, book, _write_each)  # type: ignore[arg-type]
        case Panel():
            return write_panel(block, frame, book, _write_each)
        case Columns():
            return write_columns(block, frame, book, _write_each)
        case Field():
            return write_field(block, frame, book)
        case Grid():
            return write_fillable(block, frame, book)
        case Break() | PageBreak():
            return PAGE_BREAK
        case Contents(depth):
            return write_contents(depth, book)
        case Picture() | ChartBlock() | StepsBlock() | MockupBlock() | Drawing():
            return _write_figure(block, frame, book)
        case Details() | Definitions() | Aside():
            return _write_names(block, frame, book)
        case _:
            assert_never(block)


def _write_figure(block: Picture | ChartBlock | StepsBlock | MockupBlock | Drawing, frame: Frame, book: Book) -> str:
    match block:
        case Picture():
            return _write_picture(block, frame, book)
        case Drawing():
            return wrap(write_drawing(block, frame, book), "Figure")
        case ChartBlock(chart):
            return write_chart(chart, frame, book) if isinstance(chart, Chart) else ""
        case StepsBlock(steps):
            return write_steps(steps, frame, book)
        case MockupBlock(mockup):
            return write_mockup(mockup, frame, book)
        case _:
            assert_never(block)


def _write_names(block: Details | Definitions | Aside, frame: Frame, book: Book) -> str:
    match block:
        case Details(rows, is_inline):
            return _write_details(rows, frame, book, is_inline=is_inline)
        case Definitions(entries):
            return "".join(
                write_paragraph(term, frame, book, "DefinitionTerm", _KEEP)
                + write_paragraph(meaning, frame, book, "Definition", _FLUSH if frame.is_beside else "")
                for term, meaning in entries
            )
        case Aside(inlines):
            return write_paragraph(inlines, frame, book, "Source")
        case _:
            assert_never(block)


def _write_paragraph(inlines: Inlines, frame: Frame, book: Book) -> str:
    if any(isinstance(inline, Room) for inline in inlines):
        return write_ruled(inlines, frame, book)
    style = f"ListContinue{_suffix(frame.depth)}" if frame.depth else ""
    return write_paragraph(inlines, frame, book, style, _KEEP if frame.is_kept else "")


def _write_list(block: List, frame: Frame, book: Book) -> str:
    depth = min(frame.depth, 8)
    number = book.number_list(NUMBERS, block.start, depth) if block.ordered else BULLETS
    kind = "ListNumber" if block.ordered else "ListBullet"
    properties = _KEEP if frame.is_kept else ""
    properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    inner = replace(frame, depth=depth + 1, style="")
    return "".join(_write_item(item, f"{kind}{_suffix(depth + 1)}", properties, inner, book) for item in block.items)


def _suffix(depth: int) -> str:
    """Return how Word ends the names of its list styles: nothing, then 2, then 3."""
    return "" if depth <= 1 else str(min(_DEEPEST_STYLE, depth))


def _write_item(item: ListItem, style: str, properties: str, frame: Frame, book: Book) -> str:
    first = item.blocks[0] if item.blocks else None
    inlines, others = (first.inlines, item.blocks[1:]) if isinstance(first, Paragraph) else ((), item.blocks)
    runs = write_runs(inlines, frame, book)
    if item.checked is None:
        written = wrap(runs, style, properties)
    else:
        box = write_checkbox("", plain_text(inlines), book, is_checked=item.checked)
        step = round(INDENT * book.scale)
        indent = f'<w:ind w:left="{step * frame.depth}" w:hanging="{step}"/>'
        written = wrap(f"{box}<w:r><w:tab/></w:r>{runs}", "CheckItem", indent)
    return written + write_blocks(others, frame, book)  # type: ignore[arg-type]


def _write_picture(picture: Picture, frame: Frame, book: Book) -> str:
    if picture.data is None:
        return ""
    alt = "" if picture.decorative else picture.alt
    drawn = wrap(write_picture(picture.data, alt, frame, book), "Figure", _KEEP if picture.caption else "")
    return drawn + (wrap(write_text(picture.caption), "Caption") if picture.caption else "")


def _write_details(rows: tuple[tuple[Inlines, Inlines], ...], frame: Frame, book: Book, *, is_inline: bool) -> str:
    """Return named values: names and values parted by a tab, or all in one line."""
    gap, end = ("\u00a0", "\u2003") if is_inline else ("\t", "")
    after = write_text(end) if end else ""
    pairs = [
        write_text(plain_text(name) + gap, "DetailName") + write_runs(value, frame, book) + after
        for name, value in rows
    ]
    if is_inline:
        return wrap("".join(pairs), "DetailsInline")
    place = _place_values([plain_text(name) for name, _ in rows], book) if frame.is_beside else ""
    return "".join(wrap(pair, "Details", place) for pair in pairs)


def _place_values(names: list[str], book: Book) -> str:
    """Return the properties that set values right after the longest name, where there is little room."""
    place = measure_columns([((Text(name),),) for name in names], book.scale)[0].wanted
    usual = f'<w:tab w:val="clear" w:pos="{round(_VALUES * book.scale)}"/>'
    tabs = f'<w:tabs>{usual}<w:tab w:val="left" w:pos="{place}"/></w:tabs>'
    return f'{tabs}<w:ind w:left="{place}" w:hanging="{place}"/>'
