"""Fences: `chart`, `steps` and `mockup` hold YAML, any other holds code."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from markdown_it.token import Token

from chevalet.diagnostics import nearest
from chevalet.model.block import Block, CodeBlock
from chevalet.parse.charts import read_chart
from chevalet.parse.context import Context
from chevalet.parse.fields import kind_of
from chevalet.parse.mockups import read_mockup
from chevalet.parse.source import Prefixes
from chevalet.parse.steps import read_steps
from chevalet.span import Span
from chevalet.yaml_nodes import Limits, read_yaml
from chevalet.yaml_nodes import Mapping as YamlMapping

FENCES: Mapping[str, Callable[[YamlMapping, Span, Context], Block | None]] = MappingProxyType(
    {"chart": read_chart, "steps": read_steps, "mockup": read_mockup}
)
LIMITS = Limits(depth=16, aliases=0, nodes=2_000, characters=20_000)

# How alike a language and a fence's name must be for a slip of the finger: `chrat` is 0.8, `csharp` is 0.73.
_SLIP = 0.75


def read_fence(token: Token, prefixes: Prefixes, context: Context) -> Block:
    """Read a fence; YAML that cannot be drawn stays as code, with an error, so that nothing written is lost."""
    lines = token.map or [0, 1]
    span = context.source.block(lines, prefixes)
    opening = context.source.line_span(lines[0], prefixes)
    if not token.markup:
        context.sink.add("unclosed-fence", opening)
    language, _, rest = token.info.partition(" ")
    if rest.strip():
        context.sink.add("fence-info-ignored", opening, text=rest.strip())
    if language in FENCES:
        drawn = _read_drawing(token, language, span, context)
        if drawn is not None:
            return drawn
    else:
        _report_slip(language, opening, context)
    text = token.content.removesuffix("\n") if token.markup else token.content.rstrip("\n")
    return CodeBlock(text, language, span)


def _read_drawing(token: Token, name: str, span: Span, context: Context) -> Block | None:
    columns = _columns(token, context)
    node, diagnostics = read_yaml(token.content, span.path, span.line + 1, columns, limits=LIMITS)
    context.sink.extend(diagnostics)
    if isinstance(node, YamlMapping):
        return FENCES[name](node, span, context)
    if not diagnostics:
        place = node.span if node else span
        found = kind_of(node) if node else "nothing"
        context.sink.add("wrong-type", place, key=name, expected="mapping", found=found)
    return None


def _columns(token: Token, context: Context) -> tuple[int, ...]:
    """Return where each line of a fence's content begins in the file: behind the margin that Markdown took off."""
    first = (token.map or [0])[0] + 1
    lines = token.content.split("\n")
    written = context.source.lines[first : first + len(lines)]
    return tuple(len(whole) - len(content) + 1 for whole, content in zip(written, lines, strict=False))


def _report_slip(language: str, span: Span, context: Context) -> None:
    meant = nearest(language, FENCES)
    if meant and difflib.SequenceMatcher(None, language, meant).ratio() > _SLIP:
        context.sink.add("unknown-fence", span, fence=language, nearest=meant)
