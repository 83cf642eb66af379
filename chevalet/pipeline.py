"""The pipeline: load → parse → (resolve → layout → emit → verify on a workbench) → write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from chevalet.cache.digest import hash_files
from chevalet.cache.files import Files
from chevalet.cache.recall import recall
from chevalet.cache.store import Store
from chevalet.diagnostics import Diagnostic, diagnostic
from chevalet.emit.index import emit_index
from chevalet.lands import read_lands
from chevalet.load import Tree, list_private, load
from chevalet.load.regions import FOLDER as REGIONS
from chevalet.model.artifact import Artifact, Made, Result
from chevalet.model.folder import INDEX
from chevalet.model.private import FOLDER, PEOPLE
from chevalet.model.project import Project, Written
from chevalet.model.spread import Spread
from chevalet.model.target import Target
from chevalet.parse import parse
from chevalet.plan.defaults import PRIVATE_EDITIONS
from chevalet.plan.listing import Place, list_made
from chevalet.plan.outputs import ORGANIZER, is_deck
from chevalet.plan.sources import Sources, sources_of, spare_modules
from chevalet.plan.targets import Lands, Selection, Task, Unknown, choose_regions, list_known, make_plan
from chevalet.plan.verdict import Strictness, judge, settle
from chevalet.span import Span
from chevalet.verify import verify_file
from chevalet.workbench import Parsed, make_files
from chevalet.write import Outcome, write


class Order(Struct, frozen=True):
    """What to make of which files, and how strictly; without `store` or spreads all is made here and now.

    `files` is what `tree` reads, to be hashed with `options`, all else on which what is made depends. `private` reads
    the files of `private/`, and is there only when what is made of them is asked for.
    """

    tree: Tree
    files: Files
    options: str
    selection: Selection
    strictness: Strictness
    store: Store | None = None
    private: Tree | None = None
    regions: str = REGIONS
    spread: Spread = map
    spread_slides: Spread = map


class Checked(Struct, frozen=True):
    """What was made, in the plan's order, and all there is to say; nothing is made while names asked are `unknown`."""

    project: Project | None
    results: tuple[Result, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    lands: Lands = MappingProxyType({})


def build(order: Order, out: Path, name: str, way_home: str = "") -> tuple[Checked, tuple[Outcome, ...]]:
    """Make what was asked for and write it below `out`, which diagnostics call `name`.

    `way_home` leads from `out` back to the project (`../`), empty where it is not inside.
    """
    checked = check(order)
    if checked.project is None or checked.unknown:
        return checked, ()
    make_index = partial(_make_index, checked, way_home)
    known = list_known(checked.project, _list_private(order), checked.lands)
    outcomes, found = write(checked.results, known, out, name, make_index)
    told = settle((*checked.diagnostics, *map(order.strictness.weigh, found)))
    return replace(checked, diagnostics=told), outcomes


def check(order: Order) -> Checked:
    """Do all that `build` does, but for the writing."""
    project, loaded = load(order.tree, regions=order.regions)
    if project is None:
        return Checked(None, diagnostics=settle(map(order.strictness.weigh, loaded)))
    regions, strange = choose_regions(project, order.selection)
    lands, told = read_lands(order.tree, project, regions)
    loaded += told
    tasks, unknown = make_plan(project, order.selection, _list_private(order), lands)
    if strange or unknown:
        return Checked(project, unknown=strange + unknown)
    keys = _list_keys(tasks, lands, order)
    made = recall(keys, partial(_make_files, lands, tasks, order), order.store)
    sources = [sources_of(lands[task.target.region], task.target.workshop) for task in tasks]
    results = tuple(judge(*each, loaded, order.strictness) for each in zip(tasks, made, sources, strict=True))
    spare = (told for module in spare_modules(project) for told in parse(module)[1])
    found = (*loaded, *spare, *_miss_private(order, tasks), *(told for each in made for told in each.diagnostics))
    return Checked(project, results, settle(map(order.strictness.weigh, found)), lands=lands)


def _list_private(order: Order) -> frozenset[str]:
    return list_private(order.private) if order.private else frozenset()


def _miss_private(order: Order, tasks: Sequence[Task]) -> Iterable[Diagnostic]:
    """Tell who asks for the organizer's edition that no file of the sessions asked for is there."""
    if ORGANIZER in order.selection.editions and not any(task.is_private for task in tasks):
        yield diagnostic("no-private-file", Span(FOLDER), folder=FOLDER, file=PEOPLE)


def _make_index(checked: Checked, way_home: str, folder: str, entries: Sequence[Mapping[str, Any]]) -> Artifact | None:
    """Return the index of a folder, of what its manifest will say; what is made of `private/` is in none."""
    region, _, edition = folder.partition("/")
    if edition in PRIVATE_EDITIONS:
        return None
    project = checked.lands[region]
    place = Place(region, edition, f"{way_home}../../" if way_home else "")
    content, _ = emit_index(list_made(project, place, entries), project.theme)
    made, _ = verify_file(content, "html")
    target = Target(region, "", "", edition, project.language, ())
    return Artifact(INDEX, "index", "html", target, content, made.content_sha256, made.text_sha256, 0, 0, ())


def _list_keys(tasks: Sequence[Task], lands: Lands, order: Order) -> list[str]:
    """Return the hash of all that each file is made of: editing a module leaves the other workshops' as they were.

    What is private has none.
    """
    sums: dict[tuple[str, str], str] = {}
    for region, workshop in dict.fromkeys(map(_subject, tasks)):
        sources = sources_of(lands[region], workshop)
        files = {path: content for path, content in order.files.items() if sources.depend_on(path)}
        sums[region, workshop] = hash_files(files, order.options, *_list_values(sources))
    return ["" if task.is_private else hash_files({}, sums[_subject(task)], repr(task)) for task in tasks]


def _list_values(sources: Sources) -> tuple[str, ...]:
    """Return the ids of the regions where a passage is for some of them: one that is unknown is an error."""
    written: Iterable[Written] = (*sources.modules, *sources.project.texts.values())
    return sources.project.regions if any("region=" in each.body for each in written) else ()


def _make_files(lands: Lands, tasks: Sequence[Task], order: Order, asked: Sequence[int]) -> Iterable[Made]:
    """Make some of the tasks: what is written once is parsed once, what files share is made once."""
    chosen = [tasks[position] for position in asked]
    parsed = _parse(lands, chosen, order.spread_slides)
    groups = [tuple(group) for _, group in groupby(chosen, key=_subject)]
    if len(groups) == 1:
        land = lands[groups[0][0].target.region]
        return make_files(land, parsed, order.spread_slides, groups[0], order.private)
    return chain.from_iterable(order.spread(partial(_make_group, lands, parsed, order.private), groups))


def _make_group(lands: Lands, parsed: Parsed, private: Tree | None, tasks: Sequence[Task]) -> list[Made]:
    return make_files(lands[tasks[0].target.region], parsed, map, tasks, private)


def _subject(task: Task) -> tuple[str, str]:
    """Return what a file is about: those about the same, whatever their edition, share much."""
    return task.target.region, task.target.workshop


def _parse(lands: Lands, tasks: Sequence[Task], spread: Spread) -> Parsed:
    """Return what the tasks' modules became, and the texts of papers when there is one among them."""
    has_papers = not all(is_deck(task.kind, task.format) for task in tasks)
    # A paper may tell of the other workshops.
    subjects = dict.fromkeys((region, "" if has_papers else workshop) for region, workshop in map(_subject, tasks))
    sources = [sources_of(lands[region], workshop) for region, workshop in subjects]
    written: dict[str, Written] = {module.path: module for source in sources for module in source.modules}
    asked = [lands[region] for region in dict.fromkeys(region for region, _ in subjects)]
    written.update({path: file for land in asked for path, file in land.slide_files.items()})
    if has_papers:
        written.update({text.path: text for land in asked for text in land.texts.values()})
        import_module("chevalet.printing")  # once, before it is needed in several processes
    return dict(zip(written, spread(parse, tuple(written.values())), strict=True))
