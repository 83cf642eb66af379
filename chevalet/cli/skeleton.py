"""The skeleton of a module: a file that compiles as it is, to be written over."""

from __future__ import annotations

import re
from pathlib import Path

import click

from chevalet.cache.files import read_files
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.order import open_tree
from chevalet.cli.request import THEME, find_root
from chevalet.cli.usage import refuse
from chevalet.load import load
from chevalet.load.shape import IDENTIFIER
from chevalet.locale import Catalogue
from chevalet.model.project import Project

MODULE = """\
---
title: {title}
minutes: 15
at_least: 10
at_most: 20
priority: shorten
objectives:
  - Dire en une phrase, avec un verbe d'action, ce que les personnes sauront faire
---

## {title} : l'idée à retenir {{#idee}}

- Un point, en une dizaine de mots
- Un autre point

::: notes
Dire : ce que la diapositive ne dit pas. (3 min)

Transition : passons à la pratique.
:::

## {title} : à vous de jouer {{#pratique layout=activity}}

::: activity {{minutes=8 group=pairs material="papier et crayon"}}
1. Faire une première chose (3 min)
2. En parler à deux (5 min)
:::

::: notes
Faire : former les équipes de deux. (1 min)

Débreffage : qu'avez-vous trouvé?

Variante en ligne : travailler dans des salles de deux.

Variante sans internet : tout se fait sur papier.
:::
"""


def run_new_module(catalogue: Catalogue, *, identifier: str, workshop: str, **options: object) -> int:
    """Write a module's skeleton and say where to list it; return the exit code."""
    path, line = write_module(catalogue, find_root(options), workshop, identifier)
    console = Console()
    console.say(catalogue.text("new.written", path=path))
    console.say(catalogue.text("new.where", id=identifier, workshop=workshop, line=line))
    return exits.BUILT


def write_module(catalogue: Catalogue, root: str, workshop: str, identifier: str) -> tuple[str, int]:
    """Write a module's skeleton; return its path and the line of `course.yaml` after which it may be listed."""
    project, _ = load(open_tree(root, read_files(root, THEME)))
    if project is None:
        raise click.ClickException(catalogue.text("unreadable"))
    if not re.fullmatch(IDENTIFIER.pattern, identifier):
        raise click.UsageError(catalogue.text("new.invalid", id=identifier))
    _check_new(catalogue, Path(root), identifier)
    line = _place_in(project, workshop, catalogue)
    path = f"modules/{workshop}/{identifier}.md"
    place = Path(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(MODULE.format(title=identifier.replace("-", " ").capitalize()))
    return path, line


def _check_new(catalogue: Catalogue, root: Path, identifier: str) -> None:
    there = next(iter(sorted((root / "modules").glob(f"*/{identifier}.md"))), None)
    if there is not None:
        path = there.relative_to(root).as_posix()
        raise click.UsageError(catalogue.text("new.exists", id=identifier, path=path))


def _place_in(project: Project, workshop: str, catalogue: Catalogue) -> int:
    for found in project.workshops:
        if found.identifier == workshop:
            return found.items[-1].span.line if found.items else found.span.end_line
    raise refuse(catalogue, "--workshop", workshop, [found.identifier for found in project.workshops])
