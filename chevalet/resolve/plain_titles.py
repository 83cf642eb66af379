"""Titles by themselves, for what lists a course without resolving it."""

from __future__ import annotations

from chevalet.model.project import Project
from chevalet.resolve.locales import Language
from chevalet.resolve.terms import TERM
from chevalet.resolve.typography import examine


def resolve_title(text: str, project: Project, language: Language) -> str:
    """Return a title with the course's terms put in and its typography set; what is not known stays as written."""
    return examine(TERM.sub(lambda match: project.terms.get(match[1], match[0]), text), language.preset)[0]
