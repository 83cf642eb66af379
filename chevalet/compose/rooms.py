"""Room to write: `{lines=3}`, `{field=name}`, boxes and empty cells become the fields of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chevalet.compose.writing import Desk
from chevalet.model.block import Blocks, List, ListItem, Paragraph, Table
from chevalet.model.flow import Field, FieldKind, FlowBlock, FlowBlocks, Grid
from chevalet.model.inline import Inline, Inlines, LineBreak, Room, Text, plain_text

OpenRest = Callable[[Blocks], FlowBlocks]
_DATE = "date"
# What ends a box that asks for words more than for a tick: « Ce que l'on garde : ».
_ASKS = ":"


def open_paragraph(block: Paragraph, stem: str, fallback: Inlines, desk: Desk) -> Iterator[FlowBlock]:
    """Yield a paragraph, each of its lines that ends in room to write as a field; `fallback` names one without words.

    Room inside a sentence stays there.
    """
    if not any(isinstance(inline, Room) for inline in block.inlines):
        yield block
        return
    for line in _lines(block.inlines):
        yield _open_line(line, block, stem, fallback, desk)


def _open_line(line: Inlines, block: Paragraph, stem: str, fallback: Inlines, desk: Desk) -> FlowBlock:
    *label, last = line
    if not isinstance(last, Room) or any(isinstance(inline, Room) for inline in label):
        return Paragraph(line, block.span)
    return make_field(_trim(tuple(label)), last, stem, fallback, desk)


def make_field(label: Inlines, room: Room, stem: str, fallback: Inlines, desk: Desk) -> Field:
    """Return the field of one place to write; without a label of its own, it is only read aloud by `fallback`."""
    name = desk.name_field(f"{stem}-{room.field}" if room.field else stem)
    kind = FieldKind.LINES if room.lines else FieldKind.DATE if room.field == _DATE else FieldKind.WORDS
    return Field(name, label or fallback, kind, max(room.lines, 1), is_label_hidden=not label)


def open_tasks(tasks: List, stem: str, fallback: Inlines, desk: Desk, open_rest: OpenRest) -> Iterator[FlowBlock]:
    """Yield a list with its boxes and its room to write as fields, and the items between them as lists.

    What stands below the first line of such an item is given to `open_rest`.
    """
    plain: list[ListItem] = []
    for number, item in enumerate(tasks.items, start=tasks.start):
        mark = f"{number}.\u00a0" if tasks.ordered else ""
        fields = tuple(_open_item(item, mark, stem, fallback, desk))
        if not fields:
            plain.append(item)
            continue
        if plain:
            yield List(tuple(plain), tasks.span, tasks.ordered, number - len(plain))
            plain = []
        yield from (*fields, *open_rest(item.blocks[1:]))
    if plain:
        yield List(tuple(plain), tasks.span, tasks.ordered, tasks.start + len(tasks.items) - len(plain))


def _open_item(item: ListItem, mark: str, stem: str, fallback: Inlines, desk: Desk) -> Iterator[FlowBlock]:
    """Yield the fields that the first line of an item makes, nothing for an item without any."""
    match item.blocks:
        case (Paragraph((*label, Room() as room)), *_) if item.checked is not None:
            yield make_field(_trim(tuple(label)), room, stem, fallback, desk)
        case (Paragraph(inlines), *_) if item.checked is not None and plain_text(inlines).endswith(_ASKS):
            yield Field(desk.name_field(stem), inlines, FieldKind.LINES)
        case (Paragraph(inlines), *_) if item.checked is not None:
            yield Field(desk.name_field(stem), inlines, FieldKind.TICK)
        case (Paragraph(inlines) as first, *_) if any(isinstance(inline, Room) for inline in inlines):
            marked = Paragraph((Text(mark), *inlines), first.span) if mark else first
            yield from open_paragraph(marked, stem, fallback, desk)


def open_table(table: Table, stem: str, desk: Desk) -> FlowBlock:
    """Return a table, as a grid to fill in when any of its cells is empty or is room to write."""
    rows = tuple(tuple(_empty(cell) for cell in row) for row in table.rows)
    if all(cell for row in rows for cell in row):
        return table
    return Grid(desk.name_field(stem), table.header, rows, has_row_headers=all(row and row[0] for row in rows))


def _empty(cell: Inlines) -> Inlines:
    return () if all(isinstance(inline, Room) for inline in cell) else cell


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            yield tuple(line)
            line = []
        else:
            line.append(inline)
    if line:
        yield tuple(line)


def _trim(label: Inlines) -> Inlines:
    """Return a label without the space before its room to write."""
    match label:
        case (*kept, Text(characters)):
            shorter = characters.rstrip()
            return (*kept, Text(shorter)) if shorter else tuple(kept)
        case _:
            return label
