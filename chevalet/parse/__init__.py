"""Parse: one module's Markdown to a document of semantic blocks, free of any target."""

from chevalet.parse.module import parse

__all__ = ["parse"]
