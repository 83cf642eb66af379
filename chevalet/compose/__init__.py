"""Compose: from a workshop to a document in reading order."""

from chevalet.compose.documents import DOCUMENTS, DocumentKind, compose
from chevalet.compose.supplies import Supplies

__all__ = ["DOCUMENTS", "DocumentKind", "Supplies", "compose"]
