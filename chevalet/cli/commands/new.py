"""`new module`: writes a module that compiles, and says where to list it."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, language_option
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    identifier = click.Argument(["identifier"], metavar="ID")
    workshop = click.Option(["--workshop"], metavar="ID", required=True, help=catalogue.text("new.workshop"))
    params: list[click.Parameter] = [identifier, workshop, *common_options(catalogue)]
    callback = partial(later("chevalet.cli.skeleton:run_new_module"), catalogue)
    module = click.Command("module", callback=callback, params=params, help=catalogue.text("new.module.help"))
    return click.Group("new", [module], params=[language_option(catalogue)], help=catalogue.text("new.help"))
