"""The JSON Schemas as files: editors complete and check the course's keys with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import chevalet
from chevalet.cli import exits
from chevalet.cli.console import Console
from chevalet.load import schemas
from chevalet.locale import Catalogue

FOLDER = Path(chevalet.__file__).parent / "schemas"


def run_schema(catalogue: Catalogue, *, is_check: bool, **_: object) -> int:
    """Write the schemas that are not what the declarations say, or only tell of them; return the exit code."""
    console, stale = Console(), dict(list_stale())
    for name, content in stale.items():
        console.say(catalogue.text("schema.stale" if is_check else "schema.written", name=name), to_error=is_check)
        if not is_check:
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_bytes(content)
    if not stale:
        console.say(catalogue.text("schema.current"))
    return exits.ERRORS if stale and is_check else exits.BUILT


def list_stale() -> Iterator[tuple[str, bytes]]:
    """Yield the files that do not say what the declarations say, and what they should say."""
    for name, schema in schemas().items():
        content = (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        place = FOLDER / name
        if not place.exists() or place.read_bytes() != content:
            yield name, content
