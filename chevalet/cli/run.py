"""Runs a command line: its language, its command, and an exit code whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from chevalet import __version__
from chevalet.cli import exits
from chevalet.cli.console import Console, bear_all_text
from chevalet.cli.group import Commands
from chevalet.cli.language import choose_language, click_in, system_language
from chevalet.cli.later import later
from chevalet.cli.signals import Stopped, ignore_signals, obey_signals
from chevalet.locale import Catalogue

_report_fault = later("chevalet.cli.fault:report_fault")


def main() -> NoReturn:
    """Run the command line of this process, and end it."""
    obey_signals()
    code = run(sys.argv[1:], os.path.basename(sys.argv[0]))
    ignore_signals()
    _end(code)


def _end(code: int) -> NoReturn:
    """End this process at once: taking apart all that it holds takes longer than making many slides."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, nobody reads it, or there is none
            stream.flush()
    os._exit(code)


def run(arguments: Sequence[str], program: str = "build.py") -> int:
    """Run a command line and return its exit code."""
    bear_all_text()
    catalogue = Catalogue(choose_language(arguments, os.environ, system_language()))
    with click_in(catalogue.language):
        try:
            code = Commands(catalogue, __version__).main(list(arguments), program, standalone_mode=False)
        except click.ClickException as error:
            with suppress(OSError):
                error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt, Stopped) as interruption:
            Console().say(catalogue.text("interrupted"), to_error=True)
            return interruption.code if isinstance(interruption, Stopped) else exits.INTERRUPTED
        except Exception as error:
            return int(_report_fault(error, catalogue, arguments))
    return int(code or exits.BUILT)
