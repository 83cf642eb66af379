"""Overlay: a region laid over the project, before anything else is resolved."""

from chevalet.resolve.overlay.accepted import hash_overrides
from chevalet.resolve.overlay.changes import Change, list_changes
from chevalet.resolve.overlay.overlay import overlay, overlay_project
from chevalet.resolve.overlay.slides import overlay_documents

__all__ = ["Change", "hash_overrides", "list_changes", "overlay", "overlay_documents", "overlay_project"]
