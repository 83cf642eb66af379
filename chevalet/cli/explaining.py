"""`explain` and `accept`: a region compared with the base, and the base taken as it is now."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

import click
from msgspec import Struct

from chevalet.cache.files import read_files, read_folder
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.order import open_tree
from chevalet.cli.request import REGIONS, THEME, find_root, name_folder
from chevalet.cli.show import read_lines
from chevalet.cli.usage import refuse
from chevalet.diagnostics import Diagnostic, Severity
from chevalet.diagnostics.record import to_record
from chevalet.lands import Surveyed, survey
from chevalet.load import Tree, load
from chevalet.load.regions import format_lock
from chevalet.locale import Catalogue
from chevalet.model.project import Project
from chevalet.plan.defaults import ALL
from chevalet.report import Page, report
from chevalet.resolve.overlay import Change, hash_overrides, list_changes
from chevalet.span import Span

_LONGEST = 100


class Desk(Struct, frozen=True):
    """A project open to be compared: its root, the folder of its regions on the disk, its tree."""

    catalogue: Catalogue
    root: str
    folder: str
    tree: Tree
    project: Project


def run_explain(catalogue: Catalogue, *, region: str, form: str, **options: object) -> int:
    """Show what a region changes and what there is to read again; return the exit code."""
    desk, console = _open(catalogue, options), Console()
    _check(desk, region)
    surveyed, found = survey(desk.tree, desk.project, region)
    changes = _list(surveyed) if surveyed else ()
    if form == "json":
        told = {"changes": [_record(change) for change in changes], "diagnostics": [to_record(each) for each in found]}
        console.say(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in _write(changes, catalogue):
            console.say(line)
        page = Page(catalogue, cache(lambda path: read_lines(Path(desk.root), path)), console.colors)
        console.write(report(found, form, page), to_error=True)
    return _code(found)


def run_accept(catalogue: Catalogue, *, region: str, **options: object) -> int:
    """Write the lock of a region, or of all; return the exit code."""
    desk, console = _open(catalogue, options), Console()
    if region != ALL:
        _check(desk, region)
    codes = [_accept(desk, name, console) for name in (desk.project.regions if region == ALL else (region,))]
    return max(codes, default=exits.BUILT)


def _accept(desk: Desk, region: str, console: Console) -> int:
    surveyed, found = survey(desk.tree, desk.project, region)
    errors = [each for each in found if each.severity is Severity.ERROR]
    if surveyed is None or errors:
        page = Page(desk.catalogue, cache(lambda path: read_lines(Path(desk.root), path)), console.colors)
        console.write(report(errors, "text", page), to_error=True)
        return exits.ERRORS
    hashes = hash_overrides(desk.project, surveyed.land, surveyed.documents)
    place = Path(desk.folder) / f"{region}.lock"
    content = format_lock(hashes).encode()
    if not hashes:
        place.unlink(missing_ok=True)
    elif not place.exists() or place.read_bytes() != content:
        place.write_bytes(content)
    console.say(desk.catalogue.count("accepted", len(hashes), region=region))
    return exits.BUILT


def _open(catalogue: Catalogue, options: dict[str, object]) -> Desk:
    root, given = find_root(options), str(options.get("regions_folder") or "")
    folder = os.path.abspath(given) if given else str(Path(root) / REGIONS)  # noqa: PTH100 — follows no link
    name = name_folder(folder, root) if given else REGIONS
    files = read_files(root, THEME)
    tree = open_tree(root, {**files, **read_folder(folder, name)} if given else files)
    project, _ = load(tree, regions=name)
    if project is None:
        raise click.ClickException(catalogue.text("unreadable"))
    return Desk(catalogue, root, folder, tree, project)


def _check(desk: Desk, region: str) -> None:
    if region not in desk.project.regions:
        raise refuse(desk.catalogue, "ID", region, desk.project.regions)


def _list(surveyed: Surveyed) -> tuple[Change, ...]:
    return list_changes(surveyed.project, surveyed.land, surveyed.region, surveyed.documents)


def _write(changes: Sequence[Change], catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines of the list: what differs, by kind, each with its place, and with the base's when it has one."""
    if not changes:
        yield catalogue.text("explain.nothing")
    for kind, group in groupby(changes, key=lambda change: change.kind):
        yield catalogue.text(f"change.{kind}")
        for change in group:
            base = f"  ← {_place(change.base)}" if change.base.path else ""
            yield f"  {change.name}{catalogue.text('colon')} {_tell(change, catalogue)}"
            yield f"      {_place(change.span)}{base}"


def _tell(change: Change, catalogue: Catalogue) -> str:
    before, after = (_shorten(text) for text in (change.before, change.after))
    if not change.after:
        return catalogue.text("change.removed", before=before)
    return f"{before} → {after}" if change.before else catalogue.text("change.added", after=after)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}" if span.line else span.path


def _record(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "name": change.name,
        "before": change.before,
        "after": change.after,
        "path": change.span.path,
        "line": change.span.line,
        "base_path": change.base.path,
        "base_line": change.base.line,
    }


def _code(found: Sequence[Diagnostic]) -> int:
    return exits.ERRORS if any(each.severity is Severity.ERROR for each in found) else exits.BUILT
