"""What is read before anything is done: start-up time is modules read."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.tools import ROOT, plain_environment

SHOW = """
import json, sys
sys.path.insert(0, {root!r})
before = set(sys.modules)
{first}
base = set(sys.modules)
from chevalet.cli import run
run({arguments!r})
print(json.dumps([sorted(base - before), sorted(set(sys.modules) - base)]))
"""

# The names of editions and formats are choices of its options.
PLAN = {"chevalet.plan.defaults", "chevalet.plan.outputs"}
HEAVY = {
    *("babel", "concurrent", "docx", "holidays", "icalendar", "jinja2", "lxml", "markdown_it", "multiprocessing"),
    *("pptx", "typst", "xlsxwriter", "yaml", "zipfile"),
}


def modules_read(*arguments: str, first: str = "import click", cwd: str = ".") -> tuple[set[str], set[str]]:
    """Return the modules that `first` reads, and those that the command line reads after them."""
    program = SHOW.format(root=str(ROOT), first=first, arguments=list(arguments))
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=cwd, env=plain_environment(), capture_output=True, text=True, check=True)
    base, more = json.loads(done.stdout.splitlines()[-1])
    return set(base), set(more)


def test_help_reads_click_and_our_options_only():
    _, more = modules_read("--help")
    ours = {name for name in more if name.startswith("chevalet.") and not name.startswith("chevalet.cli")}
    assert {name for name in ours if name.startswith("chevalet.plan.")} == PLAN
    assert {name.split(".")[1] for name in ours} <= {"locale", "model", "plan", "span", "units"}
    assert {name.partition(".")[0] for name in more} & HEAVY == set()
    assert more & {"dataclasses", "difflib", "hashlib", "json", "pathlib", "unicodedata"} == set()


def test_a_build_with_nothing_to_do_reads_no_stage(course):
    small = course()
    assert small.run().returncode == 0
    _, more = modules_read(cwd=str(small.root))
    ours = {name.split(".")[1] for name in more if name.startswith("chevalet.")}
    assert ours == {"cache", "cli", "diagnostics", "locale", "model", "plan", "report", "span", "units"}
    assert {name.partition(".")[0] for name in more} & HEAVY == set()
