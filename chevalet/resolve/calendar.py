"""The editorial calendar's texts: terms put in, typography of the language applied, wherever a text stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from chevalet.diagnostics import Diagnostic, Sink, suggest
from chevalet.model.calendar import Channel, Slot, TaggedLink
from chevalet.model.calendar_source import CalendarSource, TradeDate
from chevalet.model.project import Project
from chevalet.resolve.locales import LANGUAGES
from chevalet.resolve.terms import TERM
from chevalet.resolve.typography import Preset, examine
from chevalet.span import Span

S = TypeVar("S")
# What a machine reads: neither term nor typography has a place there.
_CODED = {
    Channel: ("source", "medium"),
    Slot: ("identifier",),
    TradeDate: ("identifier", "only"),
    TaggedLink: ("page", "source", "medium", "campaign", "content"),
}


class _Writing(Struct, frozen=True):
    """What every text is written with; `span` is where an unknown term is told."""

    terms: Mapping[str, str]
    preset: Preset
    span: Span
    sink: Sink


def resolve_calendar(
    project: Project, language: str, terms: Mapping[str, str] | None = None
) -> tuple[CalendarSource | None, tuple[Diagnostic, ...]]:
    """Return the project's calendar as it is to be shown, None when it has none; a region's `terms` replace its own."""
    known = LANGUAGES.get(language)
    if project.calendar is None or known is None:
        return None, ()
    writing = _Writing({**project.terms, **(terms or {})}, known.preset, project.calendar.span, Sink())
    written = _write(project.calendar, writing)
    return written, tuple(dict.fromkeys(writing.sink.found))


def _write(value: S, writing: _Writing) -> S:
    """Return a value of the calendar with each of its texts written."""
    if isinstance(value, str):
        return cast(S, _write_text(value, writing))
    if isinstance(value, tuple):
        return cast(S, tuple(_write(item, writing) for item in value))
    if isinstance(value, dict):
        # Both sides are compared or shown as text: a holiday's name takes the same apostrophe as its note.
        return cast(S, {_write(key, writing): _write(item, writing) for key, item in value.items()})
    if isinstance(value, Struct) and not isinstance(value, Span):
        return cast(S, _write_struct(value, writing))
    return value


def _write_struct(value: Struct, writing: _Writing) -> Struct:
    coded = _CODED.get(type(value), ())
    names = [name for name in value.__struct_fields__ if name not in coded]
    return replace(value, **{name: _write(getattr(value, name), writing) for name in names})


def _write_text(text: str, writing: _Writing) -> str:
    if "{{" in text:
        text = TERM.sub(lambda match: _find(match[1], writing), text)
    return examine(text, writing.preset)[0]


def _find(name: str, writing: _Writing) -> str:
    if name not in writing.terms:
        writing.sink.add("unknown-term", writing.span, term=name, nearest=suggest(name, writing.terms))
        return f"{{{{{name}}}}}"
    return writing.terms[name]
