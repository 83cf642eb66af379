"""The course as a list: what there is to choose from, each workshop's modules and minutes."""

from __future__ import annotations

from collections.abc import Iterator

from chevalet.cache.files import read_files
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.order import open_tree
from chevalet.cli.request import THEME, find_root
from chevalet.load import load
from chevalet.locale import Catalogue
from chevalet.model.project import BreakSource, ModuleReference, Project
from chevalet.plan.defaults import EDITIONS, REGIONS, SESSIONS


def run_list(catalogue: Catalogue, **options: object) -> int:
    """Show the list; return the exit code."""
    console, root = Console(), find_root(options)
    project, _ = load(open_tree(root, read_files(root, THEME)))
    if project is None:
        console.say(catalogue.text("unreadable"), to_error=True)
        return exits.ERRORS
    for line in list_project(project, catalogue):
        console.say(line)
    return exits.BUILT


def list_project(project: Project, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines of the list."""
    yield project.title
    choices = {
        "regions": (*REGIONS, *project.regions),
        "sessions": SESSIONS,
        "editions": EDITIONS,
        "languages": (project.language,),
        "schedules": tuple(project.schedules),
    }
    for name, values in choices.items():
        yield f"{catalogue.text(f'list.{name}')}{catalogue.text('colon')} {', '.join(values)}"
    for workshop in project.workshops:
        yield ""
        yield f"{workshop.identifier}  {workshop.title}"
        yield from (_describe(item, project, catalogue) for item in workshop.items)


def _describe(item: ModuleReference | BreakSource, project: Project, catalogue: Catalogue) -> str:
    if isinstance(item, BreakSource):
        return f"  {item.minutes:>3} min  {item.title or catalogue.text('list.break')}"
    module = project.modules.get(item.identifier)
    if module is None:
        return f"    ? min  {item.identifier}"
    return f"  {module.minutes:>3} min  {item.identifier:<24} {module.title}"
