"""The index of an output folder: one page that needs no network and no script."""

from chevalet.emit.index.page import emit_index

__all__ = ["emit_index"]
