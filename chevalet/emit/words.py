"""The few words that a document's format adds by itself: what a reader's program needs named."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_FRENCH = MappingProxyType(
    {
        "category": "Catégorie",
        "choose": "Choisir",
        "contents": "Sommaire",
        "data": "Données du graphique",
        "page": "Page",
        "skip": "Aller au contenu",
        "room": "Réponse",
        "row": "rangée {number}",
        "within": "{name} – {part}",
        "code": "Code",
        "query": "Recherche",
    }
)
_ENGLISH = MappingProxyType(
    {
        "category": "Category",
        "choose": "Choose",
        "contents": "Contents",
        "data": "Data of the chart",
        "page": "Page",
        "skip": "Skip to the content",
        "room": "Answer",
        "row": "row {number}",
        "within": "{name} – {part}",
        "code": "Code",
        "query": "Search",
    }
)


def document_words(language: str) -> Mapping[str, str]:
    """Return the words for a BCP 47 tag: French for any `fr`, else English."""
    return _FRENCH if language.partition("-")[0].lower() == "fr" else _ENGLISH
