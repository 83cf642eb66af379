"""Word: a document written straight as XML, with real styles, content controls and native charts."""

from chevalet.emit.docx.document import emit_docx

__all__ = ["emit_docx"]
