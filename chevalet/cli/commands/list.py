"""`list`: regions, editions, workshops with their modules and minutes."""

from __future__ import annotations

from functools import partial

import click

from chevalet.cli.later import later
from chevalet.cli.options import common_options
from chevalet.locale import Catalogue


def make_command(catalogue: Catalogue) -> click.Command:
    """Return the command, in the reader's language."""
    callback = partial(later("chevalet.cli.listing:run_list"), catalogue)
    return click.Command("list", callback=callback, params=common_options(catalogue), help=catalogue.text("list.help"))
