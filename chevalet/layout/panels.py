"""The panel of activities and cases: what a room must see at a glance, beside the instruction or the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from chevalet.layout.containers import LABELLED, PanelLine, join_lines, open_containers, panel_lines, shown_blocks
from chevalet.layout.drafts import draft_label
from chevalet.layout.frame import SLACK, Frame
from chevalet.layout.lines import dress, fits_line, place_line
from chevalet.layout.pieces import TextPiece
from chevalet.layout.ruler import vertical
from chevalet.model.block import Block, Blocks, Container, Paragraph
from chevalet.model.deck import Anchor, Placed, PlacedText, Run, TextBody, TextParagraph
from chevalet.model.inline import plain_text
from chevalet.model.theme import Placeholder


class Panel(Struct, frozen=True):
    """What a panel says, the lines it has no room for, and what stands beside it."""

    items: tuple[Placed, ...]
    unplaced: tuple[PanelLine, ...]
    blocks: Blocks

    @property
    def label(self) -> tuple[TextPiece, ...]:
        """Return the lines without room as a text that names what follows."""
        return (TextPiece((draft_label(join_lines(self.unplaced)),)),) if self.unplaced else ()


def make_panel(frame: Frame, blocks: Blocks, words: Mapping[str, str]) -> Panel:
    """Return the panel of the labelled containers among `blocks`, and their content opened.

    A worksheet done within an activity has the activity's own time, and says its purpose in the panel: beside it stand
    the steps of the activity alone.
    """
    labelled = [block for block in blocks if isinstance(block, Container) and block.name in LABELLED]
    is_within = any(block.name == "activity" and block.blocks for block in labelled)
    lines = tuple(line for block in labelled for line in _panel_lines(block, words, is_within))
    items, unplaced = _place_panel(frame, lines)
    content = (inner for block in blocks for inner in _content(block, is_within))
    return Panel(items, unplaced, open_containers(tuple(content), words))


def _panel_lines(block: Container, words: Mapping[str, str], is_within: bool) -> Iterator[PanelLine]:
    lines = panel_lines(block, words)
    if block.name != "worksheet" or not is_within:
        yield from lines
        return
    yield from (line for line in lines if not line.is_numeral)
    for purpose in shown_blocks(block):
        if isinstance(purpose, Paragraph) and (text := plain_text(purpose.inlines).strip()):
            yield PanelLine(text)


def _content(block: Block, is_within: bool) -> Blocks:
    match block:
        case Container(name="worksheet") if is_within:
            return ()
        case Container(name=name) if name in LABELLED:
            return shown_blocks(block)
        case _:
            return (block,)


def _place_panel(frame: Frame, lines: tuple[PanelLine, ...]) -> tuple[tuple[Placed, ...], tuple[PanelLine, ...]]:
    """Return the panel's items at the largest size that fits, and the last lines, those for which no size has room."""
    placeholders = frame.layout.placeholders
    items: list[Placed] = []
    numeral = placeholders.get("numeral")
    if lines and lines[0].is_numeral and numeral:
        ruler, runs = frame.typesetter.ruler, (Run(lines[0].text),)
        if fits_line(ruler, runs, numeral):
            items.append(place_line(ruler, runs, numeral))
            lines = lines[1:]
    if "heading" in placeholders:
        for count in range(len(lines), 0, -1):
            placed = _place_lines(frame, lines[:count], placeholders["heading"])
            if placed is not None:
                return (*items, placed), lines[count:]
    return tuple(items), lines


def _place_lines(frame: Frame, lines: Sequence[PanelLine], placeholder: Placeholder) -> PlacedText | None:
    ruler, insets = frame.typesetter.ruler, placeholder.insets
    box = frame.within(placeholder.box)
    width = box.width - insets.left - insets.right
    for size in placeholder.sizes:
        paragraphs = tuple(
            TextParagraph(
                dress((Run(line.text, typeface=line.typeface, bold=line.bold),), placeholder),
                size,
                space_before=size if line.begins else size // 5,
            )
            for line in lines
        )
        if ruler.height(paragraphs, width) + vertical(insets) + SLACK <= box.height:
            return PlacedText(placeholder.name, box, TextBody(paragraphs, insets, Anchor(placeholder.anchor)))
    return None
