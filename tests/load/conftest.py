"""The small course of `project/`, as files in memory, and a theme that is only there."""

from pathlib import Path

import pytest

from chevalet.model.theme import Theme
from chevalet.units import Box, Size

PROJECT = Path(__file__).parent / "project"


@pytest.fixture
def files() -> dict[str, str | bytes]:
    """The course's files by path; each test changes its own copy."""
    return {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in PROJECT.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme(
        name="empty",
        slide=Size(0, 0),
        content=Box(0, 0, 0, 0),
        columns=12,
        gutter=0,
        layouts={},
        levels=(),
        fonts={},
        faces={},
        colors={},
        accents=(),
        parts={},
        digest="",
    )
