"""A small course on the disk, and the command line run on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "themes" / "chevalet"
SMALL = Path(__file__).parent / "spec" / "small"
THEME_FILES = ("theme.json", "metrics.json", "template.pptx")


def _link_or_copy(source: str, target: str) -> None:
    """Give a file a second name, which takes no room, where the disk can."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)


@dataclass(frozen=True)
class SmallCourse:
    """A course in its own folder: one workshop of one module, with the project's theme."""

    root: Path

    @staticmethod
    def make(root: Path, files: Mapping[str, str | bytes | None]) -> SmallCourse:
        """Write the small course, changed by `files`; a file that is None is left out."""
        shutil.copytree(SMALL, root)
        (root / "themes/chevalet").mkdir(parents=True)
        for name in THEME_FILES:
            shutil.copy(THEME / name, root / "themes/chevalet" / name)
        shutil.copytree(THEME / "fonts", root / "themes/chevalet/fonts", copy_function=_link_or_copy)
        made = SmallCourse(root)
        for path, content in files.items():
            made.write(path, content)
        return made

    @property
    def trainer(self) -> Path:
        return self.root / "dist/base/trainer"

    def write(self, path: str, content: str | bytes | None) -> None:
        place = self.root / path
        if content is None:
            place.unlink()
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "build.py"), *arguments]

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command line in the course's folder, in a plain environment."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.root,
            env=plain_environment(**environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )


def plain_environment(**more: str) -> dict[str, str]:
    """The environment of a command: English, UTF-8, nothing of the terminal that runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "PYTHONUTF8": "1", **more}
