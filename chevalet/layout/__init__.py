"""Layout: from a resolved course and a theme to a deck of measured, placed slides."""

from chevalet.layout.assemble import layout

__all__ = ["layout"]
