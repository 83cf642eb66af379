"""A course of a few lines, or the real one, resolved with its texts and composed; and what a document says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from msgspec import Struct

from chevalet.compose import Supplies, compose
from chevalet.load import DiskTree, load
from chevalet.model.block import CodeBlock
from chevalet.model.course import Course
from chevalet.model.diagram import Chart
from chevalet.model.document import Document
from chevalet.model.flow import Field, Flow, Grid, Heading, Panel
from chevalet.model.inline import Code, Superscript, Text, plain_text
from chevalet.model.project import Project
from chevalet.model.target import Target
from chevalet.parse import parse
from chevalet.resolve import resolve
from chevalet.span import Span
from tests.resolve.resolving import COURSE, FACTS, FRONT, PATH, load_files, target
from tests.tools import ROOT

T = TypeVar("T")
GLOSSARY = """\
portee: {term: portée, definition: Nombre de personnes jointes.}
page: {term: page d'accueil, definition: La première page.}
"""


@dataclass(frozen=True)
class Real:
    """The real project, read once for all tests."""

    project: Project
    documents: Mapping[str, Document]
    texts: Mapping[str, Document]

    def course(self, workshop: str, edition: str, **facets: str) -> Course:
        wanted = Target("base", workshop, "undated", edition, "fr-CA", tuple(facets.items()))
        course, _ = resolve(self.project, self.documents, wanted, self.texts)
        assert course is not None
        return course


@cache
def real() -> Real:
    project, _ = load(DiskTree(ROOT))
    assert project is not None
    documents = {module.identifier: parse(module)[0] for module in project.modules.values()}
    texts = {text.identifier: parse(text)[0] for text in project.texts.values()}
    return Real(project, documents, texts)


def course_of(body: str, wanted: Target | None = None, **files: str) -> Course:
    """Resolve a module of one body with its texts; `files` are those of `course/documents`."""
    texts = {f"course/documents/{name.replace('_', '-')}.md": content for name, content in files.items()}
    own = {"course/course.yaml": COURSE, "course/facts.yaml": FACTS, "course/glossary.yaml": GLOSSARY}
    project = load_files({**own, PATH: FRONT + body, **texts})
    documents = {module.identifier: parse(module)[0] for module in project.modules.values()}
    parsed = {text.identifier: parse(text)[0] for text in project.texts.values()}
    course, _ = resolve(project, documents, wanted or target("participant"), parsed)
    assert course is not None
    return course


def workbook_of(body: str, edition: str = "participant", **files: str) -> Flow:
    return compose(course_of(body, target(edition), **files), "workbook")[0]


def guide_of(body: str, supplies: Supplies | None = None, **files: str) -> Flow:
    return compose(course_of(body, target("trainer"), **files), "guide", supplies or Supplies())[0]


def walk(value: object) -> Iterator[object]:
    """Yield every node of a tree, in reading order."""
    yield value
    if isinstance(value, tuple):
        children: tuple[object, ...] = value
    elif isinstance(value, Mapping):
        children = tuple(value.values())
    elif isinstance(value, Struct) and not isinstance(value, Span):
        children = tuple(getattr(value, name) for name in value.__struct_fields__)
    else:
        children = ()
    for child in children:
        yield from walk(child)


def find(value: object, kind: type[T]) -> list[T]:
    return [node for node in walk(value) if isinstance(node, kind)]


def words_of(value: object) -> list[str]:
    """Return the words that a reader of a tree sees or hears, without the numbers of sources."""
    nodes = (node for node in walk(value) if isinstance(node, Text | Code | CodeBlock | Chart))
    texts = (node.alt if isinstance(node, Chart) else node.text for node in nodes)
    return [word for text in texts for word in re.findall(r"\w+", text.casefold())]


def marks_of(value: object) -> list[str]:
    return [mark.text for mark in find(value, Superscript)]


def titles_of(flow: Flow) -> list[str]:
    return [plain_text(heading.inlines) for heading in find(flow.blocks, Heading)]


def panels_of(flow: Flow) -> list[tuple[str, str]]:
    return [(panel.role.value, plain_text(panel.label)) for panel in find(flow.blocks, Panel)]


def fields_of(flow: Flow) -> list[tuple[str, str, int]]:
    """Return the fields of the workshop's slides: kind, label, lines."""
    own = [field for field in find(flow.blocks, Field) if field.name.startswith("m-")]
    return [(field.kind.value, plain_text(field.label), field.lines) for field in own]


def grids_of(flow: Flow) -> list[Grid]:
    return [grid for grid in find(flow.blocks, Grid) if grid.name != "actions"]
