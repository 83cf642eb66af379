"""Load: files → `Project` as written, with its spans; the JSON Schemas of these files."""

from chevalet.load.private import list_private, load_private
from chevalet.load.project import load, load_project
from chevalet.load.regions import load_region
from chevalet.load.schema import schemas
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree, MemoryTree, Tree

__all__ = [
    "DiskTree",
    "MemoryTree",
    "Tree",
    "list_private",
    "load",
    "load_private",
    "load_project",
    "load_region",
    "load_theme",
    "schemas",
]
