"""The 652 examples of CommonMark, compiled to decks: each word of each is there, or in a diagnostic."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import unquote

import pytest

from tests.damage.compiling import MODULE, SMALL, Compiler, find_faults
from tests.damage.recall import find_lost, words_of
from tests.tools import ROOT

EXAMPLES = json.loads((ROOT / "tests/parse/commonmark/spec.json").read_text(encoding="utf-8"))
FRONT = "---\ntitle: Le module\nminutes: 30\n---\n\n## Le titre {#titre}\n\n"
# Marks that are read and not shown: numbers of items, the labels by which links find their definitions, the languages
# of code.
_NUMBER = re.compile(r"^([ >\t*+-]*)\d+[.)]", re.MULTILINE)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]", re.DOTALL)
_LANGUAGE = re.compile(r"^(?:`{3,}|~{3,})[ \t]*([^\s`]+)", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(?:href|title|alt|src)="([^"]*)"')


def _written(markdown: str) -> set[str]:
    marks = _LABEL.findall(markdown) if "]:" in markdown else []
    marks += _LANGUAGE.findall(markdown)
    return words_of(_plain(_NUMBER.sub(r"\1", markdown))) - words_of(_plain(" ".join(marks)))


def _shown(page: str) -> set[str]:
    return words_of(_plain(f"{_TAG.sub(' ', page)} {' '.join(_ATTRIBUTE.findall(page))}"))


def _plain(text: str) -> str:
    return html.unescape(unquote(text))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["example"]))
def test_every_word_is_in_the_deck_or_in_a_diagnostic(example: dict[str, str], compiler: Compiler) -> None:
    # The specification shows a tab as an arrow.
    markdown, page = (example[form].replace("→", "\t") for form in ("markdown", "html"))
    files = SMALL | {MODULE: (FRONT + markdown).encode()}

    compiled = compiler.force(files)

    assert find_lost(_written(markdown) | _shown(page), compiled, files) == set()
    assert find_faults(compiled, files) == []


def test_all_the_examples_are_there() -> None:
    assert len(EXAMPLES) == 652
