"""The parse stage: one module in, one document out."""

from __future__ import annotations

from types import MappingProxyType

from chevalet.diagnostics import Diagnostic
from chevalet.model.document import Document
from chevalet.model.project import ModuleSource
from chevalet.parse.context import Context
from chevalet.parse.markdown import References, read_tokens
from chevalet.parse.slides import read_slides
from chevalet.parse.source import Source


def parse(module: ModuleSource) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Parse a module's body; whatever it holds becomes a block of the document or a diagnostic at its place."""
    body = module.body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    context = Context(Source(module.path, tuple(body.split("\n")), module.body_line))
    tokens = read_tokens(body, context.environment)
    slides = read_slides(tokens, module, context)
    _check_footnotes(context)
    _check_references(context)
    footnotes = {label: footnote.blocks for label, footnote in context.footnotes.items()}
    return Document(module.path, module.identifier, slides, MappingProxyType(footnotes)), tuple(context.sink.found)


def _check_footnotes(context: Context) -> None:
    for label, span in context.references:
        if label not in context.footnotes:
            context.sink.add("undefined-footnote", span, label=label)
    used = {label for label, _ in context.references}
    for label, footnote in context.footnotes.items():
        if label not in used:
            context.sink.add("unused-footnote", footnote.span, label=label)


def _check_references(context: Context) -> None:
    """Report link definitions that no link uses, and those written twice: neither leaves a trace elsewhere."""
    references: References = context.environment["references"]
    for label, reference in references.items():
        if label not in references.asked:
            _report_reference("unused-reference", reference["map"], context)
    for reference in context.environment.get("duplicate_refs", ()):
        _report_reference("duplicate-reference", reference["map"], context)


def _report_reference(code: str, lines: list[int], context: Context) -> None:
    start, end = lines
    written = " ".join(line.strip(" \t>") for line in context.source.lines[start:end])
    context.sink.add(code, context.source.block(lines), definition=written.strip())
