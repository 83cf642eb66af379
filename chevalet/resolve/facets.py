"""Facets: which passages are for this target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from chevalet.diagnostics import Sink, suggest
from chevalet.model.document import Condition
from chevalet.model.target import Target
from chevalet.span import Span

TRAINER = "trainer"


class Facets(Struct, frozen=True):
    """The declared facets with their values, and the target they are compared with.

    A facet of which the target says nothing has its first declared value.
    """

    declared: Mapping[str, tuple[str, ...]]
    target: Target
    sink: Sink

    @property
    def holds_notes(self) -> bool:
        """Say whether the edition is the trainer's, the only one with notes, solutions and confidential passages."""
        return self.target.edition == TRAINER

    def keep_slide(self, conditions: Iterable[Condition]) -> bool:
        """Say whether a slide wrapped in containers is for this target; each of them is checked."""
        kept = [self.keep(condition.name, condition.attributes, condition.span) for condition in conditions]
        return all(kept)

    def keep(self, container: str, attributes: Mapping[str, str], span: Span) -> bool:
        """Say whether the content of an `only` or a `confidential` is for this target."""
        if container == "confidential":
            return self.holds_notes
        matched = [self._matches(name, value, span) for name, value in attributes.items()]
        return all(matched)

    def _matches(self, name: str, written: str, span: Span) -> bool:
        """Compare one facet with what is asked of it: `a|b` is one of these, `!c` is not that one."""
        if name not in self.declared:
            self.sink.add("unknown-facet", span, facet=name, nearest=suggest(name, self.declared))
            return False
        words = written.split()
        wanted = [value for word in words if not word.startswith("!") for value in word.split("|")]
        refused = [value for word in words if word.startswith("!") for value in word[1:].split("|")]
        if not self._are_known(name, (*wanted, *refused), span):
            return False
        value = self.target.facet(name) or next(iter(self.declared[name]), "")
        return (not wanted or value in wanted) and value not in refused

    def _are_known(self, name: str, values: Iterable[str], span: Span) -> bool:
        unknown = [value for value in values if value not in self.declared[name]]
        for value in unknown:
            near = suggest(value, self.declared[name])
            self.sink.add("unknown-facet-value", span, facet=name, value=value, nearest=near)
        return not unknown
