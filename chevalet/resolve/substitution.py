"""Substitution: what a run refers to (terms, facts, sources, footnotes, slides, pictures) takes its place."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from chevalet.model.inline import (
    Citation,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    InlinePicture,
    Inlines,
    Link,
    Strike,
    Strong,
    Term,
    Text,
)
from chevalet.resolve.context import Scope
from chevalet.resolve.marks import append_mark, append_text
from chevalet.resolve.pictures import read_picture
from chevalet.resolve.terms import fill, find_term
from chevalet.resolve.typography import examine


def substitute(inlines: Inlines, scope: Scope) -> Inlines:
    """Return a run with nothing left to look up; what is put in is text, whatever characters it holds."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return inlines
    run: list[Inline] = []
    _extend(run, inlines, scope)
    return tuple(run)


def _extend(run: list[Inline], inlines: Iterable[Inline], scope: Scope) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                append_text(text, run)
            case Strong(children) | Emphasis(children) | Strike(children):
                run.append(replace(inline, children=substitute(children, scope)))
            case Link():
                _append_link(inline, run, scope)
            case Term(name, span):
                append_text(find_term(name, span, scope.context), run)
            case Fact():
                _append_fact(inline, run, scope)
            case Citation(identifier, span):
                if fact := scope.context.facts.find(identifier, span):
                    append_mark(str(scope.citations.number(fact)), run)
            case FootnoteReference(label):
                if letter := scope.footnotes.letter(label):
                    append_mark(letter, run)
            case InlinePicture():
                _append_picture(inline, run, scope)
            case _:
                run.append(inline)


def _append_link(link: Link, run: list[Inline], scope: Scope) -> None:
    """Append a link that leads somewhere; of another one, the text stays."""
    target = fill(link.target, link.span, scope.context)
    followed = scope.context.addresses.follow(target, scope.module.identifier, link.span)
    if followed:
        title = fill(link.title, link.span, scope.context)
        run.append(Link(substitute(link.children, scope), followed, link.span, title))
    else:
        _extend(run, link.children, scope)


def _append_fact(node: Fact, run: list[Inline], scope: Scope) -> None:
    """Append a value of a fact, or its statement with the number of its source before the full stop."""
    facts = scope.context.facts
    if node.key:
        append_text(facts.value(node.identifier, node.key, node.span) or "", run)
        return
    fact = facts.find(node.identifier, node.span)
    if fact is None:
        return
    stop = "." if fact.statement.endswith(".") else ""
    append_text(fact.statement.removesuffix(stop) if stop else fact.statement, run)
    append_mark(str(scope.citations.number(fact)), run)
    append_text(stop, run)


def _append_picture(picture: InlinePicture, run: list[Inline], scope: Scope) -> None:
    """Append a picture that could be read, else its description and its caption as text."""
    data = read_picture(picture.target, picture.span, scope)
    alt, caption = (_describe(text, picture, scope) for text in (picture.alt, picture.caption))
    if data is None:
        append_text(" ".join(filter(None, (alt, caption))), run)
    else:
        run.append(replace(picture, alt=alt, caption=caption, data=data))


def _describe(text: str, picture: InlinePicture, scope: Scope) -> str:
    return examine(fill(text, picture.span, scope.context), scope.context.preset)[0]
