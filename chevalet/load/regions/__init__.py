"""Load a region: its file with those it extends, its own texts and pictures, what was accepted of the base."""

from chevalet.load.regions.folder import FOLDER, find_regions
from chevalet.load.regions.lock import format_lock
from chevalet.load.regions.region import load_region

__all__ = ["FOLDER", "find_regions", "format_lock", "load_region"]
