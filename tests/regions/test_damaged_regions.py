"""Whatever becomes of a region's file, it is read without an exception, and what is wrong has a place."""

from __future__ import annotations

import random

import pytest

from chevalet.cache.files import read_files
from chevalet.cli.order import open_tree
from chevalet.lands import survey
from chevalet.load import MemoryTree, load
from chevalet.plan.targets import Selection, make_plan
from tests.tools import ROOT

FILES = {path: content for path, content in read_files(str(ROOT), "themes/chevalet").items() if content is not None}
PROJECT = load(open_tree(str(ROOT), FILES))[0]
assert PROJECT is not None
NAMES = ("edmonton", "montpellier", "sherbrooke", "rimouski")
ODD = (
    "",
    "{",
    "[",
    "]",
    ":",
    "- ",
    "\t",
    '"',
    "null",
    "0",
    "true",
    "é",
    "\x00",
    "&a ",
    "*a",
    "  ",
    "\n",
    "x: ",
    "2027-13-01",
)


def damage(text: str, seed: int) -> str:
    """Return a text in which some pieces are cut out, doubled, or replaced by something odd."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randint(0, 30))
        piece = chance.choice(("", text[start:end] * 2, chance.choice(ODD)))
        text = text[:start] + piece + text[end:]
    return text or "x"


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_region_is_told_and_planned(seed):
    name = NAMES[seed % len(NAMES)]
    path = f"course/regions/{name}.yaml"
    tree = MemoryTree({**FILES, path: damage(FILES[path].decode(), seed)})
    surveyed, found = survey(tree, PROJECT, name)
    assert all(each.span.path for each in found)
    if surveyed is None:
        assert found
    else:
        tasks, _ = make_plan(PROJECT, Selection(), lands={name: surveyed.land})
        assert all(task.target.region == name for task in tasks)
