"""Whatever the text, parsing never raises, loses no word, and every place it names exists."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from parse_harness import parse_body
from parse_notation import write_diagnostics, write_document
from parse_places import inlines_of, misplaced

from chevalet.diagnostics import CODES, Diagnostic

MARKS = """
## ⁞ # ⁞ ### ⁞ ::: ⁞ :::notes ⁞ ::: only {a=b} ⁞ ::: confidential ⁞ ::: columns ⁞ ::: column ⁞ ::: activity {minutes=3
{#id ⁞ layout=text} ⁞ } ⁞ { ⁞ {{ ⁞ }} ⁞ {{place.name}} ⁞ {{fact.a.b}} ⁞ [@a] ⁞ [^1] ⁞ [^1]: ⁞ [ ⁞ ] ⁞ ]( ⁞ ) ⁞ ![
[a]: /x ⁞ * ⁞ ** ⁞ _ ⁞ ~~ ⁞ ` ⁞ ``` ⁞ ~~~ ⁞ - ⁞ 1. ⁞ > ⁞ --- ⁞ === ⁞ | a | b | ⁞ |---| ⁞ - [ ] ⁞ - [x] ⁞ <b> ⁞ </b>
<br> ⁞ <!-- ⁞ --> ⁞ <script> ⁞ </script> ⁞ <? ⁞ ?> ⁞ été ⁞ &amp; ⁞ &#0; ⁞ \\ ⁞ 🙂 ⁞ https://exemple.ca
<https://exemple.ca>
{lines=3} ⁞ {field=x} ⁞ "x" ⁞ 'y' ⁞ : ⁞ !
"""
YAML = """
```chart ⁞ ```steps ⁞ ```mockup ⁞ kind: chain ⁞ steps: [a, b] ⁞ type: bar ⁞ rows: [[a, 1]]
columns: [a, b] ⁞ title: {{a}}
"""
PIECES = st.sampled_from([piece.strip() for piece in re.split("[⁞\n]", MARKS) if piece.strip()])
FENCE_PIECES = st.sampled_from([piece.strip() for piece in re.split("[⁞\n]", YAML) if piece.strip()])
GAPS = st.sampled_from(["", " ", "\n", "\n\n", "\n  ", "\n    ", "\t", "  \n", "\r\n", "\r", "\u00a0", "\u2028"])
MARKDOWN = st.lists(st.tuples(PIECES | FENCE_PIECES, GAPS), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)

_WORD = re.compile(r"mot\d+x")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=300), MARKDOWN))
@example("\0\ufeff\ud800")
@example("a\n---\n" * 3)
def test_parsing_never_raises_and_places_exist(body: str) -> None:
    document, found = parse_body(body)

    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [fault for each in found for fault in _faults(each, lines)] == []
    text = "\n".join(lines)
    assert [fault for inlines in inlines_of(document) for fault in misplaced(text, inlines)] == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.tuples(PIECES, GAPS), max_size=25))
def test_no_word_is_lost(pairs: list[tuple[str, str]]) -> None:
    body = "".join(f"{piece} mot{index}x{gap}" for index, (piece, gap) in enumerate(pairs))

    document, found = parse_body(body)

    kept = set(_WORD.findall(write_document(document) + "\n" + write_diagnostics(found)))
    assert set(_WORD.findall(body)) - kept == set()


def test_the_same_text_gives_the_same_document() -> None:
    body = "## Un {#un}\n\n::: notse {b=c}\n- [ ] a {{b}}\n"

    assert parse_body(body) == parse_body(body)


def _faults(found: Diagnostic, lines: list[str]) -> list[str]:
    """Return what is wrong with a diagnostic: a code not declared, or a place that is not in the text."""
    span = found.span
    faults = [] if found.code in CODES else [f"{found.code} is not declared"]
    if not 1 <= span.line <= span.end_line <= len(lines):
        return [*faults, f"{found} is out of the {len(lines)} lines"]
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        if not 1 <= column <= len(lines[line - 1]) + 2:
            faults.append(f"{found} is out of line {line}")
    return faults
