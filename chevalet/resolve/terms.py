"""Terms: `{{name}}` filled in from the course's terms and from what is computed, in text and in plain strings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chevalet.diagnostics import suggest
from chevalet.model.locale import Locale
from chevalet.model.project import Project, Schedule, Workshop
from chevalet.resolve.context import Context
from chevalet.span import Span

FACT = "fact."
TERM = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")


def compute_terms(project: Project, workshop: Workshop, schedule: Schedule, locale: Locale) -> Mapping[str, str]:
    """Return the terms of the course together with those that the workshop and its hours make."""
    course_title, workshop_title = (
        TERM.sub(lambda match: project.terms.get(match[1], match[0]), text) for text in (project.title, workshop.title)
    )
    return {
        **project.terms,
        "course.title": course_title,
        "workshop.title": workshop_title,
        "workshop.number": str(workshop.number),
        "session.start": locale.clock_time(schedule.start),
        "session.end": locale.clock_time(schedule.start + schedule.minutes),
    }


def find_term(name: str, span: Span, context: Context) -> str:
    """Return the text of a term; one that is not declared is reported, and stays as written."""
    terms = context.terms
    if name not in terms:
        context.sink.add("unknown-term", span, term=name, nearest=suggest(name, terms))
        return f"{{{{{name}}}}}"
    return terms[name]


def fill(text: str, span: Span, context: Context) -> str:
    """Return a plain string with its terms, and what its facts say, put in; a source's number has no place there."""
    if "{{" not in text:
        return text
    return TERM.sub(lambda match: _find(match[1], span, context), text)


def _find(name: str, span: Span, context: Context) -> str:
    if not name.startswith(FACT):
        return find_term(name, span, context)
    identifier, _, key = name.removeprefix(FACT).partition(".")
    if key:
        return context.facts.value(identifier, key, span) or ""
    fact = context.facts.find(identifier, span)
    return fact.statement if fact else ""
