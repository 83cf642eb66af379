"""Blocks: from the tokens of markdown-it to the blocks of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from chevalet.model.block import Block, Blocks, CodeBlock, List, ListItem, Paragraph, Quote
from chevalet.model.inline import Inlines, Text
from chevalet.parse.context import Context, Footnote
from chevalet.parse.fences import read_fence
from chevalet.parse.foreign import report_foreign_notes
from chevalet.parse.headings import read_subheading
from chevalet.parse.inlines import is_plain, read_inlines
from chevalet.parse.leaves import read_html
from chevalet.parse.markdown import DEEPEST
from chevalet.parse.nesting import ContainerStack
from chevalet.parse.pictures import pictures_alone
from chevalet.parse.source import BodyPassage, Prefix, Prefixes
from chevalet.parse.tables import read_table
from chevalet.span import Span

_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
# Enough characters to tell that a paragraph begins where its line does: behind a comment's end it does not.
_SAMPLE = 8
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})


class BlockReader:
    """Reads blocks one after the other off a body's tokens."""

    def __init__(self, tokens: list[Token], context: Context) -> None:
        self.tokens: Iterator[Token] = iter(tokens)
        self.context = context
        self.source = context.source

    def read(self, token: Token, prefixes: Prefixes, stack: ContainerStack) -> None:
        """Read what begins with that token into the stack."""
        match token.type:
            case "container_open":
                stack.open(token, prefixes)
            case "container_close":
                stack.close(token, prefixes)
            case "hr":
                stack.add_break(self.source.block(token.map, prefixes))
            case _:
                if token.type == "paragraph":
                    report_foreign_notes(token, stack, self.context)
                stack.add(self._block(token, prefixes))

    def _block(self, token: Token, prefixes: Prefixes) -> Blocks:
        if token.type == "paragraph":
            return self._paragraph(token, prefixes, 0)
        if token.type == "heading":
            return read_subheading(token, prefixes, self.context)
        if token.type in _LISTS:
            return (self._list(token, prefixes),)
        span = self.source.block(token.map, prefixes)
        match token.type:
            case "blockquote_open":
                inner = (*prefixes, Prefix(_line(token), self.source.column(_line(token), prefixes) + 1, True))
                return (Quote(self._nested("blockquote_close", inner, ">"), span),)
            case "code_block":
                return (CodeBlock(token.content.rstrip("\n"), "", span),)
            case "fence":
                return (read_fence(token, prefixes, self.context),)
            case "table":
                return (read_table(token.map or [0, 0], prefixes, self.context),)
            case "html":
                read_html(token.content, self._stretch(token, prefixes), self.context)
            case "footnote_open":
                self._footnote(token, prefixes)
            case _:
                self.context.report_once("nested-too-deep", span, limit=DEEPEST)
        return ()

    def _stretch(self, token: Token, prefixes: Prefixes) -> Span:
        """Return the span of a stretch of HTML, behind which its last line may go on."""
        line, written = _line(token), token.content
        column = self.source.column(line, prefixes)
        breaks = written.count("\n")
        end = len(written) - written.rfind("\n") - 1 if breaks else column + len(written)
        return self.source.span(line, column, line + breaks, end)

    def _nested(self, closing: str, prefixes: Prefixes, mark: str) -> Blocks:
        """Read the blocks of a list item, a quote or a footnote up to the token that closes it."""
        stack = ContainerStack(self.context, mark)
        for token in self.tokens:
            if token.type == closing:
                break
            self.read(token, prefixes, stack)
        return stack.finish()

    def _paragraph(self, token: Token, prefixes: Prefixes, skipped: int) -> Blocks:
        """Return a paragraph, the pictures it is made of, or nothing when comments and tags were all it held.

        The first `skipped` characters are those of a task's box.
        """
        span = self.source.block(token.map, prefixes)
        column = span.column - 1 + skipped
        content = token.content[skipped:] if skipped else token.content
        if skipped or not self.source.lines[_line(token)].startswith(content[:_SAMPLE], column):
            span = BodyPassage(content, self.source, _line(token)).span(0, len(content))
            column = span.column - 1
        if is_plain(content):
            return (Paragraph((Text(content),), span),) if content else ()
        inlines = read_inlines(BodyPassage(content, self.source, _line(token), column), self.context)
        if pictures := pictures_alone(inlines):
            return pictures
        return (Paragraph(inlines, span),) if _says_something(inlines) else ()

    def _list(self, token: Token, prefixes: Prefixes) -> Block:
        span = self.source.block(token.map, prefixes)
        items: list[ListItem] = []
        start = 1
        for inner in self.tokens:
            if inner.type != "list_item_open":
                break
            if not items and inner.info:
                start = int(inner.info)
            items.append(self._item(inner, prefixes))
        return List(tuple(items), span, token.type == "ordered_list_open", start)

    def _item(self, token: Token, prefixes: Prefixes) -> ListItem:
        line = _line(token)
        content = self.source.column(line, prefixes) + len(token.info) + 1
        inner = (*prefixes, Prefix(line, content))
        stack = ContainerStack(self.context, token.markup)
        checked: bool | None = None
        is_first = True
        for child in self.tokens:
            if child.type == "list_item_close":
                break
            task = _TASK.match(child.content) if is_first and child.type == "paragraph" else None
            if task:
                checked = task[1] != " "
                stack.add(self._paragraph(child, inner, task.end()))
            else:
                self.read(child, inner, stack)
            is_first = False
        return ListItem(stack.finish(), self.source.block(token.map, prefixes), checked)

    def _footnote(self, token: Token, prefixes: Prefixes) -> None:
        label, line = token.content, _line(token)
        span = self.source.line_span(line, prefixes)
        content = self.source.column(line, prefixes) + int(token.attrs["offset"])
        before = len(self.context.references)
        blocks = self._nested("footnote_close", (*prefixes, Prefix(line, content)), "[^")
        inside = self.context.references[before:]
        if label in self.context.footnotes:
            first = self.context.footnotes[label].span
            self.context.sink.add("duplicate-id", span, id=f"[^{label}]", first=f"{first.path}:{first.line}")
            self.context.footnotes[label].blocks += blocks
            self.context.footnotes[label].references += inside
        else:
            self.context.footnotes[label] = Footnote(blocks, span, inside)


def _line(token: Token) -> int:
    return (token.map or [0])[0]


def _says_something(inlines: Inlines) -> bool:
    return any(not isinstance(inline, Text) or inline.text.strip() for inline in inlines)
