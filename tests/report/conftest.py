"""A page to report on: a source in memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chevalet.locale import Catalogue
from chevalet.report import Page

SOURCES = {"course/course.yaml": ("title: Cours", "language: fr-CA", "  region: eu-nord")}


@pytest.fixture
def page() -> Callable[..., Page]:
    def make(language: str = "en", line: str = "", *, colors: bool = False) -> Page:
        sources = {**SOURCES, "a.md": (line,)}
        return Page(Catalogue(language), lambda path: sources.get(path, ()), colors)

    return make
