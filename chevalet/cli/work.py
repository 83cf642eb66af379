"""A build: nothing, when the last one of the same sources left all there is to make."""

from __future__ import annotations

from pathlib import Path

from chevalet.cache.digest import hash_compiler, hash_files
from chevalet.cache.files import read_files
from chevalet.cache.store import Store
from chevalet.cli.console import Console
from chevalet.cli.later import later
from chevalet.cli.memory import MANIFEST, recall_build
from chevalet.cli.request import THEME, make_request
from chevalet.cli.show import show_count, show_diagnostics
from chevalet.locale import Catalogue

_make_build = later("chevalet.cli.making:make_build")


def run_build(catalogue: Catalogue, **options: object) -> int:
    """Build, or say again what the last build said; return the exit code."""
    request, console = make_request(catalogue, options), Console()
    files, compiler = read_files(request.root, THEME), hash_compiler()
    store = Store(Path(request.root) / ".cache")
    key = hash_files(files, compiler, request.signature)
    memory = recall_build(store, key, Path(request.out), verify=request.verify)
    if memory is None:
        return int(_make_build(request, console, files, compiler, key))
    show_diagnostics(request, console, memory.diagnostics)
    number = sum(not path.endswith(MANIFEST) for path in memory.files)
    show_count(request, console, catalogue.count("nothing-to-do", number), memory.diagnostics)
    return memory.code
