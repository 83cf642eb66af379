"""What the tests of parse begin with: a body parsed as a module, and the cases of a spec."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from chevalet.diagnostics import Diagnostic
from chevalet.model.document import Document
from chevalet.model.project import ModuleSource, Priority
from chevalet.parse import parse

HERE = Path(__file__).parent
PATH = "modules/atelier/m.md"

_FENCE = re.compile(r"^(`{3,})([\w ]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)


def module(body: str, *, body_line: int = 1) -> ModuleSource:
    return ModuleSource(
        identifier="m",
        path=PATH,
        title="Le module",
        minutes=10,
        at_least=10,
        at_most=10,
        priority=Priority.KEEP,
        objectives=(),
        material=(),
        has_section=True,
        body=body,
        body_line=body_line,
        spans={},
    )


def parse_body(body: str, *, body_line: int = 1) -> tuple[Document, tuple[Diagnostic, ...]]:
    return parse(module(body, body_line=body_line))


@dataclass(frozen=True)
class Case:
    """One case of a spec: its Markdown, the tree and the diagnostics expected, and whether the tree tells places."""

    name: str
    markdown: str
    tree: str
    diagnostics: str
    has_places: bool


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a spec; in its Markdown, `␣` stands for a space an editor would strip and `⇥` for a tab."""
    text = path.read_text(encoding="utf-8")
    titles = [(match.start(), match[1]) for match in _HEADING.finditer(text)]
    cases: list[Case] = []
    for match in _FENCE.finditer(text):
        kind, *options = match[2].split()
        content = match[3]
        if kind == "markdown":
            title = next((title for start, title in reversed(titles) if start < match.start()), path.stem)
            name = f"{path.stem}:{text.count(chr(10), 0, match.start()) + 1} {title}"
            cases.append(Case(name, content.replace("␣", " ").replace("⇥", "\t"), "", "", False))
        elif kind == "tree":
            last = cases[-1]
            cases[-1] = Case(last.name, last.markdown, content.rstrip("\n"), last.diagnostics, "places" in options)
        elif kind == "diagnostics":
            last = cases[-1]
            cases[-1] = Case(last.name, last.markdown, last.tree, content.rstrip("\n"), last.has_places)
    return cases
