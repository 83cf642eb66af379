"""The panel of activities and cases: what a room must see at a glance, beside the instruction or the story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chevalet.layout.containers import LABELLED, PanelLine, join_lines, open_containers, panel_lines, shown_blocks
from chevalet.layout.drafts import draft_label
from chevalet.layout.frame import SLACK, Frame
from chevalet.layout.lines import dress, fits_line, place_line
from chevalet.layout.pieces import TextPiece
from chevalet.layout.ruler import vertical
from chevalet.model.block import Block, Blocks, Container
from chevalet.model.deck import Anchor, Placed, PlacedText, Run, TextBody, TextParagraph
from chevalet.model.theme import Placeholder


@dataclass(frozen=True, slots=True)
class Panel:
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

    A worksheet done within an activity has the activity's own time.
    """
    labelled = [block for block in blocks if isinstance(block, Container) and block.name in LABELLED]
    has_activity = any(block.name == "activity" for block in labelled)
    lines = tuple(
        line
        for block in labelled
        for line in panel_lines(block, words)
        if not (line.is_numeral and block.name == "worksheet" and has_activity)
    )
    items, unplaced = _place_panel(frame, lines)
    content = (inner for block in blocks for inner in _content(block))
    return Panel(items, unplaced, open_containers(tuple(content), words))


def _content(block: Block) -> Blocks:
    return shown_blocks(block) if isinstance(block, Container) and block.name in LABELLED else (block,)


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
                space_before=size // 3,
            )
            for line in lines
        )
        if ruler.height(paragraphs, width) + vertical(insets) + SLACK <= box.height:
            return PlacedText(placeholder.name, box, TextBody(paragraphs, insets, Anchor(placeholder.anchor)))
    return None
