"""Containers: what each `:::` becomes on a slide, and what a panel says of an activity, a worksheet or a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from chevalet.model.block import Block, Blocks, Container, List, Paragraph, Quote, Subheading
from chevalet.model.inline import Text
from chevalet.model.theme import Typeface

LABELLED = ("activity", "worksheet", "case")
"""The containers that say something by their attributes."""
PLACED = ("columns", "column", "quiz")
"""The containers that decide how their blocks are placed."""
ABSENT = ("handout",)
"""The containers that are not for slides."""
LABEL_LEVEL = 3


class PanelLine(Struct, frozen=True):
    """A line of a panel; a `numeral` is what is read from the back of the room, set apart when the layout allows.

    A line that `begins` a group stands apart from the one above it.
    """

    text: str
    bold: bool = False
    is_numeral: bool = False
    begins: bool = False
    typeface: Typeface = Typeface.BODY


def open_containers(blocks: Blocks, words: Mapping[str, str]) -> Blocks:
    """Return `blocks` with containers only where they decide how blocks are placed: the others become their content.

    What an activity, a worksheet or a case says by its attributes becomes a subheading.
    """
    if not _holds_container(blocks):
        return blocks
    return tuple(inner for block in blocks for inner in _open(block, words))


def _holds_container(blocks: Blocks) -> bool:
    return any(
        isinstance(block, Container)
        or (isinstance(block, List) and any(_holds_container(item.blocks) for item in block.items))
        or (isinstance(block, Quote) and _holds_container(block.blocks))
        for block in blocks
    )


def _open(block: Block, words: Mapping[str, str]) -> Iterator[Block]:
    match block:
        case Container(name=name) if name in ABSENT:
            return
        case Container(name=name, blocks=inner) if name in PLACED:
            yield replace(block, blocks=open_containers(inner, words))
        case Container(span=span):
            if label := join_lines(panel_lines(block, words)):
                yield Subheading((Text(label),), LABEL_LEVEL, span)
            yield from open_containers(shown_blocks(block), words)
        case List(items=items):
            opened = (replace(item, blocks=open_containers(item.blocks, words)) for item in items)
            yield replace(block, items=tuple(opened))
        case Quote(blocks=inner):
            yield replace(block, blocks=open_containers(inner, words))
        case _:
            yield block


def shown_blocks(container: Container) -> Blocks:
    """Return what a slide shows of a container's blocks: of a worksheet its purpose alone, the first paragraph."""
    if container.name != "worksheet":
        return container.blocks
    first = container.blocks[:1]
    return first if first and isinstance(first[0], Paragraph) else ()


def join_lines(lines: tuple[PanelLine, ...]) -> str:
    """Return a panel's lines as one."""
    return " · ".join(line.text for line in lines)


def panel_lines(container: Container, words: Mapping[str, str]) -> tuple[PanelLine, ...]:
    """Return what a panel says of a container, nothing for most."""
    return tuple(line for line in _lines(container, words) if line.text.strip())


def _lines(container: Container, words: Mapping[str, str]) -> Iterator[PanelLine]:
    attributes = container.attributes
    match container.name:
        case "activity":
            yield _minutes(attributes, words)
            if group := attributes.get("group"):
                yield PanelLine(words[f"group-{group}"], bold=True, begins=True)
            if material := attributes.get("material"):
                yield PanelLine(words["material"].format(material=material))
        case "worksheet":
            yield _minutes(attributes, words)
            yield PanelLine(words["worksheet"], bold=True, begins=True)
            yield PanelLine(attributes.get("title", ""))
        case "case":
            yield PanelLine(words["case"], bold=True)
            yield PanelLine(attributes.get("name", ""), typeface=Typeface.HEADING)
            yield PanelLine(", ".join(filter(None, (attributes.get("place"), attributes.get("year")))))
        case _:
            return


def _minutes(attributes: Mapping[str, str], words: Mapping[str, str]) -> PanelLine:
    minutes = attributes.get("minutes", "")
    return PanelLine(words["minutes"].format(minutes=minutes) if minutes else "", is_numeral=True)
