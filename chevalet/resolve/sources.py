"""The sources of a workshop, as its last slide lists them."""

from __future__ import annotations

from chevalet.model.course import Source
from chevalet.model.inline import Emphasis, Inline, Inlines, Text
from chevalet.resolve.citations import Citations
from chevalet.resolve.typography import Preset, examine_inlines


def list_sources(citations: Citations, preset: Preset) -> tuple[Source, ...]:
    """Return the cited sources by number: « Éditeur, *Titre*, année »."""
    return tuple(
        Source(number, _describe(publisher, title, year, preset), url)
        for (publisher, title, year, url), number in citations.cited.items()
    )


def _describe(publisher: str, title: str, year: str, preset: Preset) -> Inlines:
    parts: list[Inline] = []
    for part in (Text(publisher), Emphasis((Text(title),)), Text(year)):
        if part in (Text(""), Emphasis((Text(""),))):
            continue
        parts += [Text(", "), part] if parts else [part]
    return examine_inlines(tuple(parts), preset)[0]
