"""A document written down as a tree of short lines, for specs to be read and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from chevalet.diagnostics import Diagnostic
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
from chevalet.model.diagram import ChartSource
from chevalet.model.document import Document, SlideSource
from chevalet.model.inline import (
    Citation,
    Code,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    LineBreak,
    Link,
    Room,
    Strike,
    Strong,
    Superscript,
    Term,
    Text,
)
from chevalet.span import Span

INDENT = "  "


def write_document(document: Document, *, spans: bool = False) -> str:
    """Write each slide, then each footnote; with `spans`, the place of every node that has one."""
    writer = _Writer(spans)
    lines = [line for slide in document.slides for line in writer.slide(slide)]
    for label, blocks in document.footnotes.items():
        lines.append(f"footnote {label}")
        lines.extend(writer.blocks(blocks, INDENT))
    return "\n".join(lines)


def write_diagnostics(found: tuple[Diagnostic, ...]) -> str:
    ordered = sorted(found, key=lambda each: (each.span.line, each.span.column, each.code))
    return "\n".join(map(_diagnostic, ordered))


def _diagnostic(found: Diagnostic) -> str:
    arguments = (f"{name}={value}" for name, value in found.arguments)
    return " ".join((found.severity.value, place(found.span), found.code, *arguments))


def place(span: Span) -> str:
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


class _Writer:
    def __init__(self, spans: bool) -> None:
        self.spans = spans

    def slide(self, slide: SlideSource) -> Iterator[str]:
        settings = [f"{name}={value}" for name, value in (("layout", slide.layout), ("fit", slide.fit)) if value]
        settings += [f".{name}" for name in slide.classes]
        settings += ["(section)"] if slide.is_section else []
        settings += [] if slide.identifier else ["(no id)"]
        title = self.inlines(slide.title)
        yield " ".join(("slide", slide.key, *settings, title)).rstrip() + self.at(slide.span)
        for condition in slide.conditions:
            yield f"{INDENT}when {condition.name}{attributes(condition.attributes)}{self.at(condition.span)}"
        yield from self.blocks(slide.blocks, INDENT)

    def blocks(self, blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block, indent)

    def block(self, block: Block, indent: str) -> Iterator[str]:
        at = self.at(block.span)
        inner = indent + INDENT
        match block:
            case Paragraph(inlines):
                yield f"{indent}{self.inlines(inlines)}{at}"
            case Subheading(inlines, level):
                yield f"{indent}{'#' * level} {self.inlines(inlines)}{at}"
            case List(items, _, ordered, start):
                yield f"{indent}list{f' from {start}' if ordered else ''}{at}"
                for item in items:
                    box = {None: "", True: " [x]", False: " [ ]"}[item.checked]
                    yield f"{inner}item{box}{self.at(item.span)}"
                    yield from self.blocks(item.blocks, inner + INDENT)
            case Quote(blocks):
                yield f"{indent}quote{at}"
                yield from self.blocks(blocks, inner)
            case CodeBlock(text, language):
                yield f"{indent}code {language}".rstrip() + at
                yield from (f"{inner}| {line}".rstrip() for line in text.split("\n"))
            case Table(header, rows, alignments):
                yield f"{indent}table {' '.join(alignment.value for alignment in alignments)}{at}"
                for row in (header, *rows):
                    yield f"{inner}| " + " | ".join(self.inlines(cell) or "–" for cell in row)
            case Picture(target, alt, _, caption, decorative):
                yield f"{indent}picture {target!r} alt={alt!r}" + described(caption, decorative) + at
            case ChartBlock(ChartSource() as chart):
                yield f"{indent}chart {chart.kind.value}{at}"
                yield from self.chart(chart, inner)
            case StepsBlock(steps):
                highlight = f" highlight={steps.highlight}" if steps.highlight else ""
                yield f"{indent}steps {steps.kind.value}{highlight}{at}"
                for step in steps.steps:
                    parts = filter(None, (step.title, step.text, step.when))
                    yield f"{inner}step " + " · ".join(map(self.inlines, parts))
                yield from self.named("alt", steps.alt, inner)
            case MockupBlock(mockup):
                yield f"{indent}mockup {mockup.kind.value}{at}"
                for name, value in mockup.fields.items():
                    yield from self.named(name, value, inner)
                yield from self.named("alt", mockup.alt, inner)
            case Break():
                yield f"{indent}break{at}"
            case Container(name, blocks, _, given):
                yield f"{indent}::: {name}{attributes(given)}{at}"
                yield from self.blocks(blocks, inner)
            case ChartBlock():
                raise AssertionError("parse makes no complete chart")
            case _:
                assert_never(block)

    def chart(self, chart: ChartSource, indent: str) -> Iterator[str]:
        for name in ("data", "columns", "category", "series", "categories", "sort", "highlight", "unit"):
            value = getattr(chart, name)
            if value:
                yield f"{indent}{name}: {', '.join(value) if isinstance(value, tuple) else value}"
        for row in chart.rows:
            yield f"{indent}row: {', '.join('–' if cell is None else str(cell) for cell in row)}"
        for name, inlines in (("title", chart.title), ("source", chart.source or ()), ("alt", chart.alt)):
            yield from self.named(name, inlines, indent)

    def named(self, name: str, inlines: Inlines, indent: str) -> Iterator[str]:
        if inlines:
            yield f"{indent}{name}: {self.inlines(inlines)}"

    def inlines(self, inlines: Inlines) -> str:
        return " ".join(map(self.inline, inlines))

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return f"“{text}”"
            case Code(text):
                return f"code“{text}”"
            case LineBreak():
                return "br"
            case Strong(children):
                return f"strong({self.inlines(children)})"
            case Emphasis(children):
                return f"em({self.inlines(children)})"
            case Strike(children):
                return f"strike({self.inlines(children)})"
            case Superscript(text):
                return f"sup“{text}”"
            case Link(children, target, span, title):
                named = f" “{title}”" if title else ""
                return f"link({self.inlines(children)} → {target}{named}){self.at(span)}"
            case InlinePicture(target, alt, span, caption, decorative):
                return f"picture({target!r} alt={alt!r}{described(caption, decorative)}){self.at(span)}"
            case Term(name, span):
                return f"term({name}){self.at(span)}"
            case Fact(identifier, key, span):
                return f"fact({identifier}{f' {key}' if key else ''}){self.at(span)}"
            case Citation(identifier, span):
                return f"cite({identifier}){self.at(span)}"
            case FootnoteReference(label, span):
                return f"note({label}){self.at(span)}"
            case Room(lines, name):
                return f"room({f'lines={lines}' if lines else f'field={name}'})"
            case _:
                assert_never(inline)

    def at(self, span: Span) -> str:
        return f" @{place(span)}" if self.spans else ""


def attributes(given: Mapping[str, str]) -> str:
    return "".join(f" {name}={value!r}" for name, value in given.items())


def described(caption: str, decorative: bool) -> str:
    return (f" caption={caption!r}" if caption else "") + (" decorative" if decorative else "")
