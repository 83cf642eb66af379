"""PowerPoint: a deck written straight as XML, into the parts of its theme's template."""

from chevalet.emit.pptx.presentation import write_presentation

__all__ = ["write_presentation"]
