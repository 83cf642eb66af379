"""What stands in the file where a node says it stands."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.model.block import Blocks, Container, List, Paragraph, Quote, Subheading, Table
from chevalet.model.document import Document
from chevalet.model.inline import Citation, Emphasis, Fact, FootnoteReference, Inlines, Link, Strike, Strong, Term
from chevalet.span import Span


def cut(body: str, span: Span) -> str:
    """Return the characters of `body` that a span covers."""
    lines = body.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def inlines_of(document: Document) -> Iterator[Inlines]:
    """Yield every run of inline content written in the body outside fences."""
    for slide in document.slides:
        yield slide.title
        yield from _inlines(slide.blocks)
    for blocks in document.footnotes.values():
        yield from _inlines(blocks)


def misplaced(body: str, inlines: Inlines) -> Iterator[str]:
    """Yield what is wrong with the place of each node: its own marks must be what the span cuts out."""
    for inline in inlines:
        match inline:
            case Term(name, span) if cut(body, span).strip("{} \t") != name:
                yield f"{inline} cuts {cut(body, span)!r}"
            case Fact(identifier, key, span) if cut(body, span).strip("{} \t") != f"fact.{identifier}.{key}".strip("."):
                yield f"{inline} cuts {cut(body, span)!r}"
            case Citation(identifier, span) if cut(body, span) != f"[@{identifier}]":
                yield f"{inline} cuts {cut(body, span)!r}"
            case FootnoteReference(label, span) if cut(body, span) != f"[^{label}]":
                yield f"{inline} cuts {cut(body, span)!r}"
            case Link(children, _, span):
                if cut(body, span)[:1] + cut(body, span)[-1:] not in ("[)", "[]", "<>"):
                    yield f"{inline} cuts {cut(body, span)!r}"
                yield from misplaced(body, children)
            case Strong(children) | Emphasis(children) | Strike(children):
                yield from misplaced(body, children)
            case _:
                pass


def _inlines(blocks: Blocks) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph(inlines) | Subheading(inlines):
                yield inlines
            case List(items):
                for item in items:
                    yield from _inlines(item.blocks)
            case Quote(inner) | Container(_, inner):
                yield from _inlines(inner)
            case Table(header, rows):
                for row in (header, *rows):
                    yield from row
            case _:
                pass
