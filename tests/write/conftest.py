"""Artifacts of a pretended course, and the folder they are written to."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from chevalet.model.artifact import Artifact, Failure
from chevalet.model.target import Target


def target_of(workshop: str, edition: str) -> Target:
    return Target("base", workshop, "undated", edition, "fr-CA", ())


@pytest.fixture
def artifact() -> Callable[..., Artifact]:
    def make(path: str, content: str, edition: str = "trainer") -> Artifact:
        digest = sha256(content.encode()).hexdigest()
        target = target_of(path.partition(".")[0], edition)
        sources = (f"modules/{path}.md",)
        return Artifact(path, "deck", "pptx", target, content.encode(), digest, digest, 3, 135, sources)

    return make


@pytest.fixture
def failure() -> Callable[..., Failure]:
    def make(path: str, edition: str = "trainer") -> Failure:
        return Failure(path, "deck", "pptx", target_of(path.partition(".")[0], edition), ())

    return make


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "dist"
