"""A module file: its front matter, checked, and its Markdown, left as written."""

import re
from typing import Annotated

from msgspec import Struct

from chevalet.diagnostics import Sink
from chevalet.load.record import R, read_record
from chevalet.load.shape import MINUTES, PLAIN, Choice, Flag, Key, ListOf, Whole, Written
from chevalet.load.text import read_text
from chevalet.load.tree import MODULE_LIMIT, Tree
from chevalet.model.project import ModuleSource, Priority
from chevalet.span import Span
from chevalet.yaml_nodes import read_yaml

_FENCE = re.compile(r"---\s*")


class FrontMatter(Written, frozen=True, kw_only=True):
    """L'en-tête d'un module."""

    title: Annotated[str, Key(PLAIN, "Le titre du module.")]
    minutes: Annotated[int, Key(MINUTES, "La durée du module en soirée, en minutes.")]
    at_least: Annotated[
        int | None, Key(Whole(0, 480), "Jusqu'où un horaire peut raccourcir le module; « minutes » s'il manque.")
    ] = None
    at_most: Annotated[
        int | None, Key(MINUTES, "Jusqu'où un horaire peut allonger le module; « minutes » s'il manque.")
    ] = None
    priority: Annotated[
        str,
        Key(
            Choice(tuple(priority.value for priority in Priority)),
            "Quand le temps manque : « keep » garde le module, « shorten » le raccourcit, « skip » le saute.",
        ),
    ] = Priority.KEEP.value
    objectives: Annotated[
        tuple[str, ...], Key(ListOf(PLAIN), "Ce que les personnes sauront faire, un verbe à l'infinitif par ligne.")
    ] = ()
    material: Annotated[tuple[str, ...], Key(ListOf(PLAIN), "Le matériel à apporter.")] = ()
    section: Annotated[
        bool, Key(Flag(), "« false » : sans diapositive de section, pour la bienvenue et la clôture.")
    ] = True


class Parts(Struct, frozen=True):
    """A module file cut in two: its front matter, and its body; each begins at that line of the file, from 1."""

    front: str
    front_line: int
    body: str
    body_line: int


def read_module(tree: Tree, identifier: str, path: str, sink: Sink) -> ModuleSource | None:
    """Return a module, with stand-ins for what its front matter lacks; None when the file cannot be read at all."""
    text = read_text(tree, path, sink, MODULE_LIMIT)
    if text is None:
        return None
    parts = split_front_matter(text, path, sink)
    front = read_front_matter(parts, path, FrontMatter, sink)
    if front is None:
        front = FrontMatter(span=Span(path), spans={}, title="", minutes=0)
    _check_minutes(front, sink)
    return _make_module(identifier, path, front, parts)


def read_front_matter(parts: Parts, path: str, record: type[R], sink: Sink) -> R | None:
    """Return the record of a file's front matter, None after saying that there is none."""
    node, found = read_yaml(parts.front, path, parts.front_line)
    sink.extend(found)
    if node is None and not found:
        sink.add("missing-front-matter", Span(path, 1, 1, 1, 1), path=path)
    return None if node is None else read_record(node, record, sink)


def split_front_matter(text: str, path: str, sink: Sink) -> Parts:
    """Cut a module's text at the two lines `---` around its front matter, which is empty when there are none."""
    lines = text.split("\n")
    opening = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[opening]):
        return Parts("", 1, text, 1)
    below = range(opening + 1, len(lines))
    closing = next((index for index in below if _FENCE.fullmatch(lines[index])), None)
    if closing is None:
        sink.add("unclosed-front-matter", Span(path, opening + 1, 1, opening + 1, 4))
        body = next((index for index in below if lines[index].startswith("## ")), len(lines))
        closing = body - 1
    front = "\n".join(lines[opening + 1 : max(closing, opening + 1)])
    return Parts(front, opening + 2, "\n".join(lines[closing + 1 :]), closing + 2)


def _check_minutes(front: FrontMatter, sink: Sink) -> None:
    minutes = front.minutes
    at_least = minutes if front.at_least is None else front.at_least
    at_most = minutes if front.at_most is None else front.at_most
    if minutes and not at_least <= minutes <= at_most:
        place = front.spans["at_least" if at_least > minutes else "at_most"]
        sink.add("minutes-out-of-range", place, minutes=minutes, at_least=at_least, at_most=at_most)


def _make_module(identifier: str, path: str, front: FrontMatter, parts: Parts) -> ModuleSource:
    return ModuleSource(
        identifier=identifier,
        path=path,
        title=front.title,
        minutes=front.minutes,
        at_least=front.minutes if front.at_least is None else front.at_least,
        at_most=front.minutes if front.at_most is None else front.at_most,
        priority=Priority(front.priority),
        objectives=tuple(filter(None, front.objectives)),
        material=tuple(filter(None, front.material)),
        has_section=front.section,
        body=parts.body,
        body_line=parts.body_line,
        spans=front.spans,
    )
