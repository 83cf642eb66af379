"""The region's own files: modules, slides, texts and pictures of its folder, as its file names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import basename, splitext
from re import fullmatch

from chevalet.diagnostics import Sink, suggest
from chevalet.load.documents import read_one_text
from chevalet.load.folder import is_picture
from chevalet.load.module import Parts, read_module, split_front_matter
from chevalet.load.portable import check_names
from chevalet.load.regions.folder import list_files
from chevalet.load.shape import IDENTIFIER
from chevalet.load.text import read_file, read_text
from chevalet.load.tree import PICTURE_LIMIT, Tree
from chevalet.model.patch import Act, SlidePatch
from chevalet.model.project import ModuleSource, Priority, TextSource
from chevalet.model.region import ModulePatch
from chevalet.span import Span


class Library:
    """The folders of a region and of those it extends: a file is looked for beside the file that names it."""

    def __init__(self, tree: Tree, files: Iterable[str], sink: Sink) -> None:
        self.tree = tree
        self.sink = sink
        self.paths = [path for file in files for path in list_files(tree, file)]
        self.used: set[str] = set()
        check_names(self.paths, sink)

    def find(self, name: str, span: Span) -> str:
        """Return the path of a file, empty after telling that there is none of that name."""
        folder = splitext(span.path)[0]
        path = f"{folder}/{name}" if name else ""
        if path and path not in self.paths:
            beside = [
                each for each in self.paths if each.startswith(f"{folder}/") and is_picture(each) == is_picture(path)
            ]
            near = suggest(name, [each.removeprefix(f"{folder}/") for each in beside])
            self.sink.add("unknown-region-file", span, path=path, nearest=near)
            return ""
        self.used.add(path)
        return path

    def tell_unused(self) -> None:
        """Tell of the files that nothing names; a picture may be shown by a slide."""
        for path in self.paths:
            if path not in self.used and not is_picture(path):
                self.sink.add("unused-file", Span(path), path=path)


def read_pictures(library: Library) -> Mapping[str, bytes]:
    """Return the pictures of a region's folders, by path."""
    read = {
        path: read_file(library.tree, path, library.sink, limit=PICTURE_LIMIT)
        for path in library.paths
        if is_picture(path)
    }
    return {path: content for path, content in read.items() if content is not None}


def read_modules(library: Library, patches: Iterable[ModulePatch]) -> Mapping[str, ModuleSource]:
    """Return the region's own modules, by path: each under the id of the one it replaces, else under its own name."""
    found = {}
    for patch in patches:
        identifier = patch.target if patch.act is Act.REPLACE else _name(patch.path)
        if patch.path and _has_id(identifier, patch.span, library.sink):
            module = read_module(library.tree, identifier, patch.path, library.sink)
            if module:
                found[patch.path] = module
    return found


def read_slides(library: Library, patches: Iterable[SlidePatch]) -> Mapping[str, ModuleSource]:
    """Return the region's files of slides, by path, as modules without front matter: under the id of where they go."""
    found = {}
    for patch in patches:
        text = read_text(library.tree, patch.path, library.sink) if patch.path else None
        if text is not None:
            parts = split_front_matter(text, patch.path, library.sink)
            module = patch.key.partition("/")[0]
            found[patch.path] = _make_slides(module, patch.path, parts)
    return found


def _make_slides(module: str, path: str, parts: Parts) -> ModuleSource:
    return ModuleSource(
        identifier=module,
        path=path,
        title="",
        minutes=0,
        at_least=0,
        at_most=0,
        priority=Priority.KEEP,
        objectives=(),
        material=(),
        has_section=False,
        body=parts.body,
        body_line=parts.body_line,
        spans={},
    )


def read_texts(library: Library, named: Mapping[str, str], span: Span) -> Mapping[str, TextSource]:
    """Return the region's own texts by path, each under the id that `named` gives it, its own name for none."""
    found = {}
    for path, takes in named.items():
        identifier = takes or _name(path)
        text = read_one_text(library.tree, identifier, path, library.sink)
        if text and _has_id(identifier, span, library.sink):
            found[path] = text
    return found


def _has_id(identifier: str, span: Span, sink: Sink) -> bool:
    if fullmatch(IDENTIFIER.pattern, identifier):
        return True
    sink.add("invalid-id", span, id=identifier)
    return False


def _name(path: str) -> str:
    return splitext(basename(path))[0]
