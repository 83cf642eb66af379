"""Courses that are built already, for what comes after the first build."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.bad_days import ALL, change
from tests.tools import SmallCourse


@pytest.fixture
def built(course) -> SmallCourse:
    small = course()
    assert small.run(*ALL).returncode == 0
    return small


@pytest.fixture
def shared(built) -> Iterator[SmallCourse]:
    """A course that anybody may write to, but for what a test forbids."""
    if sys.platform == "win32":
        pytest.skip("rights are not so there")
    for parent in (*built.root.parents,):
        if parent.stat().st_uid == os.getuid() and parent.is_relative_to("/tmp") and parent != Path("/tmp"):
            parent.chmod(0o755)
    for path in (built.root, *built.root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    change(built)
    yield built
    for path in (built.root, *built.root.rglob("*")):
        if path.is_dir():
            path.chmod(0o755)
