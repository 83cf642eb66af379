"""The load stage: every file under the root, read once, told about, and put together as the project."""

from __future__ import annotations

from collections.abc import Iterable

from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.load.calendar import PATH as CALENDAR
from chevalet.load.calendar import read_calendar
from chevalet.load.course import PATH as COURSE
from chevalet.load.course import (
    CourseRecord,
    flatten_terms,
    list_modules,
    make_schedules,
    make_workshops,
    read_course,
)
from chevalet.load.data import PATH as INDEX
from chevalet.load.data import read_data
from chevalet.load.documents import FOLDER as DOCUMENTS
from chevalet.load.documents import check_workshops, read_texts
from chevalet.load.facts import PATH as FACTS
from chevalet.load.facts import read_facts
from chevalet.load.folder import ModuleFile, find_modules, find_original, is_picture, is_translation, walk
from chevalet.load.glossary import PATH as GLOSSARY
from chevalet.load.glossary import read_glossary
from chevalet.load.module import read_module
from chevalet.load.portable import check_names
from chevalet.load.regions import FOLDER as REGIONS
from chevalet.load.regions import find_regions
from chevalet.load.text import read_file
from chevalet.load.theme import DEFAULT_FOLDER, load_theme
from chevalet.load.tree import PICTURE_LIMIT, Tree
from chevalet.model.project import ModuleSource, Project
from chevalet.model.theme import Theme
from chevalet.span import Span

# Modules that no workshop of the base lists: regions choose among them.
OPTIONS = "options"


def load(
    tree: Tree, theme_folder: str = DEFAULT_FOLDER, regions: str = REGIONS
) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Read the whole project: as much as can be saved, None only when its theme or `course.yaml` cannot be read.

    Of the regions, whose files stand in the folder `regions`, only the ids: `load_region` reads those that are wanted.
    """
    theme, found = load_theme(tree, theme_folder)
    project, more = load_project(tree, theme, regions)
    return project, found + more


def load_project(
    tree: Tree, theme: Theme | None, regions: str = REGIONS
) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """Read all but the theme; without one, every file is still read for what there is to say."""
    sink = Sink()
    course = read_course(tree, sink)
    folders = frozenset(record.id for record in course.workshops) if course else frozenset()
    paths = list(walk(tree, "modules", sink, folders))
    check_names(paths, sink)
    modules = _read_modules(tree, paths, course, sink)
    facts, glossary = read_facts(tree, sink), read_glossary(tree, sink)
    data, tables = read_data(tree, sink)
    calendar = read_calendar(tree, sink)
    documents, others = _walk_course(tree, sink)
    texts = read_texts(tree, documents, modules, sink)
    paths += documents + _sort_out(others, tables, sink)
    pictures = _read_pictures(tree, paths, sink)
    if course is None or theme is None:
        return None, tuple(sink.found)
    workshops, known = make_workshops(course), find_regions(tree, regions, sink)
    check_workshops(texts, workshops, sink)
    project = Project(
        title=course.title,
        language=course.language,
        terms=flatten_terms(course),
        facets={name: _list_values(name, values, known) for name, values in course.facets.items()},
        schedules=make_schedules(course),
        workshops=workshops,
        modules=modules,
        facts=facts,
        glossary=glossary,
        data=data,
        theme=theme,
        pictures=pictures,
        calendar=calendar,
        texts=texts,
        regions=known,
        regions_folder=regions,
    )
    return project, tuple(sink.found)


def _list_values(facet: str, values: Iterable[str], regions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values of a facet; whoever has a file is a value of `region`."""
    return tuple(dict.fromkeys((*filter(None, values), *(regions if facet == "region" else ()))))


def _read_modules(tree: Tree, paths: list[str], course: CourseRecord | None, sink: Sink) -> dict[str, ModuleSource]:
    """Read the modules that a workshop lists and the optional ones; without `course.yaml`, all of them."""
    listed = list_modules(course) if course else ()
    names = frozenset(reference.identifier for _, reference in listed)
    files = _by_identifier(find_modules(paths, names, sink), sink)
    for workshop, reference in listed:
        if reference.identifier not in files:
            path = f"modules/{workshop}/{reference.identifier}.md"
            near = suggest(reference.identifier, files)
            sink.add("unknown-module", reference.span, module=reference.identifier, path=path, nearest=near)
    modules = {}
    for file in files.values():
        if course is not None and file.identifier not in names and file.folder != OPTIONS:
            sink.add("unlisted-module", Span(file.path), module=file.identifier)
            continue
        module = read_module(tree, file.identifier, file.path, sink)
        if module is not None:
            modules[file.identifier] = module
    return modules


def _by_identifier(files: list[ModuleFile], sink: Sink) -> dict[str, ModuleFile]:
    found: dict[str, ModuleFile] = {}
    for file in files:
        first = found.setdefault(file.identifier, file)
        if first is not file:
            sink.add("duplicate-id", Span(file.path), id=file.identifier, first=first.path)
    return found


def _walk_course(tree: Tree, sink: Sink) -> tuple[list[str], list[str]]:
    """Return the files of `course/documents`, and the others below `course`."""
    documents: list[str] = []
    others: list[str] = []
    paths = [path for path in walk(tree, "course", sink) if not path.startswith(f"{REGIONS}/")]
    check_names(paths, sink)
    for path in paths:
        (documents if path.startswith(f"{DOCUMENTS}/") else others).append(path)
    return documents, others


def _sort_out(paths: list[str], tables: frozenset[str], sink: Sink) -> list[str]:
    """Return the pictures among the files of `course`, and tell of those that nothing reads."""
    known = tables | {CALENDAR, COURSE, FACTS, GLOSSARY, INDEX}
    for path in paths:
        if path in known or is_picture(path):
            continue
        if is_translation(path):
            sink.add("translation-not-read", Span(path), path=path)
        elif original := find_original(path, known):
            sink.add("conflict-copy", Span(path), path=path, original=original)
        else:
            sink.add("unused-file", Span(path), path=path)
    return [path for path in paths if is_picture(path)]


def _read_pictures(tree: Tree, paths: list[str], sink: Sink) -> dict[str, bytes]:
    contents = {path: read_file(tree, path, sink, limit=PICTURE_LIMIT) for path in paths if is_picture(path)}
    return {path: content for path, content in contents.items() if content is not None}
