"""The sources of a workshop, as its last slide lists them."""

from __future__ import annotations

from operator import itemgetter

from chevalet.model.course import Source
from chevalet.model.inline import Emphasis, Inline, Inlines, Text
from chevalet.model.project import FactEntry
from chevalet.resolve.citations import Citations
from chevalet.resolve.typography import Preset, examine_inlines


def list_sources(citations: Citations, preset: Preset) -> tuple[Source, ...]:
    """Return the cited sources by number: « Éditeur, *Titre*, année »."""
    cited = sorted(citations.cited.values(), key=itemgetter(0))
    return tuple(Source(number, _describe(fact, preset), fact.url, fact.review_by) for number, fact in cited)


def _describe(fact: FactEntry, preset: Preset) -> Inlines:
    title = (Emphasis((Text(fact.title),)),) if fact.title else ()
    parts: list[Inline] = []
    for part in (*_text(fact.publisher), *title, *_text(fact.year)):
        parts += [Text(", "), part] if parts else [part]
    return examine_inlines(tuple(parts), preset)[0]


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()
