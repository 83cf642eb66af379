"""What a workshop is made of: which files its output depends on, and which diagnostics are about it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from chevalet.diagnostics import Diagnostic
from chevalet.model.project import DataTable, FactEntry, ModuleReference, ModuleSource, Project, Workshop
from chevalet.span import Span

_COURSE = "course/course.yaml"
# No deck prints it.
_GLOSSARY = "course/glossary.yaml"


class Sources(Struct, frozen=True):
    """The modules of one workshop, or of all, and the project they stand in; `workshop` is None for all."""

    project: Project
    workshop: Workshop | None
    modules: tuple[ModuleSource, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the modules' files, in the workshop's order."""
        return tuple(module.path for module in self.modules)

    def depend_on(self, path: str) -> bool:
        """Say whether a file can change the output: a module of another workshop cannot."""
        if self._is_regional(path):
            return self.project.patch.holds(path)
        return not _is_module(path) or path in self.paths

    def are_touched_by(self, diagnostic: Diagnostic) -> bool:
        """Say whether a diagnostic is about this workshop: it is, unless it surely is about something else."""
        span = diagnostic.span
        if self._is_regional(span.path):
            return self.project.patch.holds(span.path)
        if self.workshop is None:
            return True
        if _is_module(span.path):
            return span.path in self.paths or self._lacks(span.path)
        if span.path == _COURSE:
            return not any(_holds(other.span, span) for other in self.project.workshops if other is not self.workshop)
        if span.path == _GLOSSARY:
            return False
        named = _entry_at(span, self.project.facts) or _entry_at(span, self.project.data)
        return not named or any(named in module.body for module in self.modules)

    def _is_regional(self, path: str) -> bool:
        """Say whether a file is a region's: this one's or another's."""
        return path.startswith(f"{self.project.regions_folder}/")

    def _lacks(self, path: str) -> bool:
        """Say whether a file is one of the workshop's modules that could not be read at all."""
        name = path.rpartition("/")[2].removesuffix(".md")
        return self.workshop is not None and name not in self.project.modules and name in list_names(self.workshop)


def sources_of(project: Project, workshop: str) -> Sources:
    """Return the sources of a workshop, of all of them for none; modules that could not be read are left out."""
    if not workshop:
        listed = dict.fromkeys(name for each in project.workshops for name in list_names(each))
        return Sources(project, None, tuple(project.modules[name] for name in listed if name in project.modules))
    found = next(each for each in project.workshops if each.identifier == workshop)
    names = list_names(found)
    return Sources(project, found, tuple(project.modules[name] for name in names if name in project.modules))


def list_names(workshop: Workshop) -> list[str]:
    """Return the ids of the modules that a workshop lists, in its order."""
    return [item.identifier for item in workshop.items if isinstance(item, ModuleReference)]


def spare_modules(project: Project) -> tuple[ModuleSource, ...]:
    """Return the modules that no workshop lists: regions choose among them."""
    listed = {name for workshop in project.workshops for name in list_names(workshop)}
    return tuple(module for name, module in project.modules.items() if name not in listed)


def _is_module(path: str) -> bool:
    return path.startswith("modules/") and path.endswith(".md")


def _entry_at(span: Span, entries: Mapping[str, FactEntry] | Mapping[str, DataTable]) -> str:
    """Return the id of the entry in which a span stands, or the empty string."""
    key = Span(span.path, span.line + 1)  # what an entry lacks is told at its key, on the line above
    return next(
        (name for place in (span, key) for name, entry in entries.items() if _holds(entry.span, place)),
        "",
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.path == inner.path and 0 < outer.line <= inner.line <= outer.end_line
