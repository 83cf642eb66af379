"""The shipped theme, as a build reads it and as its scripts make it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "themes" / "chevalet"
for path in (str(ROOT), str(FOLDER)):
    if path not in sys.path:
        sys.path.insert(0, path)

from chevalet.load.theme import load_theme  # noqa: E402
from chevalet.load.tree import DiskTree  # noqa: E402
from chevalet.model.theme import Theme  # noqa: E402


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def theme() -> Theme:
    loaded, diagnostics = load_theme(DiskTree(ROOT))
    assert diagnostics == ()
    assert loaded is not None
    return loaded
