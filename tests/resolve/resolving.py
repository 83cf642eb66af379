"""A course of a few lines, loaded, parsed and resolved; and trees compared without their places."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from chevalet.diagnostics import Diagnostic
from chevalet.load import MemoryTree, load_project
from chevalet.model.block import Blocks
from chevalet.model.course import Course, Slide
from chevalet.model.document import Document
from chevalet.model.inline import Inlines, plain_text
from chevalet.model.project import Project
from chevalet.model.target import Target
from chevalet.model.theme import Theme
from chevalet.parse import parse
from chevalet.resolve import resolve
from chevalet.span import Span
from chevalet.units import Box, Size

PATH = "modules/essai/m.md"
FRONT = "---\ntitle: Le module\nminutes: 135\n---\n"
COURSE = """\
title: Le cours
terms:
  place: {name: Rimouski, de: de Rimouski, a: à Rimouski}
  chamber: {name: Chambre d'essai}
facets:
  law: [quebec, ontario]
  delivery: [in-person, online]
  edition: [trainer, participant, public]
schedules: {evening: {start: "18:30", minutes: 135}}
workshops:
  - {id: essai, title: L'atelier, summary: Une phrase, modules: [m]}
"""
THEME = Theme("", Size(0, 0), Box(0, 0, 0, 0), 12, 0, {}, (), {}, {}, {}, (), {}, "")


def _fact(identifier: str, title: str, status: str = "verified") -> str:
    return (
        f"{identifier}:\n  statement: En 2020, 45 % des gens achetaient en ligne.\n"
        '  values: {part: 45 %, vol: "3411"}\n'
        f"  source: {{publisher: CEFRIO, title: {title}, year: 2020, url: 'https://exemple.ca/{title}'}}\n"
        f"  status: {status}\n  verified_on: 2026-11-22\n"
    )


FACTS = (
    _fact("vente", "Enquête")
    + _fact("vente-bis", "Enquête")
    + _fact("visite", "Sondage")
    + _fact("souvenir", "Mémoire", "recalled")
)


def png(width: int = 4, height: int = 3) -> bytes:
    """The chunks of a PNG that tell its size, without its pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", b""), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + b"\0" * 4 for name, data in chunks
    )


@dataclass(frozen=True)
class Resolved:
    """What resolve makes of a course, and says of it."""

    course: Course
    diagnostics: tuple[Diagnostic, ...]

    @property
    def slides(self) -> dict[str, Slide]:
        """The slides of the first module, by the last part of their key."""
        return {slide.key.rpartition("/")[2]: slide for slide in self.course.segments[0].slides}

    @property
    def slide(self) -> Slide:
        return self.course.segments[0].slides[0]

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.diagnostics]

    def only(self) -> tuple[Diagnostic, dict[str, str]]:
        """The one diagnostic there is, and its arguments."""
        (found,) = self.diagnostics
        return found, dict(found.arguments)


def load_files(files: Mapping[str, str | bytes]) -> Project:
    project, diagnostics = load_project(MemoryTree(files), THEME)
    assert project is not None, diagnostics
    return project


def parse_all(project: Project) -> dict[str, Document]:
    return {module.identifier: parse(module)[0] for module in project.modules.values()}


def target(edition: str = "trainer", language: str = "fr-CA", workshop: str = "essai", **facets: str) -> Target:
    return Target("base", workshop, "base", edition, language, tuple(facets.items()))


def resolve_files(files: Mapping[str, str | bytes], wanted: Target | None = None) -> Resolved:
    """Resolve a course given as files; those it lacks are this module's own."""
    project = load_files({"course/course.yaml": COURSE, "course/facts.yaml": FACTS, **files})
    course, diagnostics = resolve(project, parse_all(project), wanted or target())
    assert course is not None
    return Resolved(course, diagnostics)


def resolve_body(body: str, wanted: Target | None = None, **files: str | bytes) -> Resolved:
    """Resolve a module of one body, whose first line is the fifth of its file; `files` stand in the module's folder."""
    beside = {f"modules/essai/{name.replace('__', '.')}": content for name, content in files.items()}
    return resolve_files({PATH: FRONT + body, **beside}, wanted)


def resolve_slide(content: str, wanted: Target | None = None, **files: str | bytes) -> Resolved:
    """Resolve one slide, « Le titre », whose content begins on line 7."""
    return resolve_body(f"## Le titre {{#s}}\n\n{content}\n", wanted, **files)


def strip(value: object) -> object:
    """Return a tree as nested tuples, without the places of its nodes nor the bytes of its pictures."""
    if isinstance(value, tuple):
        return tuple(strip(each) for each in value)
    if isinstance(value, Mapping):
        return tuple(sorted((key, strip(each)) for key, each in value.items()))
    if isinstance(value, Struct):
        kept = (name for name in value.__struct_fields__ if name not in ("span", "data"))
        return (type(value).__name__, *(strip(getattr(value, name)) for name in kept))
    return value


def text_of(content: Blocks | Inlines) -> str:
    """Return the characters of a tree, one line a run, with `⍽` and `⁀` for the spaces that do not break."""
    lines: list[str] = []
    _gather(content, lines)
    return "\n".join(lines).replace("\u00a0", "⍽").replace("\u202f", "⁀")


def _gather(value: object, lines: list[str]) -> None:
    if isinstance(value, tuple) and value and _is_inline(value[0]):
        lines.append(plain_text(value))
    elif isinstance(value, tuple):
        for each in value:
            _gather(each, lines)
    elif isinstance(value, Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            _gather(getattr(value, name), lines)


def _is_inline(value: object) -> bool:
    return type(value).__module__ == "chevalet.model.inline"
