"""`accept`: takes the base as it is now under what a region overrides."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, regions_option
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    region = click.Argument(["region"], metavar="ID|all")
    callback = partial(later("chevalet.cli.explaining:run_accept"), catalogue)
    params: list[click.Parameter] = [region, *common_options(catalogue), regions_option(catalogue)]
    return click.Command("accept", callback=callback, params=params, help=catalogue.text("accept.help"))
