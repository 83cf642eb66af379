"""Steps and mock-ups: their text as it is to be shown, and a description where none was written."""

from __future__ import annotations

from types import MappingProxyType

from msgspec.structs import replace

from chevalet.model.diagram import Mockup, MockupKind, Step, Steps, StepsKind
from chevalet.model.inline import Inlines, Text, plain_text
from chevalet.model.locale import Locale
from chevalet.resolve.context import Scope
from chevalet.resolve.writing import write
from chevalet.span import Span

_NAMING = {
    MockupKind.SEARCH: ("title", "description"),
    MockupKind.POST: ("author", "text"),
    MockupKind.MESSAGE: ("subject", "from"),
}


def resolve_steps(steps: Steps, span: Span, scope: Scope) -> Steps:
    """Return steps with their text complete."""
    shown = tuple(
        Step(write(step.title, span, scope), write(step.text, span, scope), write(step.when, span, scope))
        for step in steps.steps
    )
    complete = replace(steps, steps=shown)
    alt = write(steps.alt, span, scope) or _describe_steps(complete, scope.context.locale)
    return replace(complete, alt=alt)


def _describe_steps(steps: Steps, locale: Locale) -> Inlines:
    """Name the kind of drawing, then each step in order: by its number, or by its date on a timeline."""
    named = locale.words["named-value"]
    titles = [plain_text(step.title) for step in steps.steps]
    if steps.kind is StepsKind.TIMELINE:
        dates = [plain_text(step.when) for step in steps.steps]
        parts = [f"{date}, {title}" if date else title for date, title in zip(dates, titles, strict=True)]
    else:
        parts = [f"{number}.\u00a0{title}" for number, title in enumerate(titles, start=1)]
    kind = locale.words[f"steps-{steps.kind.value}"]
    return (Text(named.format(name=kind, value="; ".join(parts))),)


def resolve_mockup(mockup: Mockup, span: Span, scope: Scope) -> Mockup:
    """Return a mock-up with its text complete."""
    fields = {name: write(text, span, scope) for name, text in mockup.fields.items()}
    alt = write(mockup.alt, span, scope) or _describe_mockup(mockup.kind, fields, scope.context.locale)
    return replace(mockup, fields=MappingProxyType(fields), alt=alt)


def _describe_mockup(kind: MockupKind, fields: dict[str, Inlines], locale: Locale) -> Inlines:
    """Name the kind of mock-up, then the first of its fields that tells one from another."""
    name = locale.words[f"mockup-{kind.value}"]
    told = next((fields[field] for field in _NAMING[kind] if fields.get(field)), ())
    value = plain_text(told)
    return (Text(locale.words["named-value"].format(name=name, value=value) if value else name),)
