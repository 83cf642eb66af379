"""The pipeline: load → parse → resolve → layout → emit → verify → write, in this order and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from chevalet.cache.digest import hash_files
from chevalet.cache.files import Files
from chevalet.cache.recall import recall
from chevalet.cache.store import Store
from chevalet.diagnostics import Diagnostic
from chevalet.emit import emit
from chevalet.layout import layout
from chevalet.load import Tree, load
from chevalet.model.artifact import Made, Result, Verified
from chevalet.model.document import Document
from chevalet.model.project import Project
from chevalet.model.spread import Spread
from chevalet.parse import parse
from chevalet.plan.sources import sources_of, spare_modules
from chevalet.plan.targets import Selection, Task, Unknown, list_known, make_plan
from chevalet.plan.verdict import Strictness, has_errors, judge, settle
from chevalet.resolve import resolve
from chevalet.verify import verify
from chevalet.write import Outcome, write

Parsed = Mapping[str, tuple[Document, tuple[Diagnostic, ...]]]


class Order(Struct, frozen=True):
    """What to make of which files, and how strictly; without `store` or spreads all is made here and now.

    `files` is what `tree` reads, to be hashed with `options`, all else on which what is made depends.
    """

    tree: Tree
    files: Files
    options: str
    selection: Selection
    strictness: Strictness
    store: Store | None = None
    spread: Spread = map
    spread_slides: Spread = map


class Checked(Struct, frozen=True):
    """What was made, in the plan's order, and all there is to say; nothing is made while names asked are `unknown`."""

    project: Project | None
    results: tuple[Result, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unknown: tuple[Unknown, ...] = ()


def build(order: Order, out: Path, name: str) -> tuple[Checked, tuple[Outcome, ...]]:
    """Make what was asked for and write it below `out`, which diagnostics call `name`."""
    checked = check(order)
    if checked.project is None or checked.unknown:
        return checked, ()
    outcomes, found = write(checked.results, list_known(checked.project), out, name)
    told = settle((*checked.diagnostics, *map(order.strictness.weigh, found)))
    return replace(checked, diagnostics=told), outcomes


def check(order: Order) -> Checked:
    """Do all that `build` does, but for the writing."""
    project, loaded = load(order.tree)
    if project is None:
        return Checked(None, diagnostics=settle(map(order.strictness.weigh, loaded)))
    tasks, unknown = make_plan(project, order.selection)
    if unknown:
        return Checked(project, unknown=unknown)
    keys = [_key(task, project, order) for task in tasks]
    made = recall(keys, partial(_make_decks, project, tasks, order), order.store)
    sources = [sources_of(project, task.target.workshop) for task in tasks]
    results = tuple(judge(*each, loaded, order.strictness) for each in zip(tasks, made, sources, strict=True))
    spare = (diagnostic for module in spare_modules(project) for diagnostic in parse(module)[1])
    found = (*loaded, *spare, *(diagnostic for each in made for diagnostic in each.diagnostics))
    return Checked(project, results, settle(map(order.strictness.weigh, found)))


def _key(task: Task, project: Project, order: Order) -> str:
    """Return the hash of all that a deck is made of: editing one workshop's module leaves the others' as they were."""
    sources = sources_of(project, task.target.workshop)
    files = {path: content for path, content in order.files.items() if sources.depend_on(path)}
    return hash_files(files, order.options, repr(task))


def _make_decks(project: Project, tasks: Sequence[Task], order: Order, asked: Sequence[int]) -> Iterable[Made]:
    """Make some of the tasks; each document they share is parsed once."""
    chosen = [tasks[position] for position in asked]
    sources = [sources_of(project, workshop) for workshop in {task.target.workshop: None for task in chosen}]
    modules = tuple({module.identifier: module for source in sources for module in source.modules}.values())
    parsed = dict(zip((module.identifier for module in modules), order.spread_slides(parse, modules), strict=True))
    if len(chosen) == 1:
        return [make_deck(project, parsed, chosen[0], order.spread_slides)]
    return order.spread(partial(make_deck, project, parsed), chosen)


def make_deck(project: Project, parsed: Parsed, task: Task, spread: Spread = map) -> Made:
    """Take one target through the stages; an error of its own ends them before a file is made."""
    mine = [parsed[module.identifier] for module in sources_of(project, task.target.workshop).modules]
    found = [diagnostic for _, said in mine for diagnostic in said]
    course, said = resolve(project, {document.module: document for document, _ in mine}, task.target)
    found += said
    if course is None:
        return Made(b"", "", "", 0, 0, tuple(found))
    deck, said = layout(course, project.theme, spread)
    found += said
    made = Verified(b"", "", "")
    if not has_errors(found):
        content, said = emit(deck, project.theme, spread)
        found += said
        made, said = verify(content, deck, spread)
        found += said
    minutes = sum(segment.minutes for segment in course.segments)
    hashes = (made.content_sha256, made.text_sha256)
    return Made(made.content, *hashes, len(deck.slides), minutes, tuple(found))
