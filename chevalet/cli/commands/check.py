"""`check`: everything but the writing."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options, report_options, target_options
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    params = [*target_options(catalogue), *common_options(catalogue), *report_options(catalogue)]
    callback = partial(later("chevalet.cli.making:run_check"), catalogue)
    return click.Command("check", callback=callback, params=params, help=catalogue.text("check.help"))
