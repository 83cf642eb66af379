"""Inline content: from the characters of a passage to inline nodes."""

from __future__ import annotations

import re

from markdown_it.token import Token

from chevalet.model.inline import Emphasis, Inline, Inlines, LineBreak, Link, Strike, Strong, Text
from chevalet.parse.context import Context
from chevalet.parse.gaps import Gap, gap_of
from chevalet.parse.leaves import read_leaf
from chevalet.parse.markdown import read_inline_tokens
from chevalet.parse.source import Passage

LONGEST = 32_768
DEEPEST = 24

# Without one of these, no rule can match: the text is taken as it is.
_SPECIAL = re.compile(r"[\n\\`*_~\[<&{]")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|#|\{\{)\S", re.IGNORECASE)
_LINK_MIDDLE = re.compile(r"(?<!\\)\]\(")
_SHOWN = 40
_TEXTS = frozenset({"text", "text_special"})
# Stands for whatever is not plain text, beside a tag that is dropped.
_WORD = "a"


def read_inlines(passage: Passage, context: Context) -> Inlines:
    """Read a passage as inline content; one longer than any real paragraph is kept as plain text, with an error."""
    text = passage.text
    if is_plain(text):
        return (Text(text),) if text else ()
    if len(text) > LONGEST:
        context.sink.add("paragraph-too-long", passage.span(0, 1), limit=LONGEST)
        return (Text(text.replace("\n", " ")),)
    builder = _Builder(passage, context)
    for token in read_inline_tokens(text, context.environment):
        builder.take(token)
    return builder.finish()


def is_plain(text: str) -> bool:
    """Say whether a text holds no mark at all, which spares three texts of four the inline rules."""
    return _SPECIAL.search(text) is None


class _Builder:
    """Folds the flat tokens of markdown-it into nodes; joins neighbouring texts."""

    def __init__(self, passage: Passage, context: Context) -> None:
        self.passage = passage
        self.context = context
        self.levels: list[list[Inline]] = [[]]
        self.opened: list[Token] = []
        self.pending: list[str] = []
        self.was_dropped = False
        self.has_html = False
        self.gap = Gap.NONE
        self.links: list[tuple[int, int]] = []
        self.shows_link = False

    def take(self, token: Token) -> None:
        if token.type in _TEXTS:
            self._take_text(token.content)
        elif token.type == "softbreak":
            self._take_text(" ")
        elif token.nesting > 0:
            self._open(token)
        elif token.nesting < 0:
            self._close()
        elif (node := read_leaf(token, self.passage, self.context)) is not None:
            self._settle_gap(node)
            self._flush()
            self.levels[-1].append(node)
        else:
            self.was_dropped = True
            self._note_html(token)

    def finish(self) -> Inlines:
        self._flush()
        if self.shows_link:
            self._report_unread_link()
        return _trim(self.levels[0]) if self.has_html else tuple(self.levels[0])

    def _take_text(self, text: str) -> None:
        """Take characters; of the two spaces around a comment or a tag that leaves nothing, one is enough."""
        if self.was_dropped and (self.pending[-1].endswith(" ") if self.pending else not self.levels[-1]):
            text = text.removeprefix(" ")
        self.was_dropped = False
        if self.gap:
            if text.startswith(" "):
                self.gap = max(self.gap, Gap.SPACE)
                text = text.lstrip(" ")
            if text:
                self._settle_gap(Text(text))
        self.pending.append(text)

    def _note_html(self, token: Token) -> None:
        if token.type == "html":
            self.has_html = True
            self.gap = max(self.gap, gap_of(token.content))

    def _settle_gap(self, following: Inline | None) -> None:
        """Part what came before the tags just dropped from what follows, unless one of them does it already."""
        gap, self.gap = self.gap, Gap.NONE
        before = self._last_character() if gap else ""
        if not before or isinstance(following, LineBreak):
            return
        after = following.text[:1] if isinstance(following, Text) else _WORD
        if gap is Gap.LINE and before != "\n":
            self.pending[:] = ["".join(self.pending).rstrip()]
            self._flush()
            self.levels[-1].append(LineBreak())
        elif (gap is Gap.SPACE and not before.isspace()) or (gap is Gap.WORD and (before + after).isalnum()):
            self.pending.append(" ")

    def _last_character(self) -> str:
        """Return what the text ends with so far: nothing, a line end, a character, or a word's for any other node."""
        if text := next((text for text in reversed(self.pending) if text), ""):
            return text[-1]
        last = next((level[-1] for level in reversed(self.levels) if level), None)
        match last:
            case None:
                return ""
            case LineBreak():
                return "\n"
            case Text(text):
                return text[-1:]
            case _:
                return _WORD

    def _open(self, token: Token) -> None:
        self._settle_gap(None)
        self._flush()
        if token.type == "link_open":
            self.links.append((token.meta["start"], token.meta["end"]))
        self.opened.append(token)
        if len(self.opened) <= DEEPEST:
            self.levels.append([])
        else:
            self.context.report_once("nested-too-deep", self.passage.span(0, 1), limit=DEEPEST)

    def _close(self) -> None:
        self._flush()
        token = self.opened.pop()
        if len(self.opened) < DEEPEST:
            children = tuple(self.levels.pop())
            self._close_around(token, children)

    def _close_around(self, token: Token, children: Inlines) -> None:
        level = self.levels[-1]
        match token.type:
            case "strong_open":
                level.append(Strong(children))
            case "em_open":
                level.append(Emphasis(children))
            case "s_open":
                level.append(Strike(children))
            case _:
                self._close_link(token, children)

    def _close_link(self, token: Token, children: Inlines) -> None:
        """Add the link, or its text alone when its address is of a kind no output can follow."""
        target, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
        span = self.passage.span(token.meta["start"], token.meta["end"])
        if _ADDRESS.match(target):
            self.levels[-1].append(Link(children, target, span, title))
            return
        self.context.sink.add("unsupported-link", span, target=f"{target} {title}".strip())
        for child in children:
            if isinstance(child, Text):
                self.pending.append(child.text)
            else:
                self._flush()
                self.levels[-1].append(child)

    def _flush(self) -> None:
        if not self.pending:
            return
        text = "".join(self.pending)
        self.pending.clear()
        self.shows_link = self.shows_link or "](" in text
        level = self.levels[-1]
        if level and isinstance(level[-1], Text):
            text = level.pop().text + text  # type: ignore[union-attr]
        if text:
            level.append(Text(text))

    def _report_unread_link(self) -> None:
        """Report the first `](` left in the text: most often a link whose address holds a space."""
        text = self.passage.text
        for match in _LINK_MIDDLE.finditer(text):
            start = match.start()
            if not any(first <= start < end for first, end in self.links):
                begin = max(text.rfind("[", 0, start), 0)
                found = text[begin : start + _SHOWN].partition("\n")[0].partition(")")
                self.context.sink.add("unread-link", self.passage.span(begin, match.end()), found=found[0] + found[1])
                return


def _trim(inlines: list[Inline]) -> Inlines:
    """Take off the spaces that dropped tags leave at both ends of a passage."""
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" "))
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" "))
    return tuple(inline for inline in inlines if not isinstance(inline, Text) or inline.text)
