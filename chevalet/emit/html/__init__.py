"""Web page: a document in one file that needs no network and no script."""

from chevalet.emit.html.document import emit_html

__all__ = ["emit_html"]
