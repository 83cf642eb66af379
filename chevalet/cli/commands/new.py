"""`new module` and `new region`: write a file that compiles, and say what comes next."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, language_option, regions_option
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    identifier = click.Argument(["identifier"], metavar="ID")
    workshop = click.Option(["--workshop"], metavar="ID", required=True, help=catalogue.text("new.workshop"))
    params: list[click.Parameter] = [identifier, workshop, *common_options(catalogue)]
    callback = partial(later("chevalet.cli.skeleton:run_new_module"), catalogue)
    module = click.Command("module", callback=callback, params=params, help=catalogue.text("new.module.help"))
    given: list[click.Parameter] = [
        click.Argument(["identifier"], metavar="ID"),
        *common_options(catalogue),
        regions_option(catalogue),
    ]
    make = partial(later("chevalet.cli.region_skeleton:run_new_region"), catalogue)
    region = click.Command("region", callback=make, params=given, help=catalogue.text("new.region.help"))
    return click.Group("new", [module, region], params=[language_option(catalogue)], help=catalogue.text("new.help"))
