"""The four tools: how each is called on a folder of sources, and why one of them cannot be."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PEERS = REPOSITORY / "benchmarks" / "peers"
PPTXGENJS = "pptxgenjs@4.0.1"
OURS, REFERENCE = "Chevalet", "PptxGenJS"
# Our command makes documents and the other editions too, unless it is told.
ONE_DECK = ("--format", "pptx", "--edition", "trainer")


@dataclass(frozen=True, slots=True)
class Tool:
    """`command` takes the folder of the sources and a fresh one for the output; `reads` says what it starts from.

    `absence` says why the tool cannot be measured, and is empty when it can.
    """

    name: str
    reads: str
    command: Callable[[Path, Path], list[str]]
    absence: str = ""


def find_tools(work: Path) -> tuple[Tool, ...]:
    """Return the four tools, ours first; npm packages go below `work`."""
    return (_chevalet(), _pptxgenjs(work), _pandoc(), _python_pptx())


def _chevalet() -> Tool:
    def command(sources: Path, out: Path) -> list[str]:
        root = str(sources / "project")
        return [sys.executable, str(REPOSITORY / "build.py"), "build", "--root", root, "--out", str(out), *ONE_DECK]

    return Tool(OURS, "Markdown", command)


def _pptxgenjs(work: Path) -> Tool:
    def command(sources: Path, out: Path) -> list[str]:
        script = str(PEERS / "pptxgenjs.mjs")
        return ["node", script, str(work / "node"), str(sources / "slides.json"), str(out / "deck.pptx")]

    return Tool(REFERENCE, "JSON", command, _install(work / "node"))


def _install(folder: Path) -> str:
    """Install PptxGenJS in `folder` unless it is there; return why it could not be, or the empty text."""
    if (folder / "node_modules" / "pptxgenjs").is_dir():
        return ""
    if not (shutil.which("node") and shutil.which("npm")):
        return "node and npm are not on the path"
    quiet = ("--silent", "--no-audit", "--no-fund", "--no-package-lock")
    done = subprocess.run(["npm", "install", *quiet, "--prefix", str(folder), PPTXGENJS], check=False)
    return "" if done.returncode == 0 else f"npm could not install {PPTXGENJS}"


def _pandoc() -> Tool:
    program = _find_pandoc()

    def command(sources: Path, out: Path) -> list[str]:
        source = str(sources / "pandoc.md")
        paths = ["--resource-path", str(sources), "-o", str(out / "deck.pptx")]
        return [program, "--from=markdown", "--to=pptx", "--slide-level=2", source, *paths]

    return Tool("pandoc", "Markdown", command, "" if program else "run with `uv run --with pypandoc_binary`")


def _find_pandoc() -> str:
    if importlib.util.find_spec("pypandoc") is None:
        return shutil.which("pandoc") or ""
    import pypandoc  # noqa: PLC0415 - there only when asked for by `--with pypandoc_binary`

    return str(pypandoc.get_pandoc_path())


def _python_pptx() -> Tool:
    def command(sources: Path, out: Path) -> list[str]:
        script = str(PEERS / "python_pptx.py")
        return [sys.executable, script, str(sources / "slides.json"), str(out / "deck.pptx")]

    absence = "" if importlib.util.find_spec("pptx") else "run with `uv run --with python-pptx`"
    return Tool("python-pptx", "JSON", command, absence)
