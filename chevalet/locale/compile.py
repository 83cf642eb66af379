"""Compiles the catalogues: `python chevalet/locale/compile.py` after a `.po` has changed (needs Babel)."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

# Babel writes the date into what it compiles: a fixed one keeps the same file the same bytes.
DATE = datetime(2026, 1, 1, tzinfo=UTC)


def compile_catalogue(source: Path) -> bytes:
    """Return the compiled form of a `.po` file; the same file gives the same bytes."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    catalogue.creation_date = catalogue.revision_date = DATE
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def main() -> None:
    """Compile every catalogue beside its source."""
    for source in sorted(Path(__file__).parent.rglob("*.po")):
        source.with_suffix(".mo").write_bytes(compile_catalogue(source))


if __name__ == "__main__":
    main()
