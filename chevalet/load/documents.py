"""The texts of `course/documents`: what documents say that is on no slide, in Markdown like a module's."""

from typing import Annotated

from chevalet.diagnostics import Sink, suggest
from chevalet.load.folder import find_modules
from chevalet.load.module import read_front_matter, split_front_matter
from chevalet.load.shape import IDENTIFIER, PLAIN, Choice, Key, ListOf, Written
from chevalet.load.text import read_text
from chevalet.load.tree import Tree
from chevalet.model.project import ModuleSource, TextPart, TextSource, Workshop
from chevalet.span import Span

FOLDER = "course/documents"
_PARTS = tuple(part.value for part in TextPart)


class TextFront(Written, frozen=True, kw_only=True):
    """L'en-tête d'un texte de course/documents."""

    title: Annotated[str, Key(PLAIN, "Le titre du texte dans le document.")]
    part: Annotated[str, Key(Choice(_PARTS), "Le document qui l'imprime, et où, par exemple « guide-checks ».")]
    workshops: Annotated[
        tuple[str, ...], Key(ListOf(IDENTIFIER), "Les ateliers qu'il concerne, par identifiant; tous, sinon.")
    ] = ()


def read_texts(tree: Tree, paths: list[str], modules: dict[str, ModuleSource], sink: Sink) -> dict[str, TextSource]:
    """Return the texts among `paths`, by id; one that has no known part cannot be printed, and is left out."""
    found: dict[str, TextSource] = {}
    for file in find_modules(paths, frozenset(), sink):
        first = modules.get(file.identifier) or found.get(file.identifier)
        if first is not None:
            sink.add("duplicate-id", Span(file.path), id=file.identifier, first=first.path)
        elif text := read_one_text(tree, file.identifier, file.path, sink):
            found[file.identifier] = text
    return found


def check_workshops(texts: dict[str, TextSource], workshops: tuple[Workshop, ...], sink: Sink) -> None:
    """Report a text written for a workshop that the course does not have."""
    known = [workshop.identifier for workshop in workshops]
    for text in texts.values():
        for index, name in enumerate(text.workshops):
            if name and name not in known:
                place = text.spans.get(f"workshops.{index}", Span(text.path))
                sink.add("unknown-workshop", place, workshop=name, nearest=suggest(name, known))


def read_one_text(tree: Tree, identifier: str, path: str, sink: Sink) -> TextSource | None:
    """Return a text, None when it cannot be read or has no known part."""
    text = read_text(tree, path, sink)
    if text is None:
        return None
    parts = split_front_matter(text, path, sink)
    front = read_front_matter(parts, path, TextFront, sink)
    if front is None or not front.part:
        return None
    return TextSource(
        identifier=identifier,
        path=path,
        title=front.title,
        part=TextPart(front.part),
        workshops=front.workshops,
        body=parts.body,
        body_line=parts.body_line,
        spans=front.spans,
    )
