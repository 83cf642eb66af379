"""The literate specs: what each piece of Markdown becomes, and what is said of it."""

from __future__ import annotations

import pytest
from parse_harness import HERE, Case, parse_body, read_cases
from parse_notation import write_diagnostics, write_document

CASES = [case for path in sorted((HERE / "spec").glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_markdown_becomes_the_expected_tree_and_diagnostics(case: Case) -> None:
    document, found = parse_body(case.markdown)

    assert write_document(document, spans=case.has_places) == case.tree
    assert write_diagnostics(found) == case.diagnostics


def test_the_specs_hold_cases() -> None:
    assert len(CASES) > 80
