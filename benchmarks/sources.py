"""The same slides as each tool reads them: a project of ours, one Markdown file for pandoc, JSON for the scripts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pictures
from content import Body, Bullets, Columns, Paragraphs, Picture, Sentence, Slide, Span, Table

# A module of the real course holds 4 to 8; more here, as a schedule holds 480 modules of a minute at most.
SLIDES_A_MODULE = 12
WORKSHOP = "1-mesure"
THEME_FILES = ("theme.yaml", "theme.json", "metrics.json", "template.pptx")


def write_sources(slides: tuple[Slide, ...], folder: Path, repository: Path) -> None:
    """Write `project/`, `pandoc.md` and `slides.json` below `folder`, each with its pictures beside it."""
    project = folder / "project"
    (project / "modules" / WORKSHOP).mkdir(parents=True)
    (project / "course").mkdir()
    _copy_theme(repository, project)
    _write_project(slides, project)
    (folder / "pandoc.md").write_text("\n".join(_markdown(slides, "::::", ":::", ".")), encoding="utf-8")
    (folder / "slides.json").write_text(_json(slides), encoding="utf-8")
    for number, slide in enumerate(slides):
        if isinstance(slide.body, Picture):
            pictures.write_picture(folder / slide.body.file, number)
            shutil.copyfile(folder / slide.body.file, project / "modules" / WORKSHOP / slide.body.file)


def _copy_theme(repository: Path, project: Path) -> None:
    source, target = repository / "themes" / "chevalet", project / "themes" / "chevalet"
    target.mkdir(parents=True)
    for name in THEME_FILES:
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)


def _write_project(slides: tuple[Slide, ...], project: Path) -> None:
    modules = {}
    for first in range(0, len(slides), SLIDES_A_MODULE):
        name = f"module-{first // SLIDES_A_MODULE + 1}"
        modules[name] = slides[first : first + SLIDES_A_MODULE]
    (project / "course" / "course.yaml").write_text(_course(list(modules)), encoding="utf-8")
    for name, held in modules.items():
        front = f"---\ntitle: {name}\nminutes: 1\nsection: false\n---\n\n"
        body = "\n".join(_markdown(held, ":::", ":::", "", ids=True))
        (project / "modules" / WORKSHOP / f"{name}.md").write_text(front + body, encoding="utf-8")


def _course(modules: list[str]) -> str:
    listed = "".join(f"      - {name}\n" for name in modules)
    return (
        "title: Mesure\nlanguage: fr-CA\nterms:\n  place: {name: ici, de: d'ici, a: ici}\n"
        "  chamber: {name: Chambre, de: de la Chambre, contact: info@chambre.example}\n"
        "facets: {edition: [trainer], language: [fr-CA]}\n"
        f'schedules:\n  evening: {{start: "08:00", minutes: {len(modules)}}}\n'
        f"workshops:\n  - id: {WORKSHOP}\n    title: Mesure\n    summary: Mesurer.\n    modules:\n{listed}"
    )


def _markdown(slides: tuple[Slide, ...], outer: str, inner: str, dot: str, *, ids: bool = False) -> Iterator[str]:
    """Yield lines of Markdown: pandoc nests fences of two lengths and marks classes by a dot, we do neither."""
    for number, slide in enumerate(slides, start=1):
        yield f"## {slide.title}" + (f" {{#d{number}}}" if ids else "")
        yield ""
        yield from _body(slide.body, outer, inner, dot)
        yield "\n::: notes"
        yield from (f"{note}\n" for note in slide.notes)
        yield ":::\n"


def _body(body: Body, outer: str, inner: str, dot: str) -> Iterator[str]:
    match body:
        case Bullets(items):
            yield from (f"{'  ' * level}- {_inline(sentence)}" for level, sentence in items)
        case Paragraphs(sentences):
            yield from (f"{_inline(sentence)}\n" for sentence in sentences)
        case Table(rows):
            lines = [f"| {' | '.join(row)} |" for row in rows]
            yield from (lines[0], "|---|---|---|", *lines[1:])
        case Columns(left, right):
            yield f"{outer} {_class('columns', dot)}"
            for side in (left, right):
                yield f"{inner} {_class('column', dot)}"
                yield from _body(side, outer, inner, dot)
                yield f"{inner}\n"
            yield outer
        case Picture(lead, file, alt):
            yield from _body(lead, outer, inner, dot)
            yield f"![{alt}]({file})"


def _class(name: str, dot: str) -> str:
    return f"{{{dot}{name}}}" if dot else name


def _inline(sentence: Sentence) -> str:
    return "".join(_marked(span) for span in sentence)


def _marked(span: Span) -> str:
    match span.style:
        case "bold":
            return f"**{span.text}**"
        case "italic":
            return f"*{span.text}*"
        case "link":
            return f"[{span.text}]({span.url})"
        case _:
            return span.text


def _json(slides: tuple[Slide, ...]) -> str:
    held = [{**asdict(slide), "kind": type(slide.body).__name__} for slide in slides]
    return json.dumps(held, ensure_ascii=False)
