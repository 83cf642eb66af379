"""The layout of a slide that asks for none: one table of rules, the first that matches wins (`docs/format.md`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chevalet.model.block import (
    Block,
    Blocks,
    ChartBlock,
    Container,
    MockupBlock,
    Paragraph,
    Picture,
    Quote,
    StepsBlock,
    Subheading,
    Table,
)
from chevalet.model.inline import InlinePicture, plain_text

LONGEST_STATEMENT = 120
"""Characters beyond which a lone paragraph is text, not a statement."""


def _has(*kinds: type) -> Callable[[Blocks], bool]:
    return lambda blocks: any(isinstance(block, kinds) for block in blocks)


def _has_container(*names: str) -> Callable[[Blocks], bool]:
    return lambda blocks: any(isinstance(block, Container) and block.name in names for block in blocks)


def _is_comparison(blocks: Blocks) -> bool:
    columns = [column for each in _containers(blocks, "columns") for column in _containers(each.blocks, "column")]
    return bool(columns) and all(column.blocks and isinstance(column.blocks[0], Subheading) for column in columns)


def _containers(blocks: Blocks, name: str) -> Iterator[Container]:
    return (block for block in blocks if isinstance(block, Container) and block.name == name)


def _is_alone(kind: type) -> Callable[[Blocks], bool]:
    return lambda blocks: len(blocks) == 1 and isinstance(blocks[0], kind)


def _is_statement(blocks: Blocks) -> bool:
    match blocks:
        case (Paragraph(inlines),):
            has_picture = any(isinstance(inline, InlinePicture) for inline in inlines)
            return not has_picture and 0 < len(plain_text(inlines)) <= LONGEST_STATEMENT
        case _:
            return False


RULES: tuple[tuple[str, Callable[[Blocks], bool]], ...] = (
    ("activity", _has_container("activity", "worksheet")),
    ("case", _has_container("case")),
    ("recap", _has_container("key")),
    ("comparison", _is_comparison),
    ("two-columns", _has_container("columns")),
    ("chart", _has(ChartBlock)),
    ("steps", _has(StepsBlock)),
    ("mockup", _has(MockupBlock)),
    ("table", _has(Table)),
    ("full-picture", _is_alone(Picture)),
    ("picture-text", _has(Picture)),
    ("quote", _is_alone(Quote)),
    ("statement", _is_statement),
)


def infer_layout(blocks: tuple[Block, ...]) -> str:
    """Return the layout role that `blocks` call for; `text` when no rule matches."""
    return next((role for role, matches in RULES if matches(blocks)), "text")
