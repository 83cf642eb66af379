"""`explain`: what a region changes, value by value, and where."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, regions_option
from chevalet.cli.usage import Name
from chevalet.locale import Catalogue

FORMS = ("text", "json")


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    region = click.Argument(["region"], metavar="ID")
    form = click.Option(
        ["--message-format", "form"],
        metavar="|".join(FORMS),
        type=Name(catalogue, "--message-format", FORMS),
        default=FORMS[0],
        help=catalogue.text("option.form"),
    )
    callback = partial(later("chevalet.cli.explaining:run_explain"), catalogue)
    params: list[click.Parameter] = [region, *common_options(catalogue), regions_option(catalogue), form]
    return click.Command("explain", callback=callback, params=params, help=catalogue.text("explain.help"))
