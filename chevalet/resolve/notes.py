"""Notes: the blocks of a `notes` container cut into labelled parts, each with its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from chevalet.diagnostics import Sink
from chevalet.model.block import Block, Blocks, List, ListItem, Paragraph
from chevalet.model.course import Note
from chevalet.model.inline import plain_text
from chevalet.resolve.note_labels import Label, Time, read_label, read_trailing_time
from chevalet.resolve.trimming import drop_end, drop_start


class _Part(Struct):
    """A part being gathered."""

    label: Label | None
    blocks: list[Block] = field(default_factory=list)

    def append(self, block: Block) -> None:
        """Append a block; items of one list, parted to look for labels, are one list again."""
        last = self.blocks[-1] if self.blocks else None
        if isinstance(block, List) and isinstance(last, List) and last.span == block.span:
            self.blocks[-1] = replace(last, items=last.items + block.items)
        else:
            self.blocks.append(block)


def split_notes(blocks: Blocks, words: Mapping[str, str], sink: Sink) -> tuple[Note, ...]:
    """Return the parts of notes whose text is final; text before the first label is kept, with a warning."""
    parts = [_Part(None)]
    for block in blocks:
        for label, piece in _pieces(block):
            if label is not None:
                parts.append(_Part(label))
            for each in piece:
                parts[-1].append(each)
    unlabelled = parts[0].blocks
    if unlabelled:
        sink.add("unlabelled-notes", unlabelled[0].span)
    return tuple(_make_note(part, words) for part in parts if part.label or part.blocks)


def _pieces(block: Block) -> Iterator[tuple[Label | None, Blocks]]:
    """Yield a block, or the items of a list in which labels begin, each after the label that opens it."""
    match block:
        case Paragraph():
            yield _open(block)
        case List(items) if any(_label_of(item) for item in items):
            for number, item in enumerate(items):
                yield _open_item(item, replace(block, items=(item,), start=block.start + number))
        case _:
            yield None, (block,)


def _open(paragraph: Paragraph) -> tuple[Label | None, Blocks]:
    """Return the label a paragraph begins with, and what it says after that."""
    label = read_label(plain_text(paragraph.inlines))
    if label is None:
        return None, (paragraph,)
    said = drop_start(paragraph.inlines, label.length)
    return label, (Paragraph(said, paragraph.span),) if said else ()


def _open_item(item: ListItem, alone: List) -> tuple[Label | None, Blocks]:
    """Return the label an item begins with and what it holds, or the item `alone` in its list."""
    match item.blocks:
        case (Paragraph() as first, *rest) if _label_of(item):
            label, said = _open(first)
            return label, (*said, *rest)
        case _:
            return None, (alone,)


def _label_of(item: ListItem) -> Label | None:
    match item.blocks:
        case (Paragraph(inlines), *_):
            return read_label(plain_text(inlines))
        case _:
            return None


def _make_note(part: _Part, words: Mapping[str, str]) -> Note:
    """Return a part with its time, which stands by the label: in `minutes`, or as written when it is not in minutes."""
    blocks = tuple(part.blocks)
    if part.label is None:
        return Note("", 0, blocks)
    time = part.label.time
    if time is None:
        time, blocks = _take_time(blocks)
    label = part.label.show(words)
    if time is None:
        return Note(label, 0, blocks, kind=part.label.kind)
    minutes, rest = divmod(time.seconds, 60)
    shown = f"{label} ({time.written})" if rest else label
    return Note(shown, 0 if rest else minutes, blocks, time.seconds, part.label.kind)


def _take_time(blocks: Blocks) -> tuple[Time | None, Blocks]:
    """Return the time that ends the first paragraph, and the blocks without it."""
    match blocks:
        case (Paragraph(inlines) as first, *rest):
            time, length = read_trailing_time(plain_text(inlines))
            shorter = drop_end(inlines, length)
            if time is None or shorter is None:
                return None, blocks
            return time, ((Paragraph(shorter, first.span),) if shorter else ()) + tuple(rest)
        case _:
            return None, blocks
