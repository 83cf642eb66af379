"""The page of diagnostics says what the compiler says."""

from __future__ import annotations

from tests.spec.diagnostics_page import PLACE, write_page


def test_the_page_of_diagnostics_is_current():
    assert PLACE.read_text(encoding="utf-8") == write_page(), "run: python -m tests.spec.diagnostics_page"
