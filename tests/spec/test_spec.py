"""Runs the specifications of this folder: each case must give its diagnostics, and no other."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chevalet.diagnostics import CODES, Diagnostic
from chevalet.load import MemoryTree
from chevalet.pipeline import Order, check
from chevalet.plan.targets import Selection
from chevalet.plan.verdict import Strictness
from tests.spec.reading import Case, Files, read_cases, read_small_course, write_line
from tests.tools import ROOT, THEME, THEME_FILES

CASES = list(read_cases())
SMALL = read_small_course()
THEME_CONTENTS: Files = {f"themes/chevalet/{name}": (THEME / name).read_bytes() for name in THEME_FILES}

# Codes that no short text can give: they need the disk in a certain state, a very long file, or a fault of ours. Each
# has its test elsewhere.
ELSEWHERE = {
    "missing-glyph": "tests/emit/pdf/test_pdf_glyphs.py: a character that no face has",
    "missing-fonts": "tests/cli/test_build.py: a theme without its fonts",
    "another-build": "tests/write/test_lock.py: another process holds the lock",
    "cannot-write": "tests/write/test_publish.py: a full disk, a file held open",
    "edited-by-hand": "tests/write/test_publish.py: an output changed after it was written",
    "unreadable-file": "tests/load: a file that the system refuses to open",
    "file-too-large": "tests/load: a file of more than ten megabytes",
    "path-outside-root": "tests/load: a link that leads out of the project",
    "not-a-file": "tests/load: a folder where a file should be",
    "paragraph-too-long": "tests/parse: a paragraph longer than a module ever is",
    "unknown-workshop": "tests/resolve: the command line refuses it before, as a mistake in what was typed",
    "dangling-relationship": "tests/verify: a damaged package, a fault of ours",
    "lost-slide": "tests/verify: a damaged package, a fault of ours",
    "lost-text": "tests/verify: a damaged package, a fault of ours",
    "malformed-part": "tests/verify: a damaged package, a fault of ours",
    "orphan-part": "tests/verify: a damaged package, a fault of ours",
    "stray-text": "tests/verify: a damaged package, a fault of ours",
    "untyped-part": "tests/verify: a damaged package, a fault of ours",
}


# Papers have their own tests; they need the theme's fonts, which are on the disk alone.
DECKS = Selection(regions=("all",), editions=("trainer",), formats=("pptx",))
# What private files are told of keeps a certificate from being made.
CERTIFICATES = Selection(editions=("organizer",), formats=("pdf",))


class TreeWithFonts(MemoryTree):
    """The files of a case, with the theme's fonts on the disk."""

    def place(self, path: str) -> str:
        return str(ROOT / path)


def diagnose(files: Files) -> tuple[Diagnostic, ...]:
    """Return all that a check of the small course says, once these files are written over its own."""
    present = {path: content for path, content in (THEME_CONTENTS | SMALL | files).items() if content is not None}
    order = Order(MemoryTree(present), present, "", DECKS, Strictness())
    if any(path.startswith("private/") for path in files):
        tree = TreeWithFonts(present)
        order = replace(order, tree=tree, selection=CERTIFICATES, private=tree)
    return check(order).diagnostics


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case):
    assert tuple(map(write_line, diagnose(case.files))) == case.expected, case.place


def test_every_code_is_specified():
    said = {line.partition("[")[2].partition("]")[0] for case in CASES for line in case.expected}
    assert sorted(CODES.keys() - said - ELSEWHERE.keys()) == []
    assert sorted((said | ELSEWHERE.keys()) - CODES.keys()) == []


def test_no_code_is_specified_and_said_to_be_elsewhere():
    said = {line.partition("[")[2].partition("]")[0] for case in CASES for line in case.expected}
    assert sorted(said & ELSEWHERE.keys()) == []
