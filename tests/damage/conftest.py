"""One compiler for all tests of damage: the theme is read once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.damage.compiling import Compiler


@pytest.fixture(scope="session")
def compiler() -> Iterator[Compiler]:
    with pytest.MonkeyPatch.context() as patch:
        yield Compiler(patch)
