"""An exception is our bug: it is told in two lines, its details are kept in a file."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from chevalet import __version__
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.cli.request import find_root, show_path
from chevalet.locale import Catalogue


def report_fault(error: Exception, catalogue: Catalogue, arguments: Sequence[str]) -> int:
    """Say that this is ours to mend and where the details are; return the exit code."""
    details = f"Chevalet {__version__}\n{list(arguments)}\n{''.join(traceback.format_exception(error))}"
    place = _keep(details, _root_of(arguments))
    name, console = type(error).__name__, Console()
    console.say(catalogue.text("fault", version=__version__, name=name, reason=error), to_error=True)
    console.say(catalogue.text("fault.where", path=place) if place else details, to_error=True)
    return exits.OUR_FAULT


def _keep(details: str, root: str) -> str:
    """Write the details under the root's `.cache` and return their path, the empty string when that fails too."""
    mark = sha256(details.encode(errors="replace")).hexdigest()[:8]
    place = Path(root, ".cache", f"bug-{mark}.txt")
    try:
        place.parent.mkdir(exist_ok=True)
        place.write_text(details, encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return show_path(str(place), root)


def _root_of(arguments: Sequence[str]) -> str:
    """Return the root asked for, read as it was typed: the options may not have been understood yet."""
    given = ""
    for position, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--root":
            given = value if equals else "".join(arguments[position + 1 : position + 2])
    return find_root({"root": given})
