"""`build`: makes the files and writes them."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, report_options, target_options
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    out = click.Option(["--out"], metavar="DIR", type=click.Path(file_okay=False), help=catalogue.text("option.out"))
    verify = click.Option(["--verify"], is_flag=True, help=catalogue.text("option.verify"))
    params = [*target_options(catalogue), *common_options(catalogue), out, *report_options(catalogue), verify]
    callback = partial(later("chevalet.cli.work:run_build"), catalogue)
    return click.Command("build", callback=callback, params=params, help=catalogue.text("build.help"))
