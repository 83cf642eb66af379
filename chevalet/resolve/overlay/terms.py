"""The region's terms over the course's: one that nothing asks for is a mistake, and a name keeps all its forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chevalet.diagnostics import Sink, suggest
from chevalet.model.project import Project
from chevalet.model.region import Region

_NAME = "name"
# `course.yaml` calls the forms of a name so: « d'Edmonton », « à Edmonton ».
_FORMS = ("de", "a")


def overlay_terms(project: Project, region: Region, sink: Sink) -> Mapping[str, str]:
    """Return all terms by name."""
    bodies = tuple(_bodies(region))
    for name in region.terms:
        if name not in project.terms and not any(f"{{{{{name}" in body for body in bodies):
            span = region.span_of("terms", *name.split("."))
            sink.add("unknown-term", span, term=name, nearest=suggest(name, project.terms))
    _check_forms(project, region, sink)
    return {**project.terms, **{name: text for name, text in region.terms.items() if text}}


def _check_forms(project: Project, region: Region, sink: Sink) -> None:
    """Report a name that is changed without its elided forms: the base's would stand beside it."""
    for group in dict.fromkeys(name.partition(".")[0] for name in region.terms):
        for form in _FORMS:
            name = f"{group}.{form}"
            if f"{group}.{_NAME}" in region.terms and name in project.terms and name not in region.terms:
                sink.add("missing-key", region.span_of("terms", group), key=form)


def _bodies(region: Region) -> Iterator[str]:
    """Yield what the region's own files say."""
    own = region.own
    for files in (own.modules, own.slides, own.texts):
        yield from (file.body for file in files.values())
