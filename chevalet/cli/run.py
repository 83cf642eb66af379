"""Runs a command line: its language, its command, and an exit code whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from chevalet import __version__
from chevalet.cli import exits
from chevalet.cli.group import Commands
from chevalet.cli.language import choose_language, click_in
from chevalet.cli.later import later
from chevalet.locale import Catalogue

_report_fault = later("chevalet.cli.fault:report_fault")


def main() -> NoReturn:
    """Run the command line of this process, and end it."""
    sys.exit(run(sys.argv[1:], os.path.basename(sys.argv[0])))  # noqa: PTH119


def run(arguments: Sequence[str], program: str = "build.py") -> int:
    """Run a command line and return its exit code."""
    catalogue = Catalogue(choose_language(arguments, os.environ))
    with click_in(catalogue.language):
        try:
            code = Commands(catalogue, __version__).main(list(arguments), program, standalone_mode=False)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo(catalogue.text("interrupted"), err=True)
            return exits.INTERRUPTED
        except Exception as error:
            return int(_report_fault(error, catalogue, arguments))
    return int(code or exits.BUILT)
