"""The one configured Markdown parser: markdown-it's, with our rules, tried by the first character of a line."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypedDict

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, code, list_block, reference
from markdown_it.token import Token
from markdown_it.utils import EnvType

from chevalet.parse.block_rules import BlockRule, container, fence, footnote, heading, rule_line, table, text
from chevalet.parse.html_rules import html_block, html_inline
from chevalet.parse.inline_rules import PLACED_AUTOLINK, PLACED_IMAGE, PLACED_LINK, brace, bracket

# Characters that normalizing an address never changes.
_PLAIN_ADDRESS = re.compile(r"[a-z0-9:/?#@!$&*+,;=._~-]+")

# Levels of blocks inside blocks (a list counts two), and of brackets inside brackets.
DEEPEST = 32

_STARTS: Mapping[str, tuple[BlockRule, ...]] = MappingProxyType(
    {
        ":": (container,),
        "#": (heading,),
        "`": (fence,),
        "~": (fence,),
        ">": (blockquote,),
        "-": (rule_line, list_block),
        "*": (rule_line, list_block),
        "+": (list_block,),
        "_": (rule_line,),
        "<": (html_block,),
        "[": (footnote, reference),
        **dict.fromkeys("0123456789", (list_block,)),
    }
)
_INTERRUPTS: Mapping[str, tuple[BlockRule, ...]] = MappingProxyType({**_STARTS, "[": (footnote,)})
_NESTING = frozenset({blockquote, list_block, footnote})


class Reference(TypedDict):
    """A link definition, as markdown-it keeps it; `map` holds its first line and the line behind its last."""

    title: str
    href: str
    map: list[int]


class References(dict[str, Reference]):
    """Link definitions by label, which remember those a link asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, label: str, default: Reference | None = None) -> Reference | None:  # type: ignore[override]
        self.asked.add(label)
        return super().get(label, default)


class _Blocks(ParserBlock):
    """Tries only the rules that can begin with a line's first character: three quarters of the usual calls fail."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = Ruler[BlockRule]()
        self.ruler.push("code", code)
        self.ruler.push("hr", rule_line, {"alt": ["list"]})
        self.ruler.push("interrupt", _interrupts, {"alt": ["paragraph", "reference", "blockquote"]})
        self.ruler.push("table", table, {"alt": ["paragraph", "reference"]})

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - markdown-it's names
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            _take_block(state, line, endLine)
            line = state.line
            if line < endLine and state.isEmpty(line):
                line += 1
                state.line = line


class _Markdown(MarkdownIt):
    """Keeps terms in addresses, and every address: those we refuse are told by name, not left as text."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        if _PLAIN_ADDRESS.fullmatch(url):
            return url
        normal = normalizeLink(url)
        return normal.replace("%7B%7B", "{{").replace("%7D%7D", "}}") if "{{" in url else normal

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's name
        return True


@functools.cache
def markdown() -> MarkdownIt:
    parser = _Markdown("commonmark", {"maxNesting": DEEPEST})
    parser.block = _Blocks()
    rules = parser.inline.ruler
    rules.enable("strikethrough")
    rules.before("link", "brace", brace)
    rules.before("link", "bracket", bracket)
    rules.at("link", PLACED_LINK)
    rules.at("image", PLACED_IMAGE)
    rules.at("autolink", PLACED_AUTOLINK)
    rules.at("html_inline", html_inline)
    parser.inline.ruler2.enable("strikethrough")
    return parser


def new_environment() -> EnvType:
    """Return what one body's rules share: its link definitions, and what they found never ends."""
    return {"references": References(), "stretches": {}, "unclosed": {}}


def read_tokens(body: str, environment: EnvType) -> list[Token]:
    """Return the block tokens of a body; their inline content is not read yet."""
    tokens: list[Token] = []
    parser = markdown()
    parser.block.parse(body, parser, environment, tokens)
    return tokens


def read_inline_tokens(content: str, environment: EnvType) -> list[Token]:
    tokens: list[Token] = []
    parser = markdown()
    parser.inline.parse(content, parser, environment, tokens)
    return tokens


def _take_block(state: StateBlock, line: int, end: int) -> None:
    if state.is_code_block(line):
        code(state, line, end, False)
        return
    rules = _STARTS.get(state.src[state.bMarks[line] + state.tShift[line]], ())
    if state.level >= DEEPEST and not _NESTING.isdisjoint(rules):
        state.push("too_deep", "", 0).map = [line, line + 1]
        rules = ()
    if table(state, line, end, False):
        return
    for rule in rules:
        if rule(state, line, end, False):
            return
    text(state, line, end, False)


def _interrupts(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    if state.is_code_block(line):
        return False
    rules = _INTERRUPTS.get(state.src[state.bMarks[line] + state.tShift[line]], ())
    return any(rule(state, line, end, True) for rule in rules)
