"""Plain text: a document as an e-mail, a chat or a social network takes it."""

from chevalet.emit.text.document import Preset, emit_text

__all__ = ["Preset", "emit_text"]
