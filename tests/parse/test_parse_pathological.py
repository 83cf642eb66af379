"""Hostile or broken text: bounded depth, bounded time, and one diagnostic instead of a crash."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from parse_harness import parse_body

MANY = 10_000
# Generous for the slowest machine, and out of reach of anything quadratic at these sizes.
SECONDS = 20


@dataclass(frozen=True)
class Bomb:
    name: str
    body: str
    codes: frozenset[str] = frozenset()


def bomb(name: str, body: str, *codes: str) -> Bomb:
    return Bomb(name, f"## Titre {{#titre}}\n\n{body}", frozenset(codes))


BOMBS = [
    bomb("quotes in quotes", ">" * MANY + " fond", "nested-too-deep"),
    bomb("lists in lists on one line", "- " * MANY + "fond", "nested-too-deep"),
    bomb("lists in lists", "\n".join("  " * depth + "- x" for depth in range(500)), "nested-too-deep"),
    bomb("footnotes in footnotes", "[^a]: " * 500, "nested-too-deep", "duplicate-id", "unused-footnote"),
    bomb("brackets", "[" * MANY),
    bomb("closed brackets", "[" * MANY + "]" * MANY),
    bomb("pictures in pictures", "![" * MANY),
    bomb("stars", "*" * MANY + "a" + "*" * MANY, "nested-too-deep"),
    bomb("open stars", "*a **a " * (MANY // 5)),
    bomb("backticks", "`a``b" * (MANY // 2)),
    bomb("tags", "<a " * MANY),
    bomb("open comments", "<!-- \n\n" * MANY, "unclosed-comment"),
    bomb("open scripts", "<script>\n\n" * MANY, "html-not-supported"),
    bomb("open terms", "{{" * MANY, "invalid-term"),
    bomb("open containers", "::: notes\n" * 100_000, "unclosed-container", "misplaced-container", "nested-too-deep"),
    bomb("unknown containers", "::: zzz\n" * 100_000, "unclosed-container", "unknown-container", "nested-too-deep"),
    bomb("wrappers", "::: confidential\n## a {#a}\n" * 2_000, "unclosed-container", "duplicate-id", "nested-too-deep"),
    bomb("open fences", "```a\n## a {#a}\n" * MANY, "unclosed-fence", "duplicate-id"),
    bomb("open fences in quotes", "> ```a\n\n" * MANY, "unclosed-fence"),
    bomb("open link definitions", "[a\n" * MANY),
    bomb("a line of one megabyte", "a" * 1_000_000),
    bomb("a marked line of one megabyte", "*a " * 333_333, "paragraph-too-long"),
    bomb("a row of one megabyte", "|a" * 300_000 + "|\n" + "|-" * 300_000 + "|"),
    bomb("attributes", "::: notes {" + "a=b " * MANY + "}\n:::", "duplicate-attribute", "unexpected-attribute"),
    bomb("quoted attributes", "## a {" + '="b"' * 3_000 + "{x} }", "missing-id"),
    bomb("a heading of spaces", "# a" + " " * 50_000 + "b", "missing-id"),
    bomb("a container line of spaces", "::: notes" + " " * 50_000 + "y\n:::", "invalid-attribute"),
    bomb("the same title", "## Titre\n" * MANY, "missing-id"),
    bomb("YAML in depth", "```chart\n" + "[" * MANY + "\n```", "yaml-too-deep"),
    bomb("YAML at length", "```chart\n" + "a: b\n" * MANY + "```", "yaml-too-large"),
]


@pytest.mark.parametrize("hostile", BOMBS, ids=lambda hostile: hostile.name)
def test_hostile_text_is_told_in_bounded_time(hostile: Bomb) -> None:
    began = time.perf_counter()
    document, found = parse_body(hostile.body)

    assert {each.code for each in found} == hostile.codes
    assert document.slides
    assert time.perf_counter() - began < SECONDS


def test_what_is_too_deep_is_told_once() -> None:
    _, found = parse_body("\n\n".join([">" * 50 + " a", "- " * 50 + "b", "::: notes\n" * 30]))

    assert [each.code for each in found].count("nested-too-deep") == 1
