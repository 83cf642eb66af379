"""A build: nothing, when the last one of the same sources left all there is to make."""

from __future__ import annotations

from pathlib import Path

from chevalet.cache.digest import hash_compiler, hash_files
from chevalet.cache.store import Store
from chevalet.cli.console import Console
from chevalet.cli.later import later
from chevalet.cli.memory import recall_build
from chevalet.cli.request import make_request
from chevalet.cli.show import show_count, show_diagnostics, show_index
from chevalet.locale import Catalogue
from chevalet.model.folder import INDEX, MANIFEST

_make_build = later("chevalet.cli.making:make_build")


def run_build(catalogue: Catalogue, **options: object) -> int:
    """Build, or say again what the last build said; return the exit code."""
    request, console = make_request(catalogue, options), Console()
    files, compiler = request.read_sources(), hash_compiler(request.fonts)
    store = Store(Path(request.root) / ".cache")
    key = hash_files(files, compiler, request.signature)
    is_private = request.is_private
    memory = None if is_private else recall_build(store, key, Path(request.out), verify=request.verify)
    if memory is None:
        return int(_make_build(request, console, files, compiler, key))
    show_diagnostics(request, console, memory.diagnostics)
    number = sum(path.rpartition("/")[2] not in (INDEX, MANIFEST) for path in memory.files)
    show_count(request, console, catalogue.count("nothing-to-do", number), memory.diagnostics)
    show_index(request, console, memory.files)
    return memory.code
