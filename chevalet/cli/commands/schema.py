"""`schema`: writes the JSON Schemas of the course's files, from the declarations that read them."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    check = click.Option(["--check", "is_check"], is_flag=True, help=catalogue.text("schema.check"))
    params: list[click.Parameter] = [check, *common_options(catalogue)]
    callback = partial(later("chevalet.cli.schemas:run_schema"), catalogue)
    return click.Command("schema", callback=callback, params=params, help=catalogue.text("schema.help"))
