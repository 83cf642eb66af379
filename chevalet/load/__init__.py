"""Load: files → `Project` as written, with its spans; the JSON Schemas of these files."""

from chevalet.load.project import load, load_project
from chevalet.load.schema import schemas
from chevalet.load.theme import load_theme
from chevalet.load.tree import DiskTree, MemoryTree, Tree

__all__ = ["DiskTree", "MemoryTree", "Tree", "load", "load_project", "load_theme", "schemas"]
