"""The 652 examples of CommonMark: none is lost, none breaks the parser (`commonmark/LICENSE.md`)."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from parse_harness import HERE, parse_body
from parse_notation import write_diagnostics, write_document
from parse_places import inlines_of, misplaced


@dataclass(frozen=True)
class Example:
    number: int
    markdown: str
    html: str


def _read_examples() -> list[Example]:
    examples = json.loads((HERE / "commonmark" / "spec.json").read_text(encoding="utf-8"))
    # The specification shows a tab as an arrow.
    return [
        Example(each["example"], each["markdown"].replace("→", "\t"), each["html"].replace("→", "\t"))
        for each in examples
    ]


EXAMPLES = _read_examples()

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(?:href|title|alt|src)="([^"]*)"')
# Marks that are read and not kept: numbers of items, and the labels by which links find their definitions.
_NUMBER = re.compile(r"^([ >\t*+-]*)\d+[.)]", re.MULTILINE)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]", re.DOTALL)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _lost(wanted: set[str], kept: str) -> set[str]:
    """Return the words that are nowhere; texts that touch once their links are refused make one word of two."""
    words = _words(kept) | _words(html.unescape(unquote(kept)))
    return {word for word in wanted - words if len(word) < 3 or word not in kept.casefold()}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.number))
def test_every_word_is_in_the_tree_or_in_a_diagnostic(example: Example) -> None:
    document, found = parse_body(example.markdown)

    kept = write_document(document) + "\n" + write_diagnostics(found)
    attributes = unquote(" ".join(_ATTRIBUTE.findall(example.html)))
    shown = _words(html.unescape(f"{_TAG.sub(' ', example.html)} {attributes}"))
    labels = _words(" ".join(_LABEL.findall(example.markdown))) if "]:" in example.markdown else set()
    written = _words(html.unescape(unquote(_NUMBER.sub(r"\1", example.markdown)))) - labels
    assert _lost(shown, kept) == set()
    assert _lost(written, kept) == set()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.number))
def test_nodes_stand_where_they_say(example: Example) -> None:
    document, _ = parse_body(example.markdown)

    assert [fault for inlines in inlines_of(document) for fault in misplaced(example.markdown, inlines)] == []


def test_all_the_examples_are_there() -> None:
    assert len(EXAMPLES) == 652
