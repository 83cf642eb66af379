"""Blocks: the tree of a slide walked once, its text made final, its containers opened, kept, lifted or left out."""

from __future__ import annotations

from types import MappingProxyType
from typing import assert_never

from msgspec.structs import replace

from chevalet.model.block import (
    Block,
    Blocks,
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
from chevalet.model.diagram import ChartSource
from chevalet.model.inline import Citation, Superscript, Text
from chevalet.resolve.charts import resolve_chart
from chevalet.resolve.context import Scope
from chevalet.resolve.diagrams import resolve_mockup, resolve_steps
from chevalet.resolve.pictures import read_picture
from chevalet.resolve.quizzes import find_answers, hide_answers
from chevalet.resolve.writing import write, write_text

TEXT_ATTRIBUTES = frozenset({"title", "material", "name", "place", "year"})


def resolve_blocks(blocks: Blocks, scope: Scope) -> Blocks:
    """Return what the slide shows of `blocks`; what its notes need is left in the scope."""
    return tuple(shown for block in blocks for shown in _resolve(block, scope))


def _resolve(block: Block, scope: Scope) -> Blocks:
    match block:
        case Paragraph():
            return _resolve_paragraph(block, scope)
        case List(items, span, ordered, start):
            return (List(tuple(_resolve_item(item, scope) for item in items), span, ordered, start),)
        case Subheading(inlines, level, span):
            return (Subheading(write(inlines, span, scope), level, span),)
        case Container():
            return _resolve_container(block, scope)
        case Quote(inner, span):
            return (Quote(resolve_blocks(inner, scope), span),)
        case Table():
            return (_resolve_table(block, scope),)
        case CodeBlock() | Break():
            return (block,)
        case Picture() | ChartBlock() | StepsBlock() | MockupBlock():
            return _resolve_figure(block, scope)
    assert_never(block)


def _resolve_paragraph(paragraph: Paragraph, scope: Scope) -> Blocks:
    """Return a paragraph's text; one made of citations alone says what its raised numbers are."""
    span = paragraph.span
    match write(paragraph.inlines, span, scope):
        case ():
            return ()
        case (Superscript(text) as mark,) if any(isinstance(inline, Citation) for inline in paragraph.inlines):
            name = "citations-alone" if "," in text else "citation-alone"
            return (Paragraph((Text(scope.context.locale.words[name]), mark), span),)
        case shown:
            return (Paragraph(shown, span),)


def _resolve_item(item: ListItem, scope: Scope) -> ListItem:
    return ListItem(resolve_blocks(item.blocks, scope), item.span, item.checked)


def _resolve_table(table: Table, scope: Scope) -> Table:
    span = table.span
    header = tuple(write(cell, span, scope) for cell in table.header)
    rows = tuple(tuple(write(cell, span, scope) for cell in row) for row in table.rows)
    return Table(header, rows, table.alignments, span)


def _resolve_figure(block: Picture | ChartBlock | StepsBlock | MockupBlock, scope: Scope) -> Blocks:
    match block:
        case Picture():
            return _resolve_picture(block, scope)
        case ChartBlock(ChartSource() as source, span):
            chart = resolve_chart(source, span, scope)
            return (ChartBlock(chart, span),) if chart else ()
        case ChartBlock():
            return (block,)
        case StepsBlock(steps, span):
            return (StepsBlock(resolve_steps(steps, span, scope), span),)
        case MockupBlock(mockup, span):
            return (MockupBlock(resolve_mockup(mockup, span, scope), span),)
    assert_never(block)


def _resolve_picture(picture: Picture, scope: Scope) -> Blocks:
    """Return a picture with its bytes, or its description and its caption as paragraphs when they cannot be had."""
    span = picture.span
    data = read_picture(picture.target, span, scope)
    alt, caption = (write_text(text, span, scope) for text in (picture.alt, picture.caption))
    if data is None:
        return tuple(Paragraph((Text(text),), span) for text in (alt, caption) if text)
    return (replace(picture, alt=alt, caption=caption, data=data),)


def _resolve_container(container: Container, scope: Scope) -> Blocks:
    """Return what a container shows on the slide; this is the column « slide » of the table of containers."""
    if scope.is_reading:
        return _read_container(container, scope)
    name, inner = container.name, container.blocks
    facets = scope.context.facets
    match name:
        case "only" | "confidential":
            return resolve_blocks(inner, scope) if facets.keep(name, container.attributes, container.span) else ()
        case "slide":
            return resolve_blocks(inner, scope)
        case "handout":
            resolve_blocks(inner, scope.aside())
            return ()
        case "notes":
            scope.lifted.notes.append(container)
            return ()
        case "solution":
            scope.lifted.solutions.append(container)
            return ()
        case "quiz":
            return _resolve_quiz(container, scope)
        case _:
            return (_keep(container, scope),)


def _read_container(container: Container, scope: Scope) -> Blocks:
    """Return what documents hold of a container: all that the edition may see, but for its notes."""
    facets = scope.context.facets
    match container.name:
        case "only":
            kept = facets.keep("only", container.attributes, container.span)
            return resolve_blocks(container.blocks, scope) if kept else ()
        case "notes" | "solution" | "confidential" if not facets.holds_notes:
            return ()
        case "notes":
            return tuple(filter(_is_solution, resolve_blocks(container.blocks, scope)))
        case "quiz" if not facets.holds_notes:
            quiz = _keep(container, scope)
            return (replace(quiz, blocks=hide_answers(quiz.blocks)),)
        case _:
            return (_keep(container, scope),)


def _is_solution(block: Block) -> bool:
    return isinstance(block, Container) and block.name == "solution"


def _resolve_quiz(container: Container, scope: Scope) -> Blocks:
    quiz = _keep(container, scope)
    scope.lifted.answers.extend(find_answers(quiz, scope.context.locale.words))
    return (replace(quiz, blocks=hide_answers(quiz.blocks)),)


def _keep(container: Container, scope: Scope) -> Container:
    attributes = {
        name: write_text(value, container.span, scope) if name in TEXT_ATTRIBUTES else value
        for name, value in container.attributes.items()
    }
    blocks = resolve_blocks(container.blocks, scope)
    return replace(container, blocks=blocks, attributes=MappingProxyType(attributes))
