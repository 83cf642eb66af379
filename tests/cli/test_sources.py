"""Which files a deck depends on, and which diagnostics keep it from being written."""

from __future__ import annotations

import pytest

from chevalet.diagnostics import diagnostic
from chevalet.load import MemoryTree, load
from chevalet.plan.sources import Sources, sources_of, spare_modules
from chevalet.span import Span
from tests.tools import THEME, THEME_FILES

COURSE = """title: Un cours
schedules:
  evening: {start: "18:30", minutes: 30}
workshops:
  - id: un
    title: Un
    modules: [a]
  - id: deux
    title: Deux
    modules:
      - b
"""
FACTS = """vrai:
  statement: Une phrase
  source: {publisher: P, title: T, year: 2020}
  status: recalled
faux:
  statement: Une autre
  source: {publisher: P, title: T, year: 2020}
  status: recalled
"""
FILES = {
    "course/course.yaml": COURSE,
    "course/facts.yaml": FACTS,
    "modules/un/a.md": "---\ntitle: A\nminutes: 30\n---\n\n## A {#a}\n\n{{fact.vrai}}\n",
    "modules/deux/b.md": "---\ntitle: B\nminutes: 30\n---\n",
    "modules/options/c.md": "---\ntitle: C\nminutes: 30\n---\n",
}


@pytest.fixture(scope="module")
def sources() -> Sources:
    theme = {f"themes/chevalet/{name}": (THEME / name).read_bytes() for name in THEME_FILES}
    project, found = load(MemoryTree(FILES | theme))
    assert found == ()
    assert project is not None
    return sources_of(project, "un")


@pytest.mark.parametrize(
    ("path", "depends"),
    [
        ("modules/un/a.md", True),
        ("modules/deux/b.md", False),
        ("modules/deux/image.png", True),
        ("course/course.yaml", True),
        ("themes/chevalet/theme.json", True),
    ],
)
def test_a_deck_depends_on_all_but_the_modules_of_others(sources, path, depends):
    assert sources.depend_on(path) == depends


@pytest.mark.parametrize(
    ("span", "touched"),
    [
        (Span("modules/un/a.md", 2, 1, 2, 2), True),
        (Span("modules/deux/b.md", 2, 1, 2, 2), False),
        (Span("course/course.yaml", 6, 5, 6, 6), True),
        (Span("course/course.yaml", 9, 5, 9, 6), False),
        (Span("course/course.yaml", 3, 5, 3, 6), True),
        (Span("course/facts.yaml", 2, 5, 2, 6), True),
        (Span("course/facts.yaml", 1, 1, 1, 5), True),
        (Span("course/facts.yaml", 6, 5, 6, 6), False),
        (Span("course/facts.yaml", 5, 1, 5, 5), False),
        (Span("course/facts.yaml"), True),
        (Span("course/glossary.yaml", 1, 1, 1, 2), False),
        (Span("themes/chevalet/theme.json"), True),
    ],
)
def test_an_error_elsewhere_keeps_no_deck_from_being_written(sources, span, touched):
    assert sources.are_touched_by(diagnostic("unknown-key", span, key="x", nearest="y")) == touched


def test_a_module_that_could_not_be_read_keeps_its_deck_from_being_written_without_it():
    theme = {f"themes/chevalet/{name}": (THEME / name).read_bytes() for name in THEME_FILES}
    project, found = load(MemoryTree(FILES | theme | {"modules/un/a.md": "été".encode("cp1252")}))
    assert [each.code for each in found] == ["not-utf8"]
    assert project is not None
    assert sources_of(project, "un").are_touched_by(found[0])
    assert not sources_of(project, "deux").are_touched_by(found[0])


def test_modules_that_no_workshop_lists_are_spare(sources):
    assert [module.identifier for module in spare_modules(sources.project)] == ["c"]
