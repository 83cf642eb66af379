"""The parse stage: one module or text in, one document out."""

from __future__ import annotations

import re
from types import MappingProxyType

from chevalet.diagnostics import Diagnostic
from chevalet.model.document import Document
from chevalet.model.project import TextSource, Written
from chevalet.parse.context import Context
from chevalet.parse.markdown import References, read_tokens
from chevalet.parse.slides import read_slides
from chevalet.parse.source import Source

# A Mac types a no-break space where the key for `#` or `|` has not been let go: after a mark, a space is meant.
_MARK = re.compile(r"^[ \t>\u00a0\u202f]*(?:#{1,6}|-|[0-9]{1,2}[.)]|:{3,})[\u00a0\u202f]+", re.M)
_PLAIN_SPACES = {0xA0: " ", 0x202F: " "}


def parse(module: Written) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Parse a module's body; whatever it holds becomes a block of the document or a diagnostic at its place."""
    body = module.body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if "\u00a0" in body or "\u202f" in body:
        body = _MARK.sub(lambda mark: mark[0].translate(_PLAIN_SPACES), body)
    source = Source(module.path, tuple(body.split("\n")), module.body_line)
    context = Context(source, has_room_everywhere=isinstance(module, TextSource))
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
    used = _find_used(context)
    for label, footnote in context.footnotes.items():
        if label not in used:
            context.sink.add("unused-footnote", footnote.span, label=label)


def _find_used(context: Context) -> set[str]:
    """Return the footnotes that the text asks for, and those that these ask for in turn: not what only asks itself."""
    inside = {reference for footnote in context.footnotes.values() for reference in footnote.references}
    waiting = [label for label, span in context.references if (label, span) not in inside]
    used = set[str]()
    while waiting:
        label = waiting.pop()
        if label not in used:
            used.add(label)
            waiting += [asked for asked, _ in context.footnotes[label].references] if label in context.footnotes else []
    return used


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
